#include "generator/duties/judging.h"

#include <catch2/catch.hpp>

#include "tests/counted_office.h"

using duties::Finding;
using duties::Noun;
using duties::Outcome;
using duties::Standing;
using tests::date_rule;
using tests::figure_rule;
using tests::Judgement;
using tests::OfficeRow;
using tests::period_rule;

namespace {

/// Five tasks of 2026: the first three are joint.
std::vector<OfficeRow> five_tasks() {
    std::vector<OfficeRow> rows;
    for (records::Id id = 1; id <= 5; ++id)
        rows.push_back({.noun = Noun::task,
                        .id = id,
                        .values = {{"joint", id <= 3 ? "是" : "否"}},
                        .day = id <= 2 ? "2026-03-01" : "2026-05-01",
                        .departments = {id <= 2 ? 10 : 20},
                        .task = id});
    return rows;
}

const records::RuleFacts joint_share = figure_rule("joint", "任务[是否联合检查=是]", "任务", "≥80%");

std::vector<Outcome> outcomes(const Finding& finding) {
    std::vector<Outcome> all;
    for (const duties::FindingRow& row : finding.rows) all.push_back(row.outcome);
    return all;
}

}  // namespace

TEST_CASE("a ratio is the rows of the numerator over the rows of the denominator", "[judging]") {
    const Finding finding = Judgement{{joint_share}, five_tasks()}.whole();
    CHECK(finding.numerator == 3);
    CHECK(finding.denominator == 5);
    CHECK(finding.standing == Standing::not_met);
    CHECK(finding.missing == 2);
    REQUIRE(finding.rows.size() == 5);
    CHECK(finding.rows[0].id == 4);
    CHECK(finding.rows[0].outcome == Outcome::missing);
    CHECK(finding.rows[2].outcome == Outcome::counted);
    CHECK(finding.months == std::vector<duties::MonthFigure>{{"2026-03", 2, 2}, {"2026-05", 1, 3}});
    auto rows = five_tasks();
    rows.pop_back();
    CHECK(Judgement{{figure_rule("joint", "任务[是否联合检查=是]", "任务", "≥75%")}, rows}.whole().standing ==
          Standing::met);
}

TEST_CASE("each department has a finding of its own rows; a joint row is in each of its departments", "[judging]") {
    auto rows = five_tasks();
    rows[2].departments = {10, 20};
    const auto findings = Judgement{{joint_share}, rows}.findings();
    REQUIRE(findings.size() == 3);
    CHECK_FALSE(findings[0].department);
    CHECK(findings[0].denominator == 5);
    CHECK(findings[1].department == 10);
    CHECK(findings[1].numerator == 3);
    CHECK(findings[1].denominator == 3);
    CHECK(findings[1].standing == Standing::met);
    CHECK(findings[2].department == 20);
    CHECK(findings[2].numerator == 1);
    CHECK(findings[2].denominator == 3);
    CHECK(findings[2].standing == Standing::not_met);
    CHECK(findings[0].rows[1].departments == std::vector<records::Id>{20});
    CHECK(findings[0].rows[4].departments == std::vector<records::Id>{10, 20});
    CHECK(findings[2].rows.empty());
}

TEST_CASE("a figure below its threshold is not yet due until its final day has passed", "[judging]") {
    auto rule = joint_share;
    rule.fixed_date = "12-31";
    CHECK(Judgement{{rule}, five_tasks(), "2026-11-20"}.whole().standing == Standing::not_due);
    CHECK(Judgement{{rule}, five_tasks(), "2026-12-31"}.whole().standing == Standing::not_due);
    CHECK(Judgement{{rule}, five_tasks(), "2027-01-01"}.whole().standing == Standing::not_met);
    CHECK(Judgement{{rule}, five_tasks(), "2026-11-20"}.whole().final_day == "2026-12-31");
    rule.threshold = "≥60%";
    CHECK(Judgement{{rule}, five_tasks(), "2026-11-20"}.whole().standing == Standing::met);
}

TEST_CASE("a duty that nothing may be counted against is not met as soon as something is", "[judging]") {
    auto rule = figure_rule("voided", "计划版本[作废日期=有]", "计划版本", "=0", "12-31");
    std::vector<OfficeRow> rows{{.noun = Noun::plan_edition, .id = 1}, {.noun = Noun::plan_edition, .id = 2}};
    CHECK(Judgement{{rule}, rows}.whole().standing == Standing::met);
    rows[1].values["abolished_on"] = "2026-06-01";
    const Finding finding = Judgement{{rule}, rows}.whole();
    CHECK(finding.standing == Standing::not_met);
    CHECK(finding.upper);
    CHECK(finding.numerator == 1);
    CHECK(finding.denominator == 2);
    CHECK(outcomes(finding) == std::vector<Outcome>{Outcome::missing, Outcome::counted});
}

TEST_CASE("an exception leaves the denominator, is counted, and says its reason", "[judging]") {
    Judgement judgement{{joint_share}, five_tasks()};
    judgement.exceptions = {{"joint", 4, std::nullopt, std::nullopt, "专业性强，只能单独检查"},
                            {"another", 5, std::nullopt, std::nullopt, "别的规则的例外"}};
    const Finding finding = judgement.whole();
    CHECK(finding.numerator == 3);
    CHECK(finding.denominator == 4);
    CHECK(finding.excepted == 1);
    CHECK(finding.rows[1].id == 4);
    CHECK(finding.rows[1].outcome == Outcome::excepted);
    CHECK(finding.rows[1].reason == "专业性强，只能单独检查");

    auto rule = joint_share;
    rule.excepted = "任务[任务来源=临时任务]";
    rule.exception = "临时任务除外";
    auto rows = five_tasks();
    rows[3].values["source"] = rows[0].values["source"] = "临时任务";
    const Finding by_condition = Judgement{{rule}, rows}.whole();
    CHECK(by_condition.numerator == 2);
    CHECK(by_condition.denominator == 3);
    CHECK(by_condition.excepted == 2);
    CHECK(by_condition.rows[1].reason == "临时任务除外");
}

TEST_CASE("an exception of a task is one of all its rows, an object's is the narrower one", "[judging]") {
    Judgement judgement{{figure_rule("r", "抽中对象[有结果=是]", "抽中对象", "≥100%")}, {}};
    for (records::Id id = 1; id <= 4; ++id)
        judgement.rows.push_back(
            {.noun = Noun::drawn_object, .id = id, .task = id <= 2 ? 7 : 8, .draw = 70, .object = 100 + id});
    judgement.exceptions = {{"r", 7, std::nullopt, std::nullopt, "任务停办"},
                            {"r", std::nullopt, std::nullopt, 102, "已注销"}};
    const Finding finding = judgement.whole();
    CHECK(finding.excepted == 2);
    CHECK(finding.denominator == 2);
    CHECK(finding.rows[2].reason == "任务停办");
    CHECK(finding.rows[3].reason == "已注销");
}

TEST_CASE("a declared figure is the denominator and says where it comes from", "[judging]") {
    Judgement judgement{{figure_rule("area", "对象[类别=企业,本年抽中=是]", "申报数[上年底企业数]", "≥5%")}, {}};
    for (records::Id id = 1; id <= 6; ++id)
        judgement.rows.push_back({.noun = Noun::object,
                                  .id = id,
                                  .values = {{"object_kind", id == 6 ? "个体工商户" : "企业"}, {"drawn", "是"}},
                                  .departments = {10}});
    Finding finding = judgement.whole();
    CHECK(finding.standing == Standing::unjudged);
    CHECK(finding.reason == "没有申报数“上年底企业数”");
    CHECK(finding.numerator == 5);
    CHECK_FALSE(finding.denominator);

    judgement.figures = {{"上年底企业数", 2026, std::nullopt, 90, "2025-12-31", "统计公报"},
                         {"上年底企业数", 2026, std::nullopt, 100, "2026-01-31", "统计年报"},
                         {"上年底企业数", 2025, std::nullopt, 1, "2026-02-01", "另一年"},
                         {"上年底企业数", 2026, 11, 1, "2026-02-01", "另一部门"}};
    finding = judgement.whole();
    CHECK(finding.denominator == 100);
    CHECK(finding.declared->source == "统计年报");
    CHECK(finding.standing == Standing::met);
    CHECK(finding.counted == 5);
    CHECK(judgement.findings().size() == 1);  // nobody declared it for department 10
    judgement.figures.push_back({"上年底企业数", 2026, 10, 200, "2026-01-31", "部门台账"});
    REQUIRE(judgement.findings().size() == 2);
    CHECK(judgement.findings()[1].standing == Standing::not_met);
}

TEST_CASE("a figure without a denominator is held against a plain number", "[judging]") {
    Judgement judgement{{figure_rule("r", "抽取[培训日期=有]", "", "≥1")}, {{.noun = Noun::draw, .id = 1}}};
    CHECK(judgement.whole().standing == Standing::not_met);
    judgement.rows[0].values["trained_on"] = "2026-03-01";
    CHECK(judgement.whole().standing == Standing::met);
    CHECK(judgement.whole().numerator == 1);
    CHECK_FALSE(judgement.whole().denominator);
}

TEST_CASE("what cannot be judged says why", "[judging]") {
    CHECK(Judgement{{joint_share}, {}}.whole().reason == "该年度没有可数的任务");
    CHECK(Judgement{{figure_rule("r", "任务[是否联合检查=是]", "任务", "")}, five_tasks()}.whole().reason ==
          "只公布数字，没有阈值");
    Judgement all_excepted{{joint_share}, {five_tasks()[0]}};
    all_excepted.exceptions = {{"joint", 1, std::nullopt, std::nullopt, "停办"}};
    CHECK(all_excepted.whole().reason == "全部是例外");
    CHECK(Judgement{{date_rule("r", "月报", "每月20")}, {}}.whole().reason == "没有登记过报送记录");
    const Finding unreadable = Judgement{{figure_rule("r", "任物", "任务", "≥80%")}, five_tasks()}.whole();
    CHECK(unreadable.standing == Standing::unjudged);
    CHECK(unreadable.reason.starts_with("规则读不懂：第 1 个字“任物”：不认识的名词"));
    Judgement no_start{{period_rule("r", "结果公示", "检查完毕", 7)}, {{.noun = Noun::result, .id = 1}}};
    CHECK(no_start.whole().reason == "没有填写起算日期");
}

TEST_CASE("rules count each year by itself", "[judging]") {
    auto rows = five_tasks();
    for (records::Id id = 11; id <= 12; ++id)
        rows.push_back({.noun = Noun::task, .id = id, .values = {{"joint", "是"}}, .year = 2025});
    const Judgement judgement{{joint_share}, rows};
    CHECK(judgement.whole(2025).denominator == 2);
    CHECK(judgement.whole(2025).standing == Standing::met);
    CHECK(judgement.whole(2026).denominator == 5);

    auto rule = joint_share;
    rule.effective_on = "2026-04-01";
    CHECK(Judgement{{rule}, rows}.whole(2025).rule.empty());
    CHECK(Judgement{{rule}, rows}.whole(2026).denominator == 5);
    rule.effective_on.clear();
    rule.ended_on = "2025-12-31";
    CHECK(Judgement{{rule}, rows}.whole(2026).rule.empty());
    rule.ended_on.clear();
    rule.fixed_date = "2025-12-31";
    CHECK(Judgement{{rule}, rows}.whole(2026).rule.empty());
    CHECK(Judgement{{rule}, rows}.whole(2025).final_day == "2025-12-31");
}

TEST_CASE("a withheld row is counted and listed without number and name", "[judging][privacy]") {
    auto rows = five_tasks();
    rows[4].withheld = true;
    const Finding finding = Judgement{{joint_share}, rows}.whole();
    CHECK(finding.denominator == 5);
    CHECK(finding.withheld == 1);
    CHECK(finding.rows[1].withheld);
    CHECK(finding.rows[1].id == 0);
    CHECK(finding.rows[1].name.empty());
    CHECK(finding.rows[1].reason == "不予公开");
}

TEST_CASE("rules that are not judged by a machine have no finding", "[judging]") {
    auto rule = joint_share;
    rule.machine_judged = false;
    CHECK(Judgement{{rule}, five_tasks()}.findings().empty());
}

TEST_CASE("the judge says which nouns and columns it needs", "[judging]") {
    const duties::WorkingDays calendar({}, "");
    const duties::Judge judge({joint_share, period_rule("d", "结果公示", "检查完毕", 7)}, calendar, {}, {},
                              "2026-11-20");
    CHECK(judge.counts(Noun::task));
    CHECK(judge.counts(Noun::result));
    CHECK_FALSE(judge.counts(Noun::object));
    CHECK_FALSE(judge.counts(Noun::report));
    CHECK(judge.reads(Noun::task, column_index(Noun::task, "joint")));
    CHECK_FALSE(judge.reads(Noun::task, column_index(Noun::task, "name")));
    CHECK(judge.reads(Noun::result, column_index(Noun::result, "finished_on")));
    CHECK(judge.reads(Noun::result, column_index(Noun::result, "published_on")));
}

TEST_CASE("of more rows than are kept, those that are missing and excepted stay", "[judging]") {
    const duties::WorkingDays calendar({}, "");
    duties::Judge judge({joint_share}, calendar, {}, {}, "2026-11-20");
    const auto total = static_cast<records::Id>(duties::most_rows_kept) + 10;
    for (records::Id id = 1; id <= total; ++id)
        tests::count(judge, {.noun = Noun::task, .id = id, .values = {{"joint", id % 1000 == 0 ? "否" : "是"}}});
    const Finding finding = judge.finish().front();
    CHECK(finding.denominator == total);
    CHECK(finding.missing == 20);
    CHECK(finding.rows.size() == 20);
    CHECK(finding.rows[0].id == 1000);
    CHECK(finding.rows_left_out == total - 20);
}
