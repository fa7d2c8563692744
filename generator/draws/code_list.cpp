#include "generator/draws/code_list.h"

#include <set>

#include "generator/import/spreadsheet_file.h"
#include "text/codes.h"
#include "text/fold.h"

namespace draws {

namespace {

struct Columns {
    std::uint32_t code = 0, stratum = 0, certificate = 0;
};

Columns columns_of(const importing::Row& header) {
    static const std::set<std::string> code{"code", "代码", "统一社会信用代码", "统一社会信用代码/注册号"};
    static const std::set<std::string> stratum{"stratum", "分层", "层"};
    static const std::set<std::string> certificate{"certificate", "执法证号", "执法证编号"};
    Columns columns;
    for (const importing::Cell& cell : header.cells) {
        const std::string word = text::fold(cell.text);
        if (code.contains(word)) columns.code = cell.column;
        if (stratum.contains(word)) columns.stratum = cell.column;
        if (certificate.contains(word)) columns.certificate = cell.column;
    }
    return columns;
}

std::string text_of(const importing::Row& row, std::uint32_t column) {
    const importing::Cell* cell = row.find(column);
    return cell == nullptr ? "" : text::trimmed(cell->text);
}

}  // namespace

std::vector<ListedCode> read_code_list(const std::filesystem::path& file) {
    std::vector<ListedCode> list;
    Columns columns;
    const importing::Workbook workbook = importing::open_workbook(file);
    importing::read_rows(workbook, 0, [&](importing::Row&& row) {
        if (columns.code == 0) {
            columns = columns_of(row);
            return true;  // title rows above the header
        }
        const std::string cell = text_of(row, columns.code);
        if (cell.empty()) return true;
        const text::CodeReading reading = text::read_code(cell);
        if (!reading.accepted())
            throw importing::UnreadableFile(
                file, "第 " + std::to_string(row.number) + " 行的代码“" + cell + "”：" + reading.reason,
                "核对代码后重试");
        list.push_back({reading.code, text_of(row, columns.stratum), text_of(row, columns.certificate)});
        return true;
    });
    if (columns.code == 0)
        throw importing::UnreadableFile(file, "没有名为“统一社会信用代码”或 code 的列", "补上表头后重试");
    return list;
}

}  // namespace draws
