#include "generator/duties/deadlines.h"

#include <catch2/catch.hpp>

using duties::Matter;
using records::RuleFacts;

namespace {

RuleFacts rule(const char* subject, const char* start_event, std::optional<int> length, const char* fixed_date = "") {
    RuleFacts rule;
    rule.document_number = "示例〔2024〕1号";
    rule.clause = "三（二）";
    rule.kind = "deadline";
    rule.subject = subject;
    rule.start_event = start_event;
    rule.length = length;
    rule.unit = "working_day";
    rule.fixed_date = fixed_date;
    return rule;
}

const duties::WorkingDays year_2024({{"2024-05-01", "", "off", "", "", 2024}}, "");

}  // namespace

TEST_CASE("a result is due so many working days after the event its document names", "[duties]") {
    duties::StartDays days;
    days.inspection_finished = "2024-04-29";
    days.result_produced = "2024-05-06";
    const auto from_end =
        duties::due(Matter::result, {rule("result", "inspection_finished", 7)}, days, year_2024, "", "2024-05-01");
    REQUIRE(from_end);
    CHECK(from_end->on == "2024-05-09");
    CHECK(from_end->clause == "示例〔2024〕1号 三（二）");
    CHECK(from_end->state == "open");
    const auto from_result =
        duties::due(Matter::result, {rule("结果", "检查结果产生", 20)}, days, year_2024, "2024-06-03", "2024-07-01");
    REQUIRE(from_result);
    CHECK(from_result->on == "2024-06-03");
    CHECK(from_result->state == "met");
}

TEST_CASE("a duty met after its day is late, one not met is overdue", "[duties]") {
    duties::StartDays days;
    days.year = 2024;
    const std::vector<RuleFacts> rules = {rule("result", "", std::nullopt, "11-01")};
    CHECK(duties::due(Matter::result, rules, days, year_2024, "2024-11-02", "2024-12-01")->state == "late");
    CHECK(duties::due(Matter::result, rules, days, year_2024, "", "2024-11-02")->state == "overdue");
    CHECK(duties::due(Matter::result, rules, days, year_2024, "", "2024-11-01")->state == "open");
}

TEST_CASE("no due date is made up when the day it counts from is unknown or no rule speaks of it", "[duties]") {
    const auto unknown =
        duties::due(Matter::result, {rule("result", "inspection_finished", 7)}, {}, year_2024, "", "2024-05-01");
    REQUIRE(unknown);
    CHECK(unknown->on.empty());
    CHECK(unknown->state == "unknown");
    CHECK(unknown->clause == "示例〔2024〕1号 三（二）");
    duties::StartDays days;
    days.follow_up_arose = "2024-03-01";
    CHECK_FALSE(duties::due(Matter::follow_up, {rule("result", "inspection_finished", 7)}, days, year_2024, "", ""));
    CHECK_FALSE(duties::due(Matter::follow_up, {rule("follow_up", "", std::nullopt)}, days, year_2024, "", ""));
}

TEST_CASE("of several rules about one matter the earliest day counts", "[duties]") {
    duties::StartDays days;
    days.result_produced = "2024-10-08";
    days.year = 2024;
    const RuleFacts fixed = rule("result", "", std::nullopt, "11-01");
    const RuleFacts counted = rule("result", "result_produced", 20);
    for (const std::vector<RuleFacts>& rules : {std::vector{fixed, counted}, std::vector{counted, fixed}})
        CHECK(duties::due(Matter::result, rules, days, year_2024, "", "2024-10-09")->on == "2024-11-01");
    days.result_produced = "2024-03-01";
    for (const std::vector<RuleFacts>& rules : {std::vector{fixed, counted}, std::vector{counted, fixed}})
        CHECK(duties::due(Matter::result, rules, days, year_2024, "", "2024-10-09")->on == "2024-03-29");
}

TEST_CASE("a list of drawn objects is claimed within so many working days of the draw", "[duties]") {
    duties::StartDays days;
    days.list_dispatched = "2024-04-29";
    const std::vector<RuleFacts> rules = {rule("认领确认", "名单派发", 5)};
    const auto late = duties::due(Matter::claim, rules, days, year_2024, "2024-05-08", "2024-06-01");
    REQUIRE(late);
    CHECK(late->on == "2024-05-07");
    CHECK(late->state == "late");
    CHECK(duties::due(Matter::claim, rules, days, year_2024, "2024-05-07", "2024-06-01")->state == "met");
    CHECK_FALSE(duties::due(Matter::result, rules, days, year_2024, "", "2024-06-01"));
}

TEST_CASE("a rule with several fixed days has a period before each of them", "[duties]") {
    const RuleFacts summaries = rule("总结", "任务完成", std::nullopt, "12-16、04-01、06-20、10-01");
    std::string days;
    for (const text::Date day : duties::fixed_days(summaries, 2024)) days += text::iso(day) + " ";
    CHECK(days == "2024-04-01 2024-06-20 2024-10-01 2024-12-16 ");
    CHECK(duties::fixed_days(summaries, 0).empty());
    RuleFacts results = rule("result", "result_produced", std::nullopt, "06-20、12-16");
    duties::StartDays start;
    start.year = 2024;
    CHECK(text::iso(duties::due_day(results, start, year_2024)->date) == "2024-06-20");
    start.result_produced = "2024-06-20";
    CHECK(text::iso(duties::due_day(results, start, year_2024)->date) == "2024-06-20");
    start.result_produced = "2024-06-21";
    CHECK(text::iso(duties::due_day(results, start, year_2024)->date) == "2024-12-16");
    start.result_produced = "2024-12-20";
    CHECK(text::iso(duties::due_day(results, start, year_2024)->date) == "2024-12-16");
}

TEST_CASE("a monthly day is one day of every month, in a short month its last", "[duties]") {
    const auto days = duties::fixed_days(rule("月报", "", std::nullopt, "每月20"), 2024);
    REQUIRE(days.size() == 12);
    CHECK(text::iso(days[0]) == "2024-01-20");
    CHECK(text::iso(days[11]) == "2024-12-20");
    const auto ends = duties::fixed_days(rule("月报", "", std::nullopt, "每月31"), 2024);
    REQUIRE(ends.size() == 12);
    CHECK(text::iso(ends[1]) == "2024-02-29");
    CHECK(text::iso(ends[3]) == "2024-04-30");
    for (const char* wrong : {"每月0", "每月32", "每月", "每月x", "13-01", "02-30"})
        CHECK(duties::fixed_days(rule("月报", "", std::nullopt, wrong), 2024).empty());
}

TEST_CASE("a whole date is due in its own year only", "[duties]") {
    const auto days = duties::fixed_days(rule("plan", "", std::nullopt, "2024-03-30"), 2026);
    REQUIRE(days.size() == 1);
    CHECK(text::iso(days[0]) == "2024-03-30");
}

TEST_CASE("days and months end on a working day, and a month ends with its last day", "[duties]") {
    duties::StartDays days;
    RuleFacts period = rule("result", "result_produced", 1);
    const auto ends = [&](const char* start, const char* unit, int length) {
        days.result_produced = start;
        period.unit = unit;
        period.length = length;
        return text::iso(duties::due_day(period, days, year_2024)->date);
    };
    CHECK(ends("2024-01-31", "月", 1) == "2024-02-29");
    CHECK(ends("2023-12-31", "month", 2) == "2024-02-29");
    CHECK(ends("2024-03-31", "月", 3) == "2024-07-01");  // 30 June is a Sunday
    CHECK(ends("2024-11-15", "个月", 2) == "2025-01-15");
    CHECK(ends("2024-04-21", "天", 10) == "2024-05-02");  // 1 May is a day off
    CHECK(ends("2024-03-01", "天", 7) == "2024-03-08");
}

TEST_CASE("a rule speaks of what began while it was in force", "[duties]") {
    duties::StartDays days;
    days.year = 2024;
    RuleFacts later = rule("follow_up", "follow_up_arose", 20);
    later.effective_on = "2026-02-20";
    days.follow_up_arose = "2024-03-01";  // a rule of 2026 sets no deadline to a follow-up of 2024
    CHECK_FALSE(duties::due(Matter::follow_up, {later}, days, year_2024, "", "2026-11-18"));
    days.follow_up_arose = "2026-02-19";
    CHECK_FALSE(duties::due(Matter::follow_up, {later}, days, year_2024, "", "2026-11-18"));
    days.follow_up_arose = "2026-02-20";
    CHECK(duties::due(Matter::follow_up, {later}, days, year_2024, "", "2026-11-18"));
    RuleFacts ended = rule("follow_up", "follow_up_arose", 10);
    ended.ended_on = "2024-12-31";
    days.follow_up_arose = "2024-12-31";
    CHECK(duties::due(Matter::follow_up, {ended, later}, days, year_2024, "", "2026-11-18"));
    days.follow_up_arose = "2025-01-01";
    CHECK_FALSE(duties::due(Matter::follow_up, {ended, later}, days, year_2024, "", "2026-11-18"));
}

TEST_CASE("a fixed day binds from the first one that lies in the rule's time", "[duties]") {
    RuleFacts plan = rule("plan", "", std::nullopt, "03-30");
    plan.effective_on = "2024-03-19";
    duties::StartDays days;
    days.year = 2023;
    CHECK_FALSE(duties::due(Matter::plan, {plan}, days, year_2024, "", "2026-11-18"));
    days.year = 2024;
    CHECK(duties::due(Matter::plan, {plan}, days, year_2024, "", "2026-11-18")->on == "2024-03-30");
    RuleFacts results = rule("result", "result_produced", std::nullopt, "11-01");
    results.effective_on = "2024-03-19";
    days.result_produced = "2024-02-01";
    CHECK_FALSE(duties::due(Matter::result, {results}, days, year_2024, "", "2026-11-18"));
    days.result_produced = "2024-04-01";
    CHECK(duties::due(Matter::result, {results}, days, year_2024, "", "2026-11-18")->on == "2024-11-01");
}
