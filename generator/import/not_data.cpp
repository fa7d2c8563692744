#include "generator/import/not_data.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/fold.h"

namespace importing {

namespace {

constexpr int most_cells_of_a_note = 2;
constexpr std::string_view example = "示例";
constexpr std::array<std::string_view, 14> note_beginnings{
    "注:",    "注1",    "备注:",   "说明:",   "填表说明", "填表人",   "制表人",
    "填报人", "审核人", "负责人:", "联系人:", "填报单位", "制表单位", "填表日期"};
constexpr std::array<std::string_view, 4> totals{"合计", "总计", "小计", "共计"};

/// Every filled cell says what the header of its column says.
bool repeats_header(const SheetColumns& columns, const Row& row) {
    int filled = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].blank()) continue;
        const std::string cell = text::fold(row.cells[i].text);
        const std::string heading = i < columns.headings.size() ? text::fold(columns.headings[i].text) : std::string();
        if (cell != heading && !heading.ends_with("/" + cell)) return false;
        ++filled;
    }
    return filled >= 2;
}

}  // namespace

std::optional<std::string> why_no_data(const SheetColumns& columns, const Row& row) {
    const Cell* first = nullptr;
    int filled = 0;
    for (const Cell& cell : row.cells) {
        if (cell.blank()) continue;
        if (first == nullptr) first = &cell;
        if (!cell.filled_down) ++filled;
    }
    if (first == nullptr) return "是空行";
    const std::string text = text::fold(first->text);
    if (std::find(totals.begin(), totals.end(), text) != totals.end()) return "是表下的合计，不作为一行数据";
    const bool note = std::any_of(note_beginnings.begin(), note_beginnings.end(),
                                  [&](std::string_view beginning) { return text.starts_with(beginning); });
    if (note && filled <= most_cells_of_a_note) return "是表下的注，不作为一行数据";
    if (repeats_header(columns, row)) return "是重复的表头，不作为一行数据";
    return std::nullopt;
}

bool is_template_example(const SheetColumns& columns, const Row& row) {
    int examples = 0;
    for (const Heading& heading : columns.headings) {
        if (heading.field == nullptr) continue;
        const auto column = static_cast<std::uint32_t>(&heading - columns.headings.data() + 1);
        const Cell* cell = row.find(column);
        const std::string_view text = cell == nullptr ? std::string_view() : std::string_view(cell->text);
        if (text.starts_with(example) && text.substr(example.size()) == heading.field->term) ++examples;
    }
    return examples >= 2;
}

}  // namespace importing
