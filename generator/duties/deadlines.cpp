#include "generator/duties/deadlines.h"

#include <array>
#include <utility>

namespace duties {

namespace {

using records::Due;
using records::RuleFacts;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view candidate : words)
        if (word == candidate) return true;
    return false;
}

bool about(const RuleFacts& rule, Matter matter) {
    if (!is_one_of(rule.kind, {"deadline", "期限"})) return false;
    switch (matter) {
        case Matter::result: return is_one_of(rule.subject, {"result", "结果", "结果公示"});
        case Matter::follow_up: return is_one_of(rule.subject, {"follow_up", "后续处置"});
        case Matter::plan: return is_one_of(rule.subject, {"plan", "计划", "计划公布"});
        case Matter::item_list: return is_one_of(rule.subject, {"item_list", "清单", "清单公布"});
    }
    return false;
}

const std::string* start_day(const RuleFacts& rule, const StartDays& start) {
    if (is_one_of(rule.start_event, {"inspection_finished", "检查完毕"})) return &start.inspection_finished;
    if (is_one_of(rule.start_event, {"result_produced", "检查结果产生"})) return &start.result_produced;
    if (is_one_of(rule.start_event, {"follow_up_arose", "后续处置信息产生"})) return &start.follow_up_arose;
    if (is_one_of(rule.start_event, {"task_completed", "抽查任务完成"})) return &start.task_completed;
    if (is_one_of(rule.start_event, {"plan_made", "计划制定"})) return &start.plan_made;
    return nullptr;
}

/// A fixed date: YYYY-MM-DD, or MM-DD of the plan's year.
std::optional<text::Date> fixed_date(const RuleFacts& rule, int year) {
    if (const auto whole = text::parse_iso(rule.fixed_date)) return whole;
    if (year == 0 || rule.fixed_date.size() != 5) return std::nullopt;
    return text::parse_iso(std::to_string(year) + "-" + rule.fixed_date);
}

std::optional<WorkingDate> due_day(const RuleFacts& rule, const StartDays& start, const WorkingDays& calendar) {
    if (!rule.fixed_date.empty()) {
        const auto date = fixed_date(rule, start.year);
        return date ? std::optional(WorkingDate{*date, false}) : std::nullopt;
    }
    const std::string* day = start_day(rule, start);
    if (day == nullptr || !rule.length) return std::nullopt;
    const auto from = text::parse_iso(*day);
    if (!from) return std::nullopt;
    if (is_one_of(rule.unit, {"working_day", "工作日", "个工作日"})) return calendar.after(*from, *rule.length);
    if (is_one_of(rule.unit, {"day", "日", "天"})) return calendar.after(text::plus_days(*from, *rule.length), 0);
    return std::nullopt;
}

std::string state(text::Date due, std::string_view done_on, std::string_view as_of) {
    const std::string date = text::iso(due);
    if (!done_on.empty()) return done_on <= date ? "met" : "late";
    return as_of <= date ? "open" : "overdue";
}

}  // namespace

std::optional<Due> due(Matter matter, const std::vector<RuleFacts>& rules, const StartDays& start,
                       const WorkingDays& calendar, std::string_view done_on, std::string_view as_of) {
    for (const RuleFacts& rule : rules) {
        if (!about(rule, matter)) continue;
        const auto day = due_day(rule, start, calendar);
        if (!day) continue;
        std::string clause = rule.document_number.empty() ? rule.document : rule.document_number;
        if (!rule.clause.empty()) clause += " " + rule.clause;
        return Due{text::iso(day->date), clause, day->provisional, state(day->date, done_on, as_of)};
    }
    return std::nullopt;
}

}  // namespace duties
