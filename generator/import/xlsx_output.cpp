#include "generator/import/xlsx_output.h"

#include <fstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "generator/import/sheet_limits.h"
#include "text/utf8.h"

namespace importing {
namespace {

constexpr std::size_t most_name_letters = 31;
constexpr time_t written_when = 946'684'800;  // 2000-01-01: libxlsxwriter would take the clock's time

std::string allowed_name(const std::string& wanted) {
    std::string name;
    for (const char letter : writable(wanted))
        name.push_back(std::string_view("[]:*?/\\").find(letter) == std::string_view::npos ? letter : '_');
    name = text::truncate(name, most_name_letters);
    if (name.starts_with('\'')) name[0] = '_';
    if (name.ends_with('\'')) name.back() = '_';
    return name;
}

}  // namespace

XlsxOutput::XlsxOutput(const std::filesystem::path& file, Memory memory) : file_(file) {
    if (!std::ofstream(file_, std::ios::binary)) refuse("打不开");
    lxw_workbook_options options{};
    options.constant_memory = memory == Memory::row_by_row ? LXW_TRUE : LXW_FALSE;
    workbook_ = workbook_new_opt(file_.c_str(), &options);
    if (workbook_ == nullptr) refuse("内存不足");
    lxw_doc_properties properties{};
    properties.created = written_when;
    workbook_set_properties(workbook_, &properties);
}

XlsxOutput::~XlsxOutput() {
    if (workbook_ == nullptr) return;
    lxw_workbook_free(workbook_);
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

lxw_worksheet* XlsxOutput::add_sheet(const std::string& wanted) {
    ++sheets_;
    std::string name = allowed_name(wanted);
    const std::string number = " (" + std::to_string(sheets_) + ")";
    if (name.empty() || workbook_validate_sheet_name(workbook_, name.c_str()) != LXW_NO_ERROR)
        name = std::string(text::truncate(name, most_name_letters - number.size())) + number;
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook_, name.c_str());
    if (sheet == nullptr) refuse("工作表名“" + wanted + "”不能用");
    return sheet;
}

void XlsxOutput::finish() {
    const lxw_error error = workbook_close(std::exchange(workbook_, nullptr));
    if (error != LXW_NO_ERROR) refuse(lxw_strerror(error));
}

void XlsxOutput::refuse(const std::string& problem) const {
    throw std::runtime_error("不能写 " + file_.string() + "：" + problem +
                             "。请检查文件夹的权限和空间，并确认该文件没有在 WPS 或 Excel 中打开");
}

std::string writable(const std::string& text) {
    std::string written;
    for (const char letter : text::made_valid(text)) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 0x20 && letter != '\n' && letter != '\t')
            text::append(written, text::replacement_character);
        else
            written.push_back(letter);
    }
    return std::string(text::truncate(written, limits::most_cell_characters));
}

}  // namespace importing
