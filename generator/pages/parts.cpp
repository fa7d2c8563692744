#include "generator/pages/parts.h"

#include <fmt/format.h>

namespace pages {
namespace {

constexpr std::size_t unified_length = 18;  // GB 32100

}  // namespace

FactList::FactList(Page& page, View view, std::string_view name)
    : page_(page), view_(view.include(name, "facts.tpl")), fact_(view_) {}

View FactList::fact(std::string_view term, std::string_view kind) {
    fact_ = view_.add("FACT");
    fact_.set("TERM", term);
    fact_.show(kind);
    return fact_;
}
void FactList::text(std::string_view term, std::string_view value) {
    if (!value.empty()) fact(term, "TEXT").set("TEXT", value);
}
void FactList::link(std::string_view term, std::string_view address, std::string_view value) {
    if (value.empty()) return;
    if (address.empty()) return text(term, value);
    View view = fact(term, "LINK");
    view.set("LINK", value);
    view.set("HREF", page_.href(address));
}
void FactList::code(std::string_view term, std::string_view value) {
    if (!value.empty()) fill_code(fact(term, "CODE"), value);
}
void FactList::date(std::string_view term, std::string_view iso) {
    if (iso.empty()) return;
    View view = fact(term, "DATE");
    view.set("DATE", iso);
    view.set("DATE_WORDS", date_words(iso));
}
void FactList::state(std::string_view term, const State& state) {
    View view = fact(term, "STATE");
    view.set("STATE", state.word);
    view.set("STATE_STYLE", state.style);
}
void FactList::note(std::string_view text) {
    fact_.fill("NOTE", text);
}

void fill_code(View view, std::string_view code) {
    if (code.size() != unified_length) {
        view.set("CODE_1", code);
        return;
    }
    view.set("CODE_1", code.substr(0, 2));
    view.fill("CODE_2", code.substr(2, 6));
    view.fill("CODE_3", code.substr(8, 9));
    view.fill("CODE_4", code.substr(17));
}

void fill_pager(Page& page, std::string_view previous, std::string_view next, std::string_view newest,
                std::string_view label) {
    if (previous.empty() && next.empty() && newest.empty()) return;
    View pager = page.body().include("PAGER", "pager.tpl");
    pager.set("PAGER_LABEL", label);
    const auto link = [&](std::string_view section, std::string_view address) {
        if (!address.empty()) pager.fill(section, page.href(address));
    };
    link("PREVIOUS", previous);
    link("NEXT", next);
    link("NEWEST", newest);
}

std::string due_words(const records::Due& due) {
    if (due.on.empty()) return {};
    return fmt::format("期限{}{}{}", date_words(due.on), due.provisional ? "（暂定：节假日安排尚未公布）" : "",
                       due.clause.empty() ? "" : fmt::format("，依据{}", due.clause));
}

}  // namespace pages
