// A CSV or TSV on the disk: what it is and its rows, read piece by piece.
#pragma once

#include <filesystem>

#include "generator/import/spreadsheet_file.h"
#include "generator/import/workbook.h"

namespace importing {

/// Reads the whole file once to know its encoding, and its beginning for the separator. Throws UnreadableFile.
Workbook open_delimited(const std::filesystem::path& file);

/// As read_rows.
void read_delimited_rows(const Workbook& workbook, const RowTaker& take);

}  // namespace importing
