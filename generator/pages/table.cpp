#include "generator/pages/table.h"

#include <fmt/format.h>

namespace pages {
namespace {

/// One thing in a cell: the section of table.tpl that shows it and the values it needs.
struct Piece {
    std::string_view section;
    std::string text, href, style;
};
struct Cell {
    std::vector<Piece> pieces;
};
struct Row {
    std::string id;
    std::vector<Cell> cells;
};

void show(View view, const Piece& piece) {
    if (piece.section == "CODE" || piece.section == "ALSO_CODE") return fill_code(view, piece.text);
    if (piece.section == "STATE" || piece.section == "ALSO_STATE") {
        view.set("STATE", piece.text);
        return view.set("STATE_STYLE", piece.style);
    }
    if (piece.section == "CHANGE") {
        view.fill("BEFORE", piece.text);
        view.fill("AFTER", piece.href);
        if (piece.text.empty()) view.show("NOTHING_BEFORE");
        if (piece.href.empty()) view.show("NOTHING_AFTER");
        return;
    }
    view.set("VALUE", piece.text);
    if (!piece.href.empty()) view.set("HREF", piece.href);
}

Piece state_piece(std::string_view section, const State& state) {
    return {section, state.word, {}, std::string(state.style)};
}

}  // namespace

struct Table::Content : PageContent {
    Content(View place, std::string_view part, std::string_view words, std::vector<std::string> heads)
        : view(place), name(part), caption(words), columns(std::move(heads)), styles(columns.size()) {}
    void write() override;
    void write_row(const Row& row, const std::vector<std::size_t>& used);
    std::vector<std::size_t> used_columns() const;
    void add(Piece piece) { rows.back().cells.emplace_back().pieces.push_back(std::move(piece)); }
    void extend(Piece piece) { rows.back().cells.back().pieces.push_back(std::move(piece)); }

    View view;
    std::string name, caption;
    std::vector<std::string> columns, styles;
    bool scrolls = false;
    std::vector<Row> rows;
};

std::vector<std::size_t> Table::Content::used_columns() const {
    std::vector<std::size_t> used;
    for (std::size_t column = 0; column < columns.size(); ++column)
        for (const Row& row : rows)
            if (column < row.cells.size() && !row.cells[column].pieces.empty()) {
                used.push_back(column);
                break;
            }
    return used;
}

void Table::Content::write_row(const Row& row, const std::vector<std::size_t>& used) {
    View line = view.add("ROW");
    line.fill("ROW_ID", row.id);
    for (const std::size_t column : used) {
        View cell = line.add("CELL");
        cell.set("LABEL", columns[column]);
        const bool empty = column >= row.cells.size() || row.cells[column].pieces.empty();
        cell.fill("STYLE", empty ? "none" : styles[column]);
        if (empty) continue;
        for (const Piece& piece : row.cells[column].pieces) show(cell.add(piece.section), piece);
    }
}

void Table::Content::write() {
    if (rows.empty()) return;
    view = view.include(name, "table.tpl");
    view.set("CAPTION", caption);
    const std::vector<std::size_t> used = used_columns();
    if (scrolls) view.show("SCROLLING");
    for (const std::size_t column : used) {
        View head = view.add("COLUMN");
        head.set("COLUMN_LABEL", columns[column]);
        head.fill("COLUMN_STYLE", styles[column]);
    }
    for (const Row& row : rows) write_row(row, used);
}

Table::Table(Page& page, View view, std::string_view name, std::string_view caption, std::vector<std::string> columns)
    : page_(page), content_(page.keep(std::make_unique<Content>(view, name, caption, std::move(columns)))) {}

void Table::column_style(std::size_t column, std::string_view style) {
    content_.styles.at(column) = style;
}
void Table::scrolling() {
    content_.scrolls = true;
}
void Table::row(std::string_view id) {
    content_.rows.push_back({std::string(id), {}});
}

void Table::text(std::string_view text) {
    if (text.empty())
        content_.rows.back().cells.emplace_back();
    else
        content_.add({"TEXT", std::string(text), {}, {}});
}
void Table::link(std::string_view address, std::string_view text) {
    if (address.empty() || text.empty()) return this->text(text);
    content_.add({"LINK", std::string(text), page_.href(address), {}});
}
void Table::code(std::string_view code) {
    if (code.empty()) return text("");
    content_.add({"CODE", std::string(code), {}, {}});
}
void Table::date(std::string_view iso) {
    if (iso.empty()) return text("");
    content_.add({"DATE", std::string(iso.substr(0, 10)), {}, {}});
}
void Table::state(const State& state) {
    content_.add(state_piece("STATE", state));
}
void Table::number(std::int64_t number) {
    text(fmt::format("{}", number));
}
void Table::number(std::int64_t count, std::string_view address) {
    if (address.empty() || count == 0) return number(count);
    link(address, fmt::format("{}", count));
}
void Table::removed(std::string_view text) {
    if (text.empty()) return content_.add({"NOTHING", "（原为空）", {}, {}});
    content_.add({"REMOVED", std::string(text), {}, {}});
}
void Table::added(std::string_view text) {
    if (text.empty()) return content_.add({"NOTHING", "（已删去）", {}, {}});
    content_.add({"ADDED", std::string(text), {}, {}});
}
void Table::change(std::string_view before, std::string_view after) {
    content_.add({"CHANGE", std::string(before), std::string(after), {}});
}
void Table::also(std::string_view text) {
    if (!text.empty()) content_.extend({"ALSO", std::string(text), {}, {}});
}
void Table::also_code(std::string_view code) {
    if (!code.empty()) content_.extend({"ALSO_CODE", std::string(code), {}, {}});
}
void Table::also_state(const State& state) {
    content_.extend(state_piece("ALSO_STATE", state));
}
void Table::also_link(std::string_view address, std::string_view text) {
    content_.extend({"ALSO_LINK", std::string(text), page_.href(address), {}});
}

}  // namespace pages
