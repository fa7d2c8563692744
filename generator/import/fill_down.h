// --fill-down COLUMN: the clerk's word that a blank cell of a column means the value above it. Knows columns and rows
// of one sheet; recording that it was said is the import's.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "generator/import/row_values.h"
#include "generator/import/workbook.h"

namespace importing {

class FillDown {
  public:
    /// `named`: headings as written, field names or their other spellings.
    FillDown(const std::vector<std::string>& named, const SheetColumns& columns);
    /// Fills the blank cells of the named columns; they are marked as filled down.
    void apply(Row& row);
    /// Whether a name means a column of this sheet.
    static bool names_column(const std::string& named, const SheetColumns& columns);

  private:
    std::map<std::uint32_t, Cell> above_;  // column from 1 → the last value seen
};

}  // namespace importing
