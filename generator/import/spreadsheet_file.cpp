#include "generator/import/spreadsheet_file.h"

#include <utility>

#include "generator/import/delimited_file.h"
#include "generator/import/file_kind.h"
#include "generator/import/xlsx_reader.h"
#include "generator/import/zip_package.h"

namespace importing {

Workbook open_workbook(const std::filesystem::path& file) {
    if (recognise(file) == FileKind::delimited) return open_delimited(file);
    return open_xlsx(ZipPackage(file));
}

void read_rows(const Workbook& workbook, std::size_t sheet, const RowTaker& take) {
    if (workbook.format == Workbook::Format::delimited) return read_delimited_rows(workbook, take);
    read_xlsx_rows(ZipPackage(workbook.path), sheet, take);
}

std::vector<MergedArea> read_merges(const Workbook& workbook, std::size_t sheet) {
    if (workbook.format == Workbook::Format::delimited) return {};
    return read_xlsx_merges(ZipPackage(workbook.path), sheet);
}

Sheet read_sheet(const Workbook& workbook, std::size_t sheet, std::size_t most_rows) {
    Sheet whole;
    whole.info = workbook.sheets.at(sheet);
    whole.merges = read_merges(workbook, sheet);
    read_rows(workbook, sheet, [&](Row&& row) {
        if (whole.rows.size() < most_rows) whole.rows.push_back(std::move(row));
        return whole.rows.size() < most_rows;
    });
    return whole;
}

}  // namespace importing
