// Small parts that repeat on many pages: a list of facts, a pager. Each fills one
// small template (facts.tpl …) and knows nothing of what it shows.
#pragma once

#include <string>
#include <string_view>

#include "generator/pages/citation.h"
#include "generator/pages/page.h"
#include "generator/pages/wording.h"

namespace pages {

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

/// 期限: the due date with its clause; how it stands is said by due_clock.h.
std::string due_words(const records::Due& due);

}  // namespace pages
