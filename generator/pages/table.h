// The parts that repeat on many pages: a table, a list of facts, a pager, the standing of a record. Each fills one
// small template (table.tpl, facts.tpl …) and knows nothing of what it shows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/page.h"
#include "generator/pages/wording.h"

namespace pages {

/// A table whose rows stack on a phone: every cell carries its column's label. Cells are given in column order. Without
/// rows there is no table at all: the page says in words why there is nothing.
class Table {
  public:
    /// Goes into {{>NAME}} of the page's body (or of `view`).
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
    /// A change: what stood there and what stands there now.
    void change(std::string_view before, std::string_view after);
    // More in the last cell, on a line of its own.
    void also(std::string_view text);
    void also_code(std::string_view code);
    void also_state(const State& state);
    void also_link(std::string_view address, std::string_view text);

  private:
    View cell(std::string_view kind);
    void begin();
    Page& page_;
    View view_, row_, cell_;
    std::string name_, caption_;
    std::vector<std::string> columns_, styles_;
    std::size_t next_ = 0;
    bool scrolling_ = false, begun_ = false;
};

/// 信息头: terms with their values, empty ones left out.
class FactList {
  public:
    FactList(Page& page, View view, std::string_view name);
    void text(std::string_view term, std::string_view value);
    void link(std::string_view term, std::string_view address, std::string_view value);
    void code(std::string_view term, std::string_view value);
    void date(std::string_view term, std::string_view iso);
    void state(std::string_view term, const State& state);
    void note(std::string_view text);  // under the last value

  private:
    View fact(std::string_view term, std::string_view kind);
    Page& page_;
    View view_, fact_;
};

/// Sets the values of one code, grouped 2-6-9-1 by style only, so that a copied code has no blanks.
void fill_code(View view, std::string_view code);

/// 上一页, 下一页, 最新一页; an empty address leaves the link out.
void fill_pager(Page& page, std::string_view previous, std::string_view next, std::string_view newest,
                std::string_view label);

/// What a page says about corrections of its record; true when nothing but a tombstone may be shown.
bool fill_standing(Page& page, const records::Standing& standing);

/// 期限: the due date with its clause, and how it stands.
std::string due_words(const records::Due& due);

/// 引用本页 for a document or record.
void fill_citation(Page& page, std::string_view author, std::string_view title, std::string_view published_on,
                   std::string_view address);

}  // namespace pages
