#include "generator/import/sheet_header.h"

#include <map>
#include <nlohmann/json.hpp>

#include "generator/import/headers.h"
#include "generator/import/spreadsheet_file.h"
#include "text/fold.h"

namespace importing {

namespace {

/// The texts of the first rows; rows that are blank in the sheet stay blank here, so that indices are row numbers.
std::vector<std::vector<std::string>> first_texts(const Sheet& sheet) {
    std::vector<std::vector<std::string>> texts;
    for (const Row& row : sheet.rows) {
        if (row.number > most_rows_above_data + 2) break;
        texts.resize(row.number);
        for (const Cell& cell : row.cells) texts.back().push_back(cell.text);
    }
    return texts;
}

/// Fills in what follows from the headings: columns by field, names of unknown columns, the headings as JSON.
void name_columns(SheetHeader& header) {
    nlohmann::json json = nlohmann::json::array();
    std::map<std::string, int> times;
    for (std::size_t i = 0; i < header.columns.headings.size(); ++i) {
        const Heading& heading = header.columns.headings[i];
        json.push_back(heading.text);
        std::string& name = header.columns.unknown_names.emplace_back();
        const int time = heading.text.empty() ? 0 : ++times[text::fold(heading.text)];
        if (heading.field != nullptr) {
            header.columns.column_of.emplace(heading.field->name, static_cast<std::uint32_t>(i + 1));
        } else if (!heading.text.empty()) {
            name = time == 1 ? heading.text : heading.text + "（" + std::to_string(time) + "）";
            header.unknown.push_back(name);
        }
    }
    header.header_json = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

SheetHeader find_sheet_header(const Workbook& workbook, std::size_t sheet, const std::optional<std::string>& kind) {
    const Sheet first = read_sheet(workbook, sheet, most_rows_above_data + 2);
    const std::vector<std::vector<std::string>> texts = first_texts(first);
    const Headings headings =
        find_headings(texts, kind ? std::optional<std::string_view>(*kind) : std::nullopt, workbook.sheets[sheet].name);
    SheetHeader header;
    header.problem = headings.problem;
    if (headings.kind.empty() || headings.rows == 0) {
        if (header.problem.empty()) header.problem = "没有认出表头";
        return header;
    }
    header.columns.kind = headings.kind;
    header.columns.sheet = workbook.sheets[sheet].name;
    header.columns.headings = headings.columns;
    header.last_row = static_cast<std::uint32_t>(headings.first_row + headings.rows);
    name_columns(header);
    return header;
}

}  // namespace importing
