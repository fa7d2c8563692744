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
    const auto from_end = duties::due(Matter::result, {rule("result", "inspection_finished", 7)}, days, year_2024, "",
                                      "2024-05-01");
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
    CHECK_FALSE(duties::due(Matter::result, {rule("result", "inspection_finished", 7)}, {}, year_2024, "", ""));
    duties::StartDays days;
    days.follow_up_arose = "2024-03-01";
    CHECK_FALSE(duties::due(Matter::follow_up, {rule("result", "inspection_finished", 7)}, days, year_2024, "", ""));
}
