#include "generator/pages/table.h"

#include <fmt/format.h>

#include "generator/pages/wording.h"

namespace pages {
namespace {

bool well_formed(std::string_view code) {
    return code.size() == 18;
}

}  // namespace

Table::Table(Page& page, View view, std::string_view name, std::string_view caption, std::vector<std::string> columns)
    : page_(page),
      view_(view),
      row_(view),
      cell_(view),
      name_(name),
      caption_(caption),
      columns_(std::move(columns)),
      styles_(columns_.size()) {}

void Table::column_style(std::size_t column, std::string_view style) {
    styles_.at(column) = style;
}
void Table::scrolling() {
    scrolling_ = true;
}

void Table::begin() {
    begun_ = true;
    view_ = view_.include(name_, "table.tpl");
    view_.set("CAPTION", caption_);
    if (scrolling_) view_.show("SCROLLING");
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        View head = view_.add("COLUMN");
        head.set("COLUMN_LABEL", columns_[i]);
        head.fill("COLUMN_STYLE", styles_[i]);
    }
}

void Table::row(std::string_view id) {
    if (!begun_) begin();
    row_ = view_.add("ROW");
    row_.fill("ROW_ID", id);
    next_ = 0;
}

View Table::cell(std::string_view kind) {
    cell_ = row_.add("CELL");
    cell_.set("LABEL", columns_.at(next_));
    const std::string& style = styles_[next_];
    ++next_;
    cell_.fill("STYLE", kind.empty() ? (style.empty() ? "none" : style + " none") : style);
    if (!kind.empty()) cell_.show(kind);
    return cell_;
}

void Table::text(std::string_view text) {
    cell(text.empty() ? "" : "TEXT").set("TEXT", text);
}
void Table::link(std::string_view address, std::string_view text) {
    if (address.empty() || text.empty()) return this->text(text);
    View link = cell("LINK");
    link.set("LINK", text);
    link.set("HREF", page_.href(address));
}
void Table::code(std::string_view code) {
    View view = cell(code.empty() ? "" : "CODE");
    if (!code.empty()) fill_code(view, code);
}
void Table::date(std::string_view iso) {
    cell(iso.empty() ? "" : "DATE").set("DATE", iso.substr(0, 10));
}
void Table::state(const State& state) {
    View view = cell("STATE");
    view.set("STATE", state.word);
    view.set("MARK", state.mark);
    view.set("STATE_STYLE", state.style);
}
void Table::number(std::int64_t number) {
    cell("TEXT").set("TEXT", number);
}
void Table::number(std::int64_t count, std::string_view address) {
    if (address.empty() || count == 0) return number(count);
    link(address, fmt::format("{}", count));
}
void Table::change(std::string_view before, std::string_view after) {
    View view = cell("CHANGE");
    view.fill("BEFORE", before);
    view.fill("AFTER", after);
    if (before.empty()) view.show("NOTHING_BEFORE");
    if (after.empty()) view.show("NOTHING_AFTER");
}
void Table::also(std::string_view text) {
    if (text.empty()) return;
    cell_.add("ALSO").set("ALSO", text);
}
void Table::also_code(std::string_view code) {
    if (code.empty()) return;
    fill_code(cell_.add("ALSO_CODE"), code);
}
void Table::also_state(const State& state) {
    View view = cell_.add("ALSO_STATE");
    view.set("STATE", state.word);
    view.set("MARK", state.mark);
    view.set("STATE_STYLE", state.style);
}

void Table::also_link(std::string_view address, std::string_view text) {
    View view = cell_.add("ALSO_LINK");
    view.set("HREF", page_.href(address));
    view.set("LINK", text);
}

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
    view.set("MARK", state.mark);
    view.set("STATE_STYLE", state.style);
}
void FactList::note(std::string_view text) {
    fact_.fill("NOTE", text);
}

void fill_code(View view, std::string_view code) {
    if (!well_formed(code)) {
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

bool fill_standing(Page& page, const records::Standing& standing) {
    const bool tombstone = !standing.withdrawn_on.empty() || !standing.expired_on.empty();
    if (!tombstone && standing.corrected.empty()) return false;
    View view = page.body().include("STANDING", "standing.tpl");
    for (const std::string& sentence : standing.corrected) view.add("CORRECTED").set("SENTENCE", sentence);
    if (!standing.withdrawn_on.empty()) {
        View withdrawn = view.add("WITHDRAWN");
        withdrawn.set("WITHDRAWN_ON", date_words(standing.withdrawn_on));
        withdrawn.fill("WITHDRAWN_REASON", standing.withdrawn_reason);
    } else if (!standing.expired_on.empty()) {
        view.add("EXPIRED").set("EXPIRED_ON", date_words(standing.expired_on));
    }
    return tombstone;
}

std::string due_words(const records::Due& due) {
    if (due.on.empty()) return {};
    return fmt::format("应于{}前{}{}", date_words(due.on), due.provisional ? "（暂定：节假日安排尚未公布）" : "",
                       due.clause.empty() ? "" : fmt::format("，依据：{}", due.clause));
}

void fill_citation(Page& page, std::string_view author, std::string_view title, std::string_view published_on,
                   std::string_view address) {
    View view = page.body().include("CITATION", "citation.tpl");
    const std::string url =
        page.site().base().empty() ? std::string(address) : page.site().base() + std::string(address);
    view.set("CITE_AUTHOR", author.empty() ? std::string_view(page.site().facts.publisher) : author);
    view.set("CITE_TITLE", title);
    view.fill("CITE_DATE", published_on.substr(0, 10));
    view.fill("CITE_YEAR", published_on.substr(0, 4));
    view.set("CITE_URL", url);
}

}  // namespace pages
