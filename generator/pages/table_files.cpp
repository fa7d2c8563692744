#include "generator/pages/table_files.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "generator/pages/download.h"
#include "generator/pages/wording.h"

namespace pages {
namespace {

using records::ColumnValue;
using Json = nlohmann::ordered_json;

std::string workbook_text(const records::PublicColumn& column, const records::PublicCell& cell) {
    if (cell.empty) return {};
    if (column.value == ColumnValue::yes_no) return cell.number != 0 ? "是" : "否";
    if (column.value == ColumnValue::list) return joined(cell.list);
    if (column.value != ColumnValue::object) return cell.text;
    std::string words;
    for (const auto& [name, text] : cell.object)
        words += fmt::format("{}{}：{}", words.empty() ? "" : "；", name, text);
    return words;
}

void put_cell(Download& download, const records::PublicColumn& column, const records::PublicCell& cell) {
    if (column.value == ColumnValue::integer && !cell.empty) return download.number(cell.number);
    download.two(csv_text(column, cell), workbook_text(column, cell));
}

}  // namespace

void TableFiles::add(std::string_view table, const TableFile& file) {
    const std::lock_guard lock(mutex_);
    files_.insert_or_assign(std::string(table), file);
}

const TableFile& TableFiles::of(std::string_view table) const {
    const std::lock_guard lock(mutex_);
    const auto found = files_.find(table);
    if (found == files_.end()) throw std::logic_error(fmt::format("table {} was not written", table));
    return found->second;
}

std::string table_address(std::string_view table, std::string_view ending) {
    return fmt::format("data/tables/{}.{}", table, ending);
}

std::string csv_text(const records::PublicColumn& column, const records::PublicCell& cell) {
    if (cell.empty) return {};
    switch (column.value) {
        case ColumnValue::integer:
            return fmt::format("{}", cell.number);
        case ColumnValue::yes_no:
            return cell.number != 0 ? "true" : "false";
        case ColumnValue::list:
            return Json(cell.list).dump(-1, ' ', false, Json::error_handler_t::replace);
        case ColumnValue::object: {
            Json object = Json::object();
            for (const auto& [name, text] : cell.object) object[name] = text;
            return object.dump(-1, ' ', false, Json::error_handler_t::replace);
        }
        default:
            return cell.text;
    }
}

void write_table_files(const Site& site, records::PublicSite& records, const records::PublicTable& table,
                       TableFiles& files) {
    std::vector<std::string> terms, names;
    for (const records::PublicColumn& column : table.columns) {
        terms.emplace_back(column.field->term);
        names.push_back(column.name);
    }
    const bool workbook = records.count_rows(table) <= workbook_rows_at_most;
    Download download(site, fmt::format("data/tables/{}", table.name), table.term, terms, names, workbook);
    records.each_row_of(table, 0, [&](const records::PublicTableRow& row) {
        for (std::size_t i = 0; i < row.size(); ++i) put_cell(download, table.columns[i], row[i]);
        download.end_row();
    });
    download.finish();
    files.add(table.name,
              {download.rows(), download.csv_digest().size, output::hex(download.csv_digest().sha256), workbook});
}

}  // namespace pages
