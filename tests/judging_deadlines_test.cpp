// Rules of kind 期限, and reports that are due.
#include <catch2/catch.hpp>

#include "generator/duties/report_duties.h"
#include "tests/counted_office.h"

using duties::Finding;
using duties::Noun;
using duties::Outcome;
using duties::Standing;
using tests::date_rule;
using tests::Judgement;
using tests::OfficeRow;
using tests::period_rule;

namespace {

OfficeRow result(records::Id id, const char* finished_on, const char* published_on) {
    return {.noun = Noun::result, .id = id, .values = {{"finished_on", finished_on}, {"published_on", published_on}}};
}

OfficeRow report(records::Id id, const char* name, const char* period, const char* submitted_on) {
    return {.noun = Noun::report,
            .id = id,
            .values = {{"report", name}, {"period", period}, {"submitted_on", submitted_on}}};
}

const records::RuleFacts seven_days = period_rule("d", "结果公示", "检查完毕", 7);

}  // namespace

TEST_CASE("a result is in time, missed or open by its due day", "[judging]") {
    // Seven working days after Monday 2 November 2026 is Wednesday 11 November.
    const Judgement judgement{{seven_days},
                              {result(1, "2026-11-02", "2026-11-11"), result(2, "2026-11-02", "2026-11-12"),
                               result(3, "2026-11-02", ""), result(4, "2026-11-16", "")},
                              "2026-11-20"};
    const Finding finding = judgement.whole();
    CHECK(finding.numerator == 1);
    CHECK(finding.denominator == 3);
    CHECK(finding.open == 1);
    CHECK(finding.standing == Standing::not_met);
    REQUIRE(finding.rows.size() == 4);
    CHECK(finding.rows[0].id == 2);
    CHECK(finding.rows[0].due_on == "2026-11-11");
    CHECK(finding.rows[0].done_on == "2026-11-12");
    CHECK(finding.rows[2].id == 4);
    CHECK(finding.rows[2].outcome == Outcome::open);
    CHECK(finding.rows[2].due_on == "2026-11-25");
    CHECK(finding.months == std::vector<duties::MonthFigure>{{"2026-11", 1, 3}});
}

TEST_CASE("a deadline is not yet due while nothing has fallen due, and met when all was in time", "[judging]") {
    CHECK(Judgement{{seven_days}, {result(1, "2026-11-16", "")}}.whole().standing == Standing::not_due);
    CHECK(Judgement{{seven_days}, {result(1, "2026-11-02", "2026-11-03"), result(2, "2026-11-16", "")}}
              .whole()
              .standing == Standing::met);
}

TEST_CASE("a share of deadlines may be missed, and open rows may still make it good", "[judging]") {
    auto rule = seven_days;
    rule.threshold = "≥50%";
    std::vector<OfficeRow> rows{result(1, "2026-11-02", "")};
    CHECK(Judgement{{rule}, rows}.whole().standing == Standing::not_met);
    rows.push_back(result(2, "2026-11-16", ""));
    CHECK(Judgement{{rule}, rows}.whole().standing == Standing::not_due);
    rows[1] = result(2, "2026-11-16", "2026-11-17");
    CHECK(Judgement{{rule}, rows}.whole().standing == Standing::met);
}

TEST_CASE("a deadline speaks of the rows its numerator names", "[judging]") {
    auto rule = seven_days;
    rule.numerator = "结果[发现问题=是]";
    auto rows = std::vector<OfficeRow>{result(1, "2026-11-02", ""), result(2, "2026-11-02", "2026-11-03")};
    rows[1].values["problem_found"] = "是";
    const Finding finding = Judgement{{rule}, rows}.whole();
    CHECK(finding.denominator == 1);
    CHECK(finding.standing == Standing::met);
}

TEST_CASE("a fixed date is due every year; of plans it speaks of the original only", "[judging]") {
    const auto edition = [](records::Id id, const char* original, const char* published_on) {
        return OfficeRow{
            .noun = Noun::plan_edition, .id = id, .values = {{"original", original}, {"published_on", published_on}}};
    };
    const Judgement judgement{{date_rule("p", "计划公布", "03-30")},
                              {edition(1, "是", "2026-03-30"), edition(2, "否", "2026-08-01")}};
    CHECK(judgement.whole().standing == Standing::met);
    CHECK(judgement.whole().denominator == 1);
    CHECK(Judgement{{date_rule("p", "计划公布", "03-30")}, {edition(1, "是", "2026-03-31")}}.whole().standing ==
          Standing::not_met);
}

TEST_CASE("a missed day that is provisional leaves the duty unjudged", "[judging]") {
    Judgement judgement{{seven_days}, {result(1, "2026-11-02", "2026-11-12")}};
    judgement.notices = false;
    const Finding finding = judgement.whole();
    CHECK(finding.provisional);
    CHECK(finding.standing == Standing::unjudged);
    CHECK(finding.reason.find("暂定") != std::string::npos);
}

TEST_CASE("an excepted deadline leaves the figure", "[judging]") {
    auto rule = seven_days;
    rule.excepted = "结果[公开方式=不予公开]";
    auto rows = std::vector<OfficeRow>{result(1, "2026-11-02", ""), result(2, "2026-11-02", "2026-11-03")};
    rows[0].values["disclosure"] = "不予公开";
    const Finding finding = Judgement{{rule}, rows}.whole();
    CHECK(finding.standing == Standing::met);
    CHECK(finding.excepted == 1);
    CHECK(finding.rows[0].reason == "符合例外条件");
}

TEST_CASE("a monthly report is due each month, done when one of that kind and period is registered", "[judging]") {
    std::vector<OfficeRow> rows;
    for (int month = 1; month <= 10; ++month) {
        const std::string two = (month < 10 ? "0" : "") + std::to_string(month);
        rows.push_back(
            report(month, "月报", ("2026-" + two).c_str(), ("2026-" + two + (month == 3 ? "-21" : "-18")).c_str()));
    }
    rows.push_back(report(99, "总结", "2026-11", "2026-11-18"));
    const Finding finding = Judgement{{date_rule("m", "月报", "每月20")}, rows, "2026-11-21"}.whole();
    CHECK(finding.numerator == 9);
    CHECK(finding.denominator == 11);
    CHECK(finding.open == 1);
    REQUIRE(finding.rows.size() == 12);
    CHECK(finding.rows[0].name == "月报 2026年3月");
    CHECK(finding.rows[0].done_on == "2026-03-21");
    CHECK(finding.rows[1].name == "月报 2026年11月");
    CHECK(finding.rows[1].id == 0);
    CHECK(finding.rows[2].outcome == Outcome::open);
    CHECK(finding.standing == Standing::not_met);
}

TEST_CASE("every department that hands in a report must hand in each one", "[judging]") {
    auto first = report(1, "季报", "2026年第一季度", "2026-04-08"), second = report(2, "季报", "2026-Q1", "2026-04-12");
    first.departments = {10};
    second.departments = {20};
    const auto findings = Judgement{{date_rule("q", "季报", "04-10、07-10")}, {first, second}, "2026-05-01"}.findings();
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].numerator == 1);
    CHECK(findings[0].denominator == 2);
    CHECK(findings[0].open == 2);
    CHECK(findings[1].standing == Standing::met);
    CHECK(findings[2].standing == Standing::not_met);
}

TEST_CASE("a summary is due so many working days after its task was completed", "[judging]") {
    auto rule = period_rule("s", "总结", "抽查任务完成", 10);
    const auto task = [](records::Id id, const char* completed_on) {
        return OfficeRow{.noun = Noun::task, .id = id, .values = {{"completed_on", completed_on}}, .task = id};
    };
    auto summary = report(1, "总结", "", "2026-11-10");
    summary.task = 1;
    const Finding finding = Judgement{
        {rule},
        {summary, task(1, "2026-11-02"), task(2, "2026-11-02"), task(3, "2026-11-16"),
         task(4, "")}}.whole();
    CHECK(finding.numerator == 1);
    CHECK(finding.denominator == 2);
    CHECK(finding.open == 1);
    REQUIRE(finding.rows.size() == 3);
    CHECK(finding.rows[0].id == 2);
    CHECK(finding.rows[0].due_on == "2026-11-16");
}

TEST_CASE("a document speaks of periods that begin while it is in force", "[judging]") {
    auto rule = seven_days;
    rule.effective_on = "2026-11-03";
    const Judgement judgement{{rule}, {result(1, "2026-11-02", ""), result(2, "2026-11-03", "2026-11-04")}};
    CHECK(judgement.whole().denominator == 1);
    CHECK(judgement.whole().standing == Standing::met);
    rule.effective_on.clear();
    rule.ended_on = "2026-11-02";
    CHECK(Judgement{{rule}, judgement.rows}.whole().standing == Standing::not_met);
    CHECK(Judgement{{rule}, judgement.rows}.whole().denominator == 1);
}
