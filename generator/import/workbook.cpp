#include "generator/import/workbook.h"

#include <algorithm>

namespace importing {

UnreadableFile::UnreadableFile(const std::filesystem::path& file, const std::string& problem, const std::string& advice)
    : std::runtime_error(file.string() + "：" + problem + "。" + (advice.empty() ? "" : advice + "。")), file_(file) {}

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) letters.push_back(static_cast<char>('A' + (column - 1) % 26));
    std::reverse(letters.begin(), letters.end());
    return letters;
}

}  // namespace importing
