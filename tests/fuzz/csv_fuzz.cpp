// Any bytes, taken as a CSV: encoding, separator and rows, once whole and once in small pieces.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "generator/import/delimited.h"
#include "generator/import/encoding.h"
#include "text/utf8.h"

namespace {

std::string read(std::string_view bytes, importing::Encoding encoding, std::size_t piece) {
    std::string beginning(importing::Utf8Decoder(encoding).feed(bytes.substr(0, 65'536), false));
    std::string seen;
    std::uint32_t last_row = 0;
    importing::DelimitedRows rows("fuzz.csv", importing::guess_separator(beginning), [&](importing::Row&& row) {
        if (row.number <= last_row || row.cells.empty() || row.cells.back().blank()) std::abort();
        last_row = row.number;
        for (const importing::Cell& cell : row.cells) {
            if (!text::is_utf8(cell.text)) std::abort();
            seen += cell.text + '\x1F';
        }
        seen += '\x1E';
        return true;
    });
    importing::Utf8Decoder decoder(encoding);
    try {
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            rows.feed(decoder.feed(bytes.substr(at, piece), false));
        rows.feed(decoder.feed("", true));
        rows.finish();
    } catch (const importing::UnreadableFile&) {
        seen += "refused";
    }
    return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    importing::EncodingGuess guess;
    guess.feed(bytes);
    if (read(bytes, guess.encoding(), bytes.size() + 1) != read(bytes, guess.encoding(), 7)) std::abort();
    return 0;
}
