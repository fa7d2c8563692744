#include "generator/output/csv_writer.h"

#include <array>
#include <utility>

namespace output {
namespace {

// Marks a reader does not see and a spreadsheet may drop before it looks at a cell: spaces, zero-width and
// bidirectional marks, byte order mark.
constexpr std::array<std::string_view, 18> unseen = {" ",      "\u00A0", "\u3000", "\u200B", "\u200C", "\u200D",
                                                     "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D",
                                                     "\u202E", "\u2060", "\u2066", "\u2067", "\u2069", "\uFEFF"};
constexpr std::array<std::string_view, 11> dangerous = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                        "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

template <std::size_t count>
std::size_t length_of_any(const std::array<std::string_view, count>& marks, std::string_view text) {
    for (const std::string_view mark : marks)
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

}  // namespace

std::string formula_safe(std::string_view text) {
    std::string_view rest = text;
    while (const std::size_t length = length_of_any(unseen, rest)) rest.remove_prefix(length);
    return (length_of_any(dangerous, rest) > 0 ? "'" : "") + std::string(text);
}

void CsvWriter::separate() {
    if (row_begun_) bytes_ += ',';
    row_begun_ = true;
}

void CsvWriter::text(std::string_view cell) {
    separate();
    const std::string safe = formula_safe(cell);
    // Quoting also keeps spaces at the ends, which some readers would drop.
    const bool quoted =
        safe.find_first_of(",\"\r\n\t") != std::string::npos || safe.starts_with(' ') || safe.ends_with(' ');
    if (quoted) bytes_ += '"';
    for (const char letter : safe) {
        if (letter == '\0')
            bytes_ += "\uFFFD";
        else if (letter == '"')
            bytes_ += "\"\"";
        else
            bytes_ += letter;
    }
    if (quoted) bytes_ += '"';
}

void CsvWriter::number(std::int64_t cell) {
    number(std::to_string(cell));
}

void CsvWriter::number(std::string_view digits) {
    if (digits.find_first_not_of("0123456789.-") != std::string_view::npos) return text(digits);
    separate();
    bytes_ += digits;
}

void CsvWriter::end_row() {
    bytes_ += "\r\n";
    row_begun_ = false;
}

std::string CsvWriter::take() {
    return std::exchange(bytes_, {});
}

}  // namespace output
