#include "generator/pages/edition_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace pages {
namespace {

// Which field names a row, most telling first.
constexpr std::array<std::string_view, 4> name_fields{"task_name", "item", "list_item", "plan_name"};
// 序号 moves when rows are added; 调整情况 and 调整原因 speak of a change and are none.
constexpr std::array<std::string_view, 3> about_the_row{"serial", "change", "change_reason"};

bool is_content(std::string_view field) {
    return std::find(about_the_row.begin(), about_the_row.end(), field) == about_the_row.end();
}

std::string key_of(const records::EditionRow& row) {
    return row.task != 0 ? fmt::format("task {}", row.task) : fmt::format("item {}", row_name(row));
}

std::vector<CellChange> changes(const records::EditionRow& before, const records::EditionRow& after) {
    std::vector<CellChange> cells;
    for (const std::string& field : filled_fields({before, after})) {
        if (!is_content(field)) continue;
        const std::string_view old_text = before.cells.text(field), new_text = after.cells.text(field);
        if (old_text != new_text) cells.push_back({field, std::string(old_text), std::string(new_text)});
    }
    return cells;
}

}  // namespace

std::vector<std::string> filled_fields(const std::vector<records::EditionRow>& rows) {
    std::vector<std::string> fields;
    for (const records::EditionRow& row : rows) {
        auto place = fields.begin();
        for (const auto& [field, value] : row.cells.values) {
            if (value.text.empty()) continue;
            if (const auto known = std::find(fields.begin(), fields.end(), field); known != fields.end())
                place = known + 1;
            else
                place = fields.insert(place, field) + 1;
        }
    }
    return fields;
}

std::vector<std::string> repeated_fields(const std::vector<records::EditionRow>& rows) {
    constexpr std::size_t fewest_rows = 4;
    std::vector<std::string> repeated;
    if (rows.size() < fewest_rows) return repeated;
    for (const std::string& field : filled_fields(rows)) {
        const std::string_view first = rows.front().cells.text(field);
        if (!names_row(field) && std::all_of(rows.begin(), rows.end(), [&](const records::EditionRow& row) {
                return row.cells.text(field) == first;
            }))
            repeated.push_back(field);
    }
    return repeated;
}

EditionDifference difference(const std::vector<records::EditionRow>& before,
                             const std::vector<records::EditionRow>& after) {
    std::map<std::string, std::vector<const records::EditionRow*>> waiting;
    for (const records::EditionRow& row : before) waiting[key_of(row)].push_back(&row);
    EditionDifference result;
    std::vector<const records::EditionRow*> kept;
    for (const records::EditionRow& row : after) {
        auto& same = waiting[key_of(row)];
        if (same.empty()) {
            result.added.push_back(&row);
            continue;
        }
        const records::EditionRow* old_row = same.front();
        same.erase(same.begin());
        kept.push_back(old_row);
        if (auto cells = changes(*old_row, row); !cells.empty())
            result.changed.push_back({old_row, &row, std::move(cells)});
        else
            result.unchanged.push_back(&row);
    }
    for (const records::EditionRow& row : before)
        if (std::find(kept.begin(), kept.end(), &row) == kept.end()) result.dropped.push_back(&row);
    return result;
}

std::string row_name(const records::EditionRow& row) {
    for (const std::string_view field : name_fields)
        if (const std::string_view name = row.cells.text(field); !name.empty()) return std::string(name);
    for (const auto& [field, value] : row.cells.values)
        if (!value.text.empty() && is_content(field)) return value.text;
    return "（未命名）";
}

bool names_row(std::string_view field) {
    return std::find(name_fields.begin(), name_fields.end(), field) != name_fields.end();
}

}  // namespace pages
