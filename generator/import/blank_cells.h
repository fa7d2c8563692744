// Blank cells of a CSV or TSV stay blank, and the clerk is told where, a line a column: such files have no merged
// cells, so a blank may mean "as above". Knows columns and rows, not what they mean.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "generator/import/problems.h"
#include "generator/import/row_values.h"

namespace importing {

class BlankCells {
  public:
    /// Counts the blanks of a row in recognised columns that had a value in an earlier row.
    void look(const SheetColumns& columns, const Row& row);
    /// A note for every column that had any, with the first rows.
    void tell(const SheetColumns& columns, Problems& problems) const;

  private:
    std::set<std::uint32_t> filled_;
    std::map<std::uint32_t, std::pair<std::int64_t, std::vector<std::uint32_t>>> blank_;  // column → how many, where
};

}  // namespace importing
