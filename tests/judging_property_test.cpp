// What must hold of judging for any rows: the order does not matter, and a row that has nothing to do with a rule never
// changes what is said of it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "tests/counted_office.h"

using duties::Finding;
using duties::Noun;
using tests::OfficeRow;

namespace {

using Random = std::mt19937;

int below(Random& random, int bound) {
    return static_cast<int>(random() % static_cast<unsigned>(bound));
}

template <typename Words>
std::string one_of(Random& random, const Words& words) {
    return std::string(*(std::begin(words) + below(random, static_cast<int>(std::size(words)))));
}

std::string day_of(Random& random, int year) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(year) + "-" + two(1 + below(random, 12)) + "-" + two(1 + below(random, 28));
}

/// A value of the column's type, or none.
std::string any_value(Random& random, const duties::Column& column, int year) {
    if (below(random, 4) == 0) return {};
    switch (column.type) {
        case duties::ColumnType::choice:
            return one_of(random, column.choices);
        case duties::ColumnType::number:
            return std::to_string(below(random, 4));
        case duties::ColumnType::date:
            return day_of(random, year);
        default:
            return one_of(random, std::vector<std::string>{"甲", "乙", "甲、乙", "无"});
    }
}

OfficeRow any_row(Random& random, Noun noun, records::Id id, int year) {
    OfficeRow row{.noun = noun, .id = id, .year = year};
    for (const duties::Column& column : duties::table_of(noun).columns)
        row.values[std::string(column.key)] = any_value(random, column, year);
    if (noun == Noun::report) row.values["report"] = one_of(random, std::vector<std::string>{"月报", "总结"});
    if (noun == Noun::report) row.values["period"] = std::to_string(year) + "-" + std::to_string(1 + below(random, 12));
    if (noun == Noun::report) row.values["submitted_on"] = day_of(random, year);
    row.day = day_of(random, year);
    for (records::Id department = 1; department <= 3; ++department)
        if (below(random, 3) == 0) row.departments.push_back(department);
    row.task = 1 + below(random, 5);
    row.object = 1 + below(random, 20);
    row.withheld = below(random, 10) == 0;
    return row;
}

std::vector<records::RuleFacts> rules() {
    using namespace tests;
    auto half = period_rule("half", "后续处置", "后续处置信息产生", 20);
    half.threshold = "≥50%";
    auto excepted = figure_rule("excepted", "结果[公示日期=有]", "结果[发现问题=是]", "≥90%", "11-30");
    excepted.excepted = "结果[公开方式=不予公开]";
    return {figure_rule("joint", "任务[是否联合检查=是]", "任务[任务来源≠临时任务]", "≥80%"),
            figure_rule("visits", "对象[本年检查次数≤1]", "对象[本年检查次数≥1]", "≥100%"),
            figure_rule("declared", "检查人员[状态=在岗]", "申报数[执法人员]", "≥95%"),
            figure_rule("voided", "计划版本[作废日期=有]", "计划版本", "=0"),
            figure_rule("shown", "抽中对象[任务.是否联合检查=是]", "抽中对象", ""),
            excepted,
            half,
            period_rule("claim", "认领确认", "名单派发", 5),
            date_rule("plan", "计划公布", "03-30"),
            date_rule("monthly", "月报", "每月20"),
            period_rule("summary", "总结", "抽查任务完成", 10)};
}

tests::Judgement any_office(Random& random) {
    tests::Judgement judgement{rules(), {}};
    const int rows = 1 + below(random, 60);
    for (int i = 0; i < rows; ++i)
        judgement.rows.push_back(any_row(random, static_cast<Noun>(below(random, 12)), i + 1, 2025 + below(random, 2)));
    judgement.figures = {{"执法人员", 2026, std::nullopt, 10, "2026-01-01", "台账"}};
    judgement.exceptions = {{"joint", 1, std::nullopt, std::nullopt, "停办"},
                            {"half", std::nullopt, std::nullopt, 3, "已注销"}};
    return judgement;
}

std::vector<Finding> of_rule(const std::vector<Finding>& findings, std::string_view code, int year) {
    std::vector<Finding> some;
    for (const Finding& finding : findings)
        if (finding.rule == code && finding.year == year) some.push_back(finding);
    return some;
}

}  // namespace

TEST_CASE("the order of rows never changes a finding", "[judging]") {
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        tests::Judgement judgement = any_office(random);
        const auto before = judgement.findings();
        std::shuffle(judgement.rows.begin(), judgement.rows.end(), random);
        CHECK(judgement.findings() == before);
    }
}

TEST_CASE("a row of another noun or another year never changes a finding", "[judging]") {
    Random random(2);
    const std::vector<std::pair<const char*, Noun>> noun_of{
        {"joint", Noun::task},          {"visits", Noun::object},      {"declared", Noun::inspector},
        {"voided", Noun::plan_edition}, {"shown", Noun::drawn_object}, {"excepted", Noun::result},
        {"half", Noun::follow_up},      {"claim", Noun::draw},         {"plan", Noun::plan_edition}};
    for (int round = 0; round < 200; ++round) {
        tests::Judgement judgement = any_office(random);
        const auto before = judgement.findings();
        const auto noun = static_cast<Noun>(below(random, 12));
        const int year = 2024 + below(random, 4);
        judgement.rows.push_back(any_row(random, noun, 1000, year));
        const auto after = judgement.findings();
        for (const auto& [code, counted] : noun_of)
            for (int of_year = 2025; of_year <= 2026; ++of_year)
                if (counted != noun || of_year != year)
                    CHECK(of_rule(after, code, of_year) == of_rule(before, code, of_year));
    }
}

TEST_CASE("a row outside the denominator's conditions never changes a finding", "[judging]") {
    Random random(3);
    for (int round = 0; round < 100; ++round) {
        tests::Judgement judgement = any_office(random);
        const auto before = judgement.findings();
        OfficeRow task = any_row(random, Noun::task, 1000, 2026), object = any_row(random, Noun::object, 1001, 2026);
        OfficeRow result = any_row(random, Noun::result, 1002, 2026);
        task.values["source"] = "临时任务";
        object.values["visits"] = "0";
        result.values["problem_found"] = "否";
        judgement.rows.insert(judgement.rows.end(), {task, object, result});
        const auto after = judgement.findings();
        for (const char* code : {"joint", "visits", "excepted"})
            CHECK(of_rule(after, code, 2026) == of_rule(before, code, 2026));
    }
}

TEST_CASE("figures of rows can be traced to rows", "[judging]") {
    Random random(4);
    for (int round = 0; round < 100; ++round)
        for (const Finding& finding : any_office(random).findings()) {
            INFO(finding.rule << " " << finding.year);
            const auto of = [&](duties::Outcome outcome) {
                return std::count_if(finding.rows.begin(), finding.rows.end(),
                                     [&](const duties::FindingRow& row) { return row.outcome == outcome; });
            };
            if (!finding.department) {
                CHECK(of(duties::Outcome::counted) == finding.counted);
                CHECK(of(duties::Outcome::missing) == finding.missing);
                CHECK(of(duties::Outcome::excepted) == finding.excepted);
                CHECK(of(duties::Outcome::open) == finding.open);
            }
            CHECK(finding.numerator == (finding.upper ? finding.missing : finding.counted));
            if (!finding.declared && finding.denominator)
                CHECK(*finding.denominator == finding.counted + finding.missing);
            std::int64_t numerator = 0, denominator = 0;
            for (const duties::MonthFigure& month : finding.months)
                numerator += month.numerator, denominator += month.denominator;
            CHECK(numerator == finding.numerator);
            if (!finding.declared && finding.denominator) CHECK(denominator == *finding.denominator);
        }
}
