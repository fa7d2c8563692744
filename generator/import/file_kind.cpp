#include "generator/import/file_kind.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "generator/import/cell_text.h"
#include "generator/import/workbook.h"

namespace importing {
namespace {

struct Signature {
    std::string_view bytes;
    const char* problem;
    const char* advice;  // nullptr: save as XLSX
};
constexpr std::array<Signature, 12> refused = {{
    {"%PDF", "是 PDF 文件，不是表格", "请找到生成它的原始表格，另存为 XLSX 后导入"},
    {"{\\rtf", "是 RTF 文档，不是表格", "请把其中的表格复制到 WPS 表格或 Excel，另存为 XLSX 后导入"},
    {"\x89PNG", "是图片，不是表格", "请找到原始表格，另存为 XLSX 后导入"},
    {"\xFF\xD8\xFF", "是图片，不是表格", "请找到原始表格，另存为 XLSX 后导入"},
    {"GIF8", "是图片，不是表格", "请找到原始表格，另存为 XLSX 后导入"},
    {"Rar!", "是 RAR 压缩包", "请先解压，再导入其中的表格"},
    {"7z\xBC\xAF", "是 7z 压缩包", "请先解压，再导入其中的表格"},
    {"\x1F\x8B", "是 gzip 压缩文件", "请先解压，再导入其中的表格"},
    {"\x28\xB5\x2F\xFD", "是 zstd 压缩文件", "请先解压，再导入其中的表格"},
    {"SQLite format 3", "是 SQLite 数据库，不是表格", "请导出为 XLSX 或 CSV 后导入"},
    {"MIME-Version:", "是单个文件网页 (MHTML)，只是扩展名像表格", nullptr},
    {"ID;P", "是 SYLK 文件", nullptr},
}};

// The first bytes of the file, at most `most`.
std::string beginning_of(const std::filesystem::path& file, std::size_t most) {
    if (!std::filesystem::exists(file)) throw UnreadableFile(file, "找不到这个文件", "请检查文件名和所在的文件夹");
    if (std::filesystem::is_directory(file)) throw UnreadableFile(file, "是文件夹，不是文件", "请指明其中的表格文件");
    std::ifstream input(file, std::ios::binary);
    if (!input) throw UnreadableFile(file, "打不开", "请检查读取权限，并确认没有被其他程序占用");
    std::string bytes(most, '\0');
    input.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(input.gcount()));
    return bytes;
}

// An ASCII name as compound files (OLE2) store it in their directory.
std::string wide(std::string_view ascii) {
    std::string bytes;
    for (const char letter : ascii) bytes.append({letter, '\0'});
    return bytes + std::string(2, '\0');
}

// What a compound file holds shows in the names in its directory, which may lie anywhere in it.
[[noreturn]] void refuse_compound_file(const std::filesystem::path& file) {
    constexpr std::size_t most_searched = 64U << 20;
    const std::string bytes = beginning_of(file, most_searched);
    const auto holds = [&](std::string_view name) { return bytes.find(wide(name)) != std::string::npos; };
    if (holds("EncryptedPackage"))
        throw UnreadableFile(file, "是设了打开密码的工作簿，不能读取",
                             "请用 WPS 表格或 Excel 打开，取消密码（文件 → 信息/文档加密 → 删除密码），另存为“Excel "
                             "工作簿 (*.xlsx)”后导入");
    if (holds("WordDocument"))
        throw UnreadableFile(file, "是 Word 文档 (.doc)，不是表格",
                             "请把其中的表格复制到 WPS 表格或 Excel，另存为 XLSX 后导入");
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    if (extension == ".et" || extension == ".ett")
        throw UnreadableFile(file, "是 WPS 表格的 .et 格式，不能读取", how_to_save_as_xlsx());
    if (holds("Workbook") || holds("Book"))
        throw UnreadableFile(file, "是 Excel 97-2003 的 .xls 格式（或 WPS 的 .et 格式），不能读取",
                             how_to_save_as_xlsx());
    throw UnreadableFile(file, "是旧式 Office 文件，但不是工作簿", how_to_save_as_xlsx());
}

void refuse_markup(const std::filesystem::path& file, std::string_view bytes) {
    std::string start(bytes.substr(0, 4096));
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
        if (start.starts_with(mark)) start.erase(0, mark.size());
    std::erase(start, '\0');  // markup in UTF-16
    start.erase(0, start.find_first_not_of(" \t\r\n"));
    if (!start.starts_with('<')) return;
    std::transform(start.begin(), start.end(), start.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    const auto holds = [&](std::string_view part) { return start.find(part) != std::string::npos; };
    if (holds("urn:schemas-microsoft-com:office:spreadsheet"))
        throw UnreadableFile(file, "是 XML 表格 2003 格式，不能读取", how_to_save_as_xlsx());
    if (holds("<html") || holds("<table") || holds("<!doctype html") || holds("<meta") || holds("<head"))
        throw UnreadableFile(file, "其实是网页（系统导出时只改了扩展名），不能读取", how_to_save_as_xlsx());
    if (start.starts_with("<?xml")) throw UnreadableFile(file, "是 XML 文件，不是表格", how_to_save_as_xlsx());
}

}  // namespace

const char* how_to_save_as_xlsx() {
    return "请用 WPS 表格或 Excel 打开，选“文件”→“另存为”，文件类型选“Excel 工作簿 (*.xlsx)”，再导入保存出的文件";
}

FileKind recognise(const std::filesystem::path& file) {
    constexpr std::size_t looked_at = 1U << 16;
    const std::string bytes = beginning_of(file, looked_at);
    if (bytes.size() < looked_at && (is_blank(bytes) || bytes == "\xFF\xFE" || bytes == "\xFE\xFF"))
        throw UnreadableFile(file, "是空文件", "请重新保存或重新下载后导入");
    if (bytes.starts_with(std::string_view("PK\3\4", 4)) || bytes.starts_with(std::string_view("PK\5\6", 4)))
        return FileKind::package;
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) refuse_compound_file(file);
    for (const Signature& signature : refused)
        if (bytes.starts_with(signature.bytes))
            throw UnreadableFile(file, signature.problem,
                                 signature.advice != nullptr ? signature.advice : how_to_save_as_xlsx());
    refuse_markup(file, bytes);
    return FileKind::delimited;
}

}  // namespace importing
