#include "generator/duties/deadlines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace duties {

namespace {

using records::Due;
using records::RuleFacts;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// The day of this number in a month, or its last day where it has no such day.
std::optional<text::Date> day_of_month(int year, int month, int day) {
    for (int last = std::min(day, 31); last >= 28; --last)
        if (const auto date = text::make_date(year, month, last)) return date;
    return text::make_date(year, month, day);
}

std::optional<text::Date> months_after(text::Date date, int months) {
    const auto month = std::chrono::year_month(date.year(), date.month()) + std::chrono::months(months);
    return day_of_month(static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())),
                        static_cast<int>(static_cast<unsigned>(date.day())));
}

/// One part of a fixed date: YYYY-MM-DD, MM-DD or 每月DD.
void add_fixed(std::string_view part, int year, std::vector<text::Date>& days) {
    constexpr std::string_view monthly = "每月";
    const auto add = [&](const std::optional<text::Date>& date) {
        if (date) days.push_back(*date);
    };
    if (const auto whole = text::parse_iso(part)) return days.push_back(*whole);
    if (year == 0) return;
    if (!part.starts_with(monthly)) {
        if (part.size() == 5) add(text::parse_iso(fmt::format("{:04}-{}", year, part)));
        return;
    }
    part.remove_prefix(monthly.size());
    if (part.ends_with("日")) part.remove_suffix(std::string_view("日").size());
    const auto day = number(part);
    if (!day || *day < 1 || *day > 31) return;
    for (int month = 1; month <= 12; ++month) add(day_of_month(year, month, *day));
}

std::optional<text::Date> fixed_day(const RuleFacts& rule, const StartDays& start) {
    const std::vector<text::Date> days = fixed_days(rule, start.year);
    if (days.empty()) return std::nullopt;
    const auto from = text::parse_iso(start_day(rule, start));
    if (!from) return days.front();
    const auto next = std::find_if(days.begin(), days.end(), [&](text::Date day) { return day >= *from; });
    return next == days.end() ? days.back() : *next;
}

/// A period that could be counted if the day it counts from were known.
bool lacks_start(const RuleFacts& rule, const StartDays& start) {
    return rule.fixed_date.empty() && rule.length && !rule.start_event.empty() &&
           !text::parse_iso(start_day(rule, start));
}

std::string clause_of(const RuleFacts& rule) {
    std::string clause = rule.document_number.empty() ? rule.document : rule.document_number;
    if (!rule.clause.empty()) clause += " " + rule.clause;
    return clause;
}

}  // namespace

bool about(const RuleFacts& rule, Matter matter) {
    if (!is_one_of(rule.kind, {"deadline", "期限"})) return false;
    switch (matter) {
        case Matter::result:
            return is_one_of(rule.subject, {"result", "结果", "结果公示"});
        case Matter::follow_up:
            return is_one_of(rule.subject, {"follow_up", "后续处置"});
        case Matter::plan:
            return is_one_of(rule.subject, {"plan", "计划", "计划公布"});
        case Matter::item_list:
            return is_one_of(rule.subject, {"item_list", "清单", "清单公布"});
        case Matter::claim:
            return is_one_of(rule.subject, {"claim", "认领", "认领确认"});
    }
    return false;
}

std::string start_day(const RuleFacts& rule, const StartDays& start) {
    if (is_one_of(rule.start_event, {"inspection_finished", "检查完毕"})) return start.inspection_finished;
    if (is_one_of(rule.start_event, {"result_produced", "检查结果产生"})) return start.result_produced;
    if (is_one_of(rule.start_event, {"follow_up_arose", "后续处置信息产生"})) return start.follow_up_arose;
    if (is_one_of(rule.start_event, {"task_completed", "抽查任务完成"})) return start.task_completed;
    if (is_one_of(rule.start_event, {"plan_made", "计划制定"})) return start.plan_made;
    if (is_one_of(rule.start_event, {"list_dispatched", "名单派发"})) return start.list_dispatched;
    return {};
}

std::vector<text::Date> fixed_days(const RuleFacts& rule, int year) {
    constexpr std::string_view joint = "、";
    std::vector<text::Date> days;
    for (std::string_view rest = rule.fixed_date; !rest.empty();) {
        const std::size_t end = rest.find(joint);
        add_fixed(rest.substr(0, end), year, days);
        rest.remove_prefix(end == rest.npos ? rest.size() : end + joint.size());
    }
    std::sort(days.begin(), days.end());
    return days;
}

bool in_force(const RuleFacts& rule, std::string_view day) {
    return (rule.effective_on.empty() || rule.effective_on <= day) && (rule.ended_on.empty() || day <= rule.ended_on);
}

std::optional<WorkingDate> due_day(const RuleFacts& rule, const StartDays& start, const WorkingDays& calendar) {
    const std::string start_of = start_day(rule, start);
    if (!rule.fixed_date.empty()) {
        const auto day = fixed_day(rule, start);
        if (!day || !in_force(rule, start_of.empty() ? text::iso(*day) : start_of)) return std::nullopt;
        return WorkingDate{*day, false};
    }
    const auto from = text::parse_iso(start_of);
    if (!from || !rule.length || !in_force(rule, start_of)) return std::nullopt;
    if (is_one_of(rule.unit, {"working_day", "工作日", "个工作日"})) return calendar.after(*from, *rule.length);
    if (is_one_of(rule.unit, {"day", "日", "天"})) return calendar.after(text::plus_days(*from, *rule.length), 0);
    if (is_one_of(rule.unit, {"month", "月", "个月"}))
        if (const auto last = months_after(*from, *rule.length)) return calendar.after(*last, 0);
    return std::nullopt;
}

std::string due_state(text::Date due, std::string_view done_on, std::string_view as_of) {
    const std::string date = text::iso(due);
    if (!done_on.empty()) return done_on <= date ? "met" : "late";
    return as_of <= date ? "open" : "overdue";
}

std::optional<Due> due(Matter matter, const std::vector<RuleFacts>& rules, const StartDays& start,
                       const WorkingDays& calendar, std::string_view done_on, std::string_view as_of) {
    std::optional<Due> earliest, unknown;
    for (const RuleFacts& rule : rules) {
        if (!about(rule, matter)) continue;
        const auto day = due_day(rule, start, calendar);
        if (!day && !unknown && lacks_start(rule, start)) unknown = Due{"", clause_of(rule), false, "unknown"};
        if (!day) continue;
        const std::string on = text::iso(day->date);
        if (!earliest || on < earliest->on)
            earliest = Due{on, clause_of(rule), day->provisional, due_state(day->date, done_on, as_of)};
    }
    return earliest ? earliest : unknown;
}

}  // namespace duties
