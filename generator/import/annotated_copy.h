// Gives a clerk's workbook back with what is wrong marked in it: bad cells coloured, a comment on each, and a first
// sheet 问题清单 that lists them. Knows cells and messages, not what they mean. The same input gives the same bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "generator/import/workbook.h"

namespace importing {

/// One problem at one place of a workbook.
struct CellProblem {
    std::string sheet;         ///< the sheet's name; empty: the first sheet
    std::uint32_t row = 0;     ///< from 1; 0: about the sheet as a whole
    std::uint32_t column = 0;  ///< from 1; 0: about the row as a whole
    std::string message;       ///< zh-CN: what is wrong, why and what to do
};

/// Where the copy of a file goes: beside it, "FILE.问题.xlsx".
std::filesystem::path annotated_name(const std::filesystem::path& source);

/// Writes all sheets of `source` (XLSX, CSV or TSV) as texts into `copy` with the problems marked. Problems of sheets
/// that do not exist appear in the list only. Throws UnreadableFile for the source and std::runtime_error when the
/// copy cannot be written.
void write_annotated_copy(const Workbook& source, const std::vector<CellProblem>& problems,
                          const std::filesystem::path& copy);

}  // namespace importing
