#include "generator/import/blank_cells.h"

#include <string>

namespace importing {

namespace {

constexpr std::size_t most_rows_named = 8;

}  // namespace

void BlankCells::look(const SheetColumns& columns, const Row& row) {
    for (const auto& [field, column] : columns.column_of) {
        const Cell* cell = row.find(column);
        if (cell != nullptr && !cell->blank()) {
            filled_.insert(column);
        } else if (filled_.contains(column)) {
            auto& [count, rows] = blank_[column];
            ++count;
            if (rows.size() < most_rows_named) rows.push_back(row.number);
        }
    }
}

void BlankCells::tell(const SheetColumns& columns, Problems& problems) const {
    for (const auto& [column, found] : blank_) {
        const auto& [count, rows] = found;
        Problem problem;
        problem.sheet = columns.sheet;
        problem.column = column;
        problem.column_name = columns.headings[column - 1].text;
        problem.reason = "有 " + std::to_string(count) + " 个空白格（第 ";
        for (std::size_t i = 0; i < rows.size(); ++i) problem.reason += (i > 0 ? "、" : "") + std::to_string(rows[i]);
        if (count > static_cast<std::int64_t>(rows.size())) problem.reason += " …";
        problem.reason += " 行），仍作空白";
        problem.suggestion = "若空白表示同上一行，加 --fill-down " + problem.column_name;
        problems.note(std::move(problem));
    }
}

}  // namespace importing
