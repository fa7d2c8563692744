// The table of a plan edition (one row a task) or an item list edition (one row an item): which columns it has, and how
// two editions differ. Pure over values; knows nothing of HTML.
#pragma once

#include <string>
#include <vector>

#include "records/facts.h"

namespace pages {

/// The fields that at least one row fills, in the rows' own order of columns.
std::vector<std::string> filled_fields(const std::vector<records::EditionRow>& rows);

/// Of these, the fields in which all rows say the same (at least four rows): said once above the table instead.
std::vector<std::string> repeated_fields(const std::vector<records::EditionRow>& rows);

struct CellChange {
    std::string field, before, after;
};
struct RowChange {
    const records::EditionRow* before = nullptr;
    const records::EditionRow* after = nullptr;
    std::vector<CellChange> cells;
};
struct EditionDifference {  // 调整内容; points into the two lists of rows
    std::vector<const records::EditionRow*> added, dropped;
    std::vector<RowChange> changed;
    std::vector<const records::EditionRow*> unchanged;
    std::size_t count() const { return added.size() + dropped.size() + changed.size(); }
};

/// Rows are the same by their task's permanent id; rows without one (items) by their name and, where several share it,
/// in order. A row that only moved is unchanged.
EditionDifference difference(const std::vector<records::EditionRow>& before,
                             const std::vector<records::EditionRow>& after);

/// The name of a row: its task or item name, else its first filled cell.
std::string row_name(const records::EditionRow& row);
/// Whether the field names the task or item of its row.
bool names_row(std::string_view field);

}  // namespace pages
