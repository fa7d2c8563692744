// Opens a clerk's file by what is in it, whatever it is called, and streams its rows.
// XLSX, CSV and TSV are read; everything else clerks send (.xls, .et, encrypted, .ods, web pages, PDF) is named and
// refused with how to save it as XLSX. Knows nothing of what the cells mean.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

#include "generator/import/workbook.h"

namespace importing {

/// Takes one row; returns false to stop reading.
using RowTaker = std::function<bool(Row&&)>;

/// Recognises the file and lists its sheets in their order, hidden ones too. Throws UnreadableFile.
Workbook open_workbook(const std::filesystem::path& file);

/// Hands every row with something in it to `take`, in order, holding one row at a time. `sheet` counts from 0. Merged
/// areas are filled down and right; a row that has only such cells is not handed over. Throws UnreadableFile, and
/// whatever `take` throws.
void read_rows(const Workbook& workbook, std::size_t sheet, const RowTaker& take);

/// A sheet's merged areas in the file's order; none in CSV and TSV. Throws UnreadableFile.
std::vector<MergedArea> read_merges(const Workbook& workbook, std::size_t sheet);

/// The sheet in memory: its first `most_rows` rows with something in them. Throws UnreadableFile.
Sheet read_sheet(const Workbook& workbook, std::size_t sheet, std::size_t most_rows = 1'048'576);

}  // namespace importing
