// Reads XLSX workbooks: opens the package, lists the sheets, streams the rows of one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "generator/import/spreadsheet_file.h"
#include "generator/import/workbook.h"

namespace importing {

class ZipPackage;

/// Throws UnreadableFile.
Workbook open_xlsx(const ZipPackage& package);

/// As read_rows.
void read_xlsx_rows(const ZipPackage& package, std::size_t sheet, const RowTaker& take);

/// As read_merges.
std::vector<MergedArea> read_xlsx_merges(const ZipPackage& package, std::size_t sheet);

}  // namespace importing
