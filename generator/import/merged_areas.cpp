#include "generator/import/merged_areas.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "generator/import/sheet_limits.h"

namespace importing {
namespace {

void fill_cells(Row& row, const MergedArea& area, const Cell& first) {
    if (first.blank()) return;
    for (std::uint32_t column = area.first_column; column <= area.last_column; ++column) {
        if (row.number == area.first_row && column == area.first_column) continue;
        while (row.cells.size() < column) {
            Cell& blank = row.cells.emplace_back();
            blank.row = row.number;
            blank.column = static_cast<std::uint32_t>(row.cells.size());
        }
        Cell& cell = row.cells[column - 1];
        if (!cell.blank()) continue;
        cell = first;
        cell.row = row.number;
        cell.column = column;
        cell.filled_down = true;
    }
}

}  // namespace

MergedFill::MergedFill(std::vector<MergedArea> areas) : areas_(std::move(areas)) {
    std::sort(areas_.begin(), areas_.end(), [](const MergedArea& left, const MergedArea& right) {
        return std::tie(left.first_row, left.first_column) < std::tie(right.first_row, right.first_column);
    });
}

bool MergedFill::fill(Row& row) {
    std::erase_if(open_, [&](const Open& open) { return open.area.last_row < row.number; });
    for (; next_ < areas_.size() && areas_[next_].first_row <= row.number; ++next_) {
        const MergedArea& area = areas_[next_];
        if (area.last_row < row.number) continue;
        const Cell* const first = area.first_row == row.number ? row.find(area.first_column) : nullptr;
        open_.push_back({area, first == nullptr ? Cell{} : *first});
        if (open_.size() > limits::most_columns) return false;
    }
    for (const Open& open : open_) fill_cells(row, open.area, open.first);
    return true;
}

}  // namespace importing
