// Fills merged areas (合并单元格) down and right while rows go by one at a time: every cell of an area gets the value
// of its first cell, marked filled_down. Knows cells, no file format.
#pragma once

#include <cstddef>
#include <vector>

#include "generator/import/workbook.h"

namespace importing {

class MergedFill {
  public:
    /// The areas of one sheet, in any order.
    explicit MergedFill(std::vector<MergedArea> areas);

    /// Completes one row; rows must come in ascending order. Cells with a value of their own keep it. False when more
    /// areas overlap than a row has columns, which no program writes.
    bool fill(Row& row);

  private:
    struct Open {
        MergedArea area;
        Cell first;
    };
    std::vector<MergedArea> areas_;  // by first row
    std::size_t next_ = 0;
    std::vector<Open> open_;  // those that the current row lies in
};

}  // namespace importing
