#include "generator/import/fill_down.h"

#include "text/fold.h"

namespace importing {

namespace {

bool is_named(const std::string& named, const Heading& heading, const std::string& kind) {
    if (heading.text.empty()) return false;
    return text::fold(heading.text) == text::fold(named) ||
           (heading.field != nullptr && resolve_heading(named, kind) == heading.field);
}

}  // namespace

FillDown::FillDown(const std::vector<std::string>& named, const SheetColumns& columns) {
    for (const std::string& one : named)
        for (std::size_t i = 0; i < columns.headings.size(); ++i)
            if (is_named(one, columns.headings[i], columns.kind)) above_[static_cast<std::uint32_t>(i + 1)] = {};
}

void FillDown::apply(Row& row) {
    for (auto& [column, above] : above_) {
        if (row.cells.size() < column) row.cells.resize(column);
        Cell& cell = row.cells[column - 1];
        if (!cell.blank()) {
            above = cell;
        } else if (!above.blank()) {
            cell = above;
            cell.filled_down = true;
        }
    }
}

bool FillDown::names_column(const std::string& named, const SheetColumns& columns) {
    for (const Heading& heading : columns.headings)
        if (is_named(named, heading, columns.kind)) return true;
    return false;
}

}  // namespace importing
