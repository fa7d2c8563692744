#include "generator/pages/due_clock.h"

#include <fmt/format.h>

#include "generator/pages/parts.h"
#include "text/date.h"

namespace pages {

namespace {

/// From the first day to the last: 5 天（3 个工作日）.
std::string days_words(const Site& site, std::string_view area, text::Date first, text::Date last) {
    return fmt::format("{} 天（{} 个工作日）", text::days_between(first, last),
                       site.working_days(area).between(first, last));
}

}  // namespace

bool awaited(const records::Due& due) {
    return !due.on.empty() && (due.state == "open" || due.state == "overdue");
}

State kept_state(const Site& site, std::string_view area, const records::Due& due, std::string_view done_on) {
    if (due.state != "late") return state_of(due.state);
    const auto last = text::parse_iso(due.on), done = text::parse_iso(done_on.substr(0, 10));
    State state = state_of("late");
    if (last && done && *last < *done) state.word = fmt::format("逾期 {}", days_words(site, area, *last, *done));
    return state;
}

std::string left_words(const Site& site, std::string_view area, const records::Due& due) {
    const auto last = text::parse_iso(due.on), now = text::parse_iso(site.facts.as_of);
    if (!last || !now) return {};
    if (*last == *now) return "当天到期";
    if (*now < *last) return "还有 " + days_words(site, area, *now, *last);
    return "已过 " + days_words(site, area, *last, *now);
}

std::string left_as_of(const Site& site, std::string_view area, const records::Due& due) {
    if (!awaited(due)) return {};
    return fmt::format("截至{}{}", date_words(site.facts.as_of), left_words(site, area, due));
}

std::string deadline_words(const records::Due& due, std::string_view matter) {
    if (!due.on.empty()) return due_words(due);
    if (due.state == "unknown") return fmt::format("缺少起算日期，算不出期限（{}）", due.clause);
    return fmt::format("没有规则规定{}的期限", matter);
}

std::string deadline_words(const Site& site, std::string_view area, const records::Due& due, std::string_view matter) {
    const std::string words = deadline_words(due, matter), left = left_as_of(site, area, due);
    return left.empty() ? words : fmt::format("{}；{}", words, left);
}

}  // namespace pages
