// The parts that repeat on many pages: a table, a list of facts, a pager, the standing of a record. Each fills one
// small template (table.tpl, facts.tpl …) and knows nothing of what it shows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/page.h"
#include "generator/pages/parts.h"
#include "generator/pages/wording.h"

namespace pages {

/// A table whose rows stack on a phone: every cell carries its column's label. Cells are given in column order. A
/// column that no row fills is left out; without rows there is no table at all, and the page says in words why there is
/// nothing. The page keeps the cells and writes the table when it is put.
class Table {
  public:
    /// Goes into {{>NAME}} of `view`: the page's body or a part of it.
    Table(Page& page, View view, std::string_view name, std::string_view caption, std::vector<std::string> columns);

    /// A column of numbers, dates or codes, or of long texts: sets its width and alignment. Before the first row.
    void column_style(std::size_t column, std::string_view style);
    /// More columns than fit: scrolls sideways within itself on a wide screen.
    void scrolling();

    void row(std::string_view id = {});
    void text(std::string_view cell);
    void link(std::string_view address, std::string_view cell);
    void code(std::string_view cell);
    void date(std::string_view iso);
    void state(const State& state);
    void number(std::int64_t cell);
    /// A figure that leads to its rows; plain when the address is empty.
    void number(std::int64_t cell, std::string_view address);
    // What stood there before a correction, struck through, and what stands there since.
    void removed(std::string_view text);
    void added(std::string_view text);
    /// A change: what stood there and what stands there now.
    void change(std::string_view before, std::string_view after);
    // More in the last cell, on a line of its own; nothing when empty.
    void also(std::string_view text);
    void also_code(std::string_view code);
    void also_state(const State& state);
    void also_link(std::string_view address, std::string_view text);

    struct Content;

  private:
    Page& page_;
    Content& content_;
};

}  // namespace pages
