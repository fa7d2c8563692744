// Where the header of one sheet is and what its columns mean: headers.h applied to a spreadsheet's first rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/import/row_values.h"
#include "generator/import/workbook.h"

namespace importing {

struct SheetHeader {
    SheetColumns columns;
    std::uint32_t last_row = 0;        // rows after it are data
    std::vector<std::string> unknown;  // headings that are no field
    std::string header_json;           // the headings as they stood
    std::string problem;               // why it is no sheet of this kind; empty: it is
};

/// Reads the header of a sheet; `kind` from --as, else recognised.
SheetHeader find_sheet_header(const Workbook& workbook, std::size_t sheet, const std::optional<std::string>& kind);

}  // namespace importing
