#include "generator/import/delimited_file.h"

#include <fstream>
#include <functional>
#include <string>

#include "generator/import/delimited.h"
#include "generator/import/encoding.h"
#include "generator/import/sheet_limits.h"

namespace importing {
namespace {

constexpr std::size_t piece_bytes = 1U << 18;

// Hands over the file's bytes piece by piece until `take` returns false; the last call has `last` set, perhaps with no
// bytes.
void read_pieces(const std::filesystem::path& file,
                 const std::function<bool(std::string_view piece, bool last)>& take) {
    std::ifstream input(file, std::ios::binary);
    if (!input) throw UnreadableFile(file, "打不开", "请检查读取权限，并确认没有被其他程序占用");
    std::string piece(piece_bytes, '\0');
    while (true) {
        input.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const auto length = static_cast<std::size_t>(input.gcount());
        if (input.bad()) throw UnreadableFile(file, "读取时出错", "请检查磁盘，或复制一份再试");
        if (!take(std::string_view(piece).substr(0, length), input.eof()) || input.eof()) return;
    }
}

}  // namespace

Workbook open_delimited(const std::filesystem::path& file) {
    if (std::filesystem::file_size(file) > limits::most_delimited_bytes)
        throw UnreadableFile(file, "超过 2 GB", "请拆分成几个文件后分别导入");
    EncodingGuess guess;
    std::string beginning;
    read_pieces(file, [&](std::string_view piece, bool) {
        if (beginning.empty()) beginning = piece;
        guess.feed(piece);
        return true;
    });
    Workbook workbook;
    workbook.path = file;
    workbook.format = Workbook::Format::delimited;
    workbook.encoding = guess.encoding();
    workbook.separator = guess_separator(Utf8Decoder(workbook.encoding).feed(beginning, false));
    workbook.sheets.emplace_back().name = file.stem().string();
    return workbook;
}

void read_delimited_rows(const Workbook& workbook, const RowTaker& take) {
    DelimitedRows rows(workbook.path, workbook.separator, take);
    Utf8Decoder decoder(workbook.encoding);
    bool wanted = true;
    read_pieces(workbook.path, [&](std::string_view piece, bool last) {
        wanted = rows.feed(decoder.feed(piece, last));
        return wanted;
    });
    if (wanted) rows.finish();
}

}  // namespace importing
