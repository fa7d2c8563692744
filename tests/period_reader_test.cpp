#include "generator/import/period_reader.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>

#include "tests/period_notation.h"
#include "tests/shared_data.h"

namespace {

constexpr bool period = false;
constexpr bool deadline = true;

struct Expected {
    bool deadline;  // the column says 完成时限
    std::string_view cell;
    std::string_view reading;  // in a plan of 2024
};

// Every expression of real plans and item lists that was collected.
const Expected published[] = {
    {period, "1月—12月", "2024-01-01(month)~2024-12-31(month) whole-year plan-year"},
    {period, "3月—12月", "2024-03-01(month)~2024-12-31(month) plan-year"},
    {period, "2026年1月1日 -2026年12月31日", "2026-01-01(day)~2026-12-31(day) whole-year"},
    {period, "2026年1月—11月", "2026-01-01(month)~2026-11-30(month)"},
    {period, "2026年2月24日 -2026年11月30日", "2026-02-24(day)~2026-11-30(day)"},
    {period, "2026年3月1日 -2026年11月30日", "2026-03-01(day)~2026-11-30(day)"},
    {period, "2026年1月- 2026年11月", "2026-01-01(month)~2026-11-30(month)"},
    {period, "1月-12月", "2024-01-01(month)~2024-12-31(month) whole-year plan-year"},
    {period, "根据政策性粮食出库时间确定", "undetermined"},
    {period, "3月-6月", "2024-03-01(month)~2024-06-30(month) plan-year"},
    {period, "6月-9月", "2024-06-01(month)~2024-09-30(month) plan-year"},
    {period, "10月-次年3月", "2024-10-01(month)~2025-03-31(month) crosses plan-year"},
    {period, "春、秋季,根据上级监管要求确定",
     "2024-03-01(season)~2024-05-31(season) 2024-09-01(season)~2024-11-30(season) plan-year about undetermined"},
    {period, "根据监管需要确定", "undetermined"},
    {period, "2021年9月", "2021-09-01(month)~2021-09-30(month)"},
    {period, "2021年6月", "2021-06-01(month)~2021-06-30(month)"},
    {period, "2021年7月", "2021-07-01(month)~2021-07-31(month)"},
    {period, "2021年11月", "2021-11-01(month)~2021-11-30(month)"},
    {period, "3月-12月", "2024-03-01(month)~2024-12-31(month) plan-year"},
    {period, "2025年9月", "2025-09-01(month)~2025-09-30(month)"},
    {period, "2023年1月至12月", "2023-01-01(month)~2023-12-31(month) whole-year"},
    {period, "2025年7月-10月", "2025-07-01(month)~2025-10-31(month)"},
    {period, "2021年10月至11月", "2021-10-01(month)~2021-11-30(month)"},
    {deadline, "10月底", "~2024-10-31(month) deadline plan-year"},
    {period, "2023年10月至11月", "2023-10-01(month)~2023-11-30(month)"},
    {period, "2020年全年", "2020-01-01(year)~2020-12-31(year) whole-year"},
    {period, "1月-12月", "2024-01-01(month)~2024-12-31(month) whole-year plan-year"},
    {period, "9月-12月", "2024-09-01(month)~2024-12-31(month) plan-year"},
    {period, "2023年6-12月", "2023-06-01(month)~2023-12-31(month)"},
    {period, "9月-11月", "2024-09-01(month)~2024-11-30(month) plan-year"},
    {period, "8月-9月", "2024-08-01(month)~2024-09-30(month) plan-year"},
    {period, "9月-10月", "2024-09-01(month)~2024-10-31(month) plan-year"},
    {period, "7月至12月", "2024-07-01(month)~2024-12-31(month) plan-year"},
    {period, "4月至11月", "2024-04-01(month)~2024-11-30(month) plan-year"},
    {period, "5月至12月", "2024-05-01(month)~2024-12-31(month) plan-year"},
    {period, "2016.2.1", "2016-02-01(day)~2016-02-01(day)"},
};

// Expressions of other plans, and spellings that clerks may use.
const Expected others[] = {
    {period, "全年", "2024-01-01(year)~2024-12-31(year) whole-year plan-year"},
    {period, "常年开展", "2024-01-01(year)~2024-12-31(year) whole-year plan-year"},
    {period, "2024年度", "2024-01-01(year)~2024-12-31(year) whole-year"},
    {period, "6月", "2024-06-01(month)~2024-06-30(month) plan-year"},
    {period, "第一季度", "2024-01-01(quarter)~2024-03-31(quarter) plan-year"},
    {period, "一季度、三季度",
     "2024-01-01(quarter)~2024-03-31(quarter) 2024-07-01(quarter)~2024-09-30(quarter) plan-year"},
    {period, "第二、三季度", "! “第二、三季度”没有读懂，请写成“2024年3月—11月”的样子；如尚未确定，请写“待定”"},
    {period, "2023年第四季度", "2023-10-01(quarter)~2023-12-31(quarter)"},
    {period, "上半年", "2024-01-01(half_year)~2024-06-30(half_year) plan-year"},
    {period, "下半年", "2024-07-01(half_year)~2024-12-31(half_year) plan-year"},
    {period, "春季", "2024-03-01(season)~2024-05-31(season) plan-year about"},
    {period, "冬季", "2024-12-01(season)~2025-02-28(season) crosses plan-year about"},
    {period, "春秋两季", "! “春秋两季”没有读懂，请写成“2024年3月—11月”的样子；如尚未确定，请写“待定”"},
    {period, "3月、9月", "2024-03-01(month)~2024-03-31(month) 2024-09-01(month)~2024-09-30(month) plan-year"},
    {period, "3、6、9月",
     "2024-03-01(month)~2024-03-31(month) 2024-06-01(month)~2024-06-30(month) 2024-09-01(month)~2024-09-30(month) "
     "plan-year"},
    {period, "3月和9月", "2024-03-01(month)~2024-03-31(month) 2024-09-01(month)~2024-09-30(month) plan-year"},
    {period, "2024年3月至次年2月", "2024-03-01(month)~2025-02-28(month) crosses"},
    {period, "10月-3月", "! “10月-3月”的结束早于开始，可能是次年，请写明年份"},
    {period, "2023年10月-2024年3月", "2023-10-01(month)~2024-03-31(month) crosses"},
    {period, "三月至十二月", "2024-03-01(month)~2024-12-31(month) plan-year"},
    {period, "二〇二四年九月", "2024-09-01(month)~2024-09-30(month)"},
    {period, "6月1日-15日", "2024-06-01(day)~2024-06-15(day) plan-year"},
    {period, "6月1日至6月30日", "2024-06-01(day)~2024-06-30(day) plan-year"},
    {period, "6月上旬", "2024-06-01(ten_days)~2024-06-10(ten_days) plan-year"},
    {period, "9月底前", "~2024-09-30(month) deadline plan-year"},
    {period, "9月底", "~2024-09-30(month) deadline plan-year"},
    {period, "年底前", "~2024-12-31(month) deadline plan-year"},
    {period, "年底", "~2024-12-31(month) deadline plan-year"},
    {period, "2024年底", "~2024-12-31(month) deadline"},
    {period, "4月前", "~2024-03-31(month) deadline plan-year about"},
    {period, "3月30日前", "~2024-03-30(day) deadline plan-year"},
    {period, "11月1日之前", "~2024-11-01(day) deadline plan-year"},
    {period, "自3月起", "2024-03-01(month)~ plan-year"},
    {period, "3月起", "2024-03-01(month)~ plan-year"},
    {period, "截至2024年11月30日", "~2024-11-30(day) deadline"},
    {period, "2024-03-05", "2024-03-05(day)~2024-03-05(day)"},
    {period, "2024-03-05 10:30", "2024-03-05(day)~2024-03-05(day)"},
    {period, "2024.3.1-2024.11.30", "2024-03-01(day)~2024-11-30(day)"},
    {period, "2024.3-11", "! “2024.3-11”没有读懂，请写成“2024年3月—11月”的样子；如尚未确定，请写“待定”"},
    {period, "2024-6-12月", "2024-06-01(month)~2024-12-31(month)"},
    {period, "2024/3/1", "2024-03-01(day)~2024-03-01(day)"},
    {period, "20240301-20241130", "2024-03-01(day)~2024-11-30(day)"},
    {period, "202403", "2024-03-01(month)~2024-03-31(month)"},
    {period, "2月30日", "! “2月30日”中没有这样的日期，请核对"},
    {period, "2024年2月", "2024-02-01(month)~2024-02-29(month)"},
    {period, "13月", "! “13月”中没有这样的日期，请核对"},
    {period, "待定", "undetermined"},
    {period, "另行通知", "undetermined"},
    {period, "适时开展", "undetermined"},
    {period, "10月(具体以通知为准)", "2024-10-01(month)~2024-10-31(month) plan-year # 具体以通知为准"},
    {period, "每月", "! “每月”没有读懂，请写成“2024年3月—11月”的样子；如尚未确定，请写“待定”"},
    {period, "1-12", "! “1-12”没有读懂，请写成“2024年3月—11月”的样子；如尚未确定，请写“待定”"},
    {period, "3.1-11.30", "! “3.1-11.30”没有读懂，请写成“2024年3月—11月”的样子；如尚未确定，请写“待定”"},
    {period, "abc", "! “abc”没有读懂，请写成“2024年3月—11月”的样子；如尚未确定，请写“待定”"},
    {period, "2024年3月—11月，分两批进行", "2024-03-01(month)~2024-11-30(month) # 分两批进行"},
    {period, "计划2024年5月开展", "2024-05-01(month)~2024-05-31(month)"},
    {period, "5月左右", "2024-05-01(month)~2024-05-31(month) plan-year about"},
    {period, "2024年11月-3月", "! “2024年11月-3月”的结束早于开始，可能是次年，请写明年份"},
    {period, "12月-1月", "! “12月-1月”的结束早于开始，可能是次年，请写明年份"},
    {period, "3月初-5月底", "2024-03-01(ten_days)~2024-05-31(ten_days) plan-year about"},
    {deadline, "10月", "~2024-10-31(month) deadline plan-year"},
    {deadline, "2024年11月30日", "~2024-11-30(day) deadline"},
    {deadline, "2024-11", "~2024-11-30(month) deadline"},
    {deadline, "11月30日前", "~2024-11-30(day) deadline plan-year"},
    {period, "2024年1季度", "2024-01-01(quarter)~2024-03-31(quarter)"},
    {period, "2024年1-3季度", "2024-01-01(quarter)~2024-09-30(quarter)"},
    {period, "1月1日—12月31日", "2024-01-01(day)~2024-12-31(day) whole-year plan-year"},
    {period, "２０２４年３月—１１月", "2024-03-01(month)~2024-11-30(month)"},
};

}  // namespace

TEST_CASE("every published period expression reads as written down here", "[import][periods]") {
    for (const Expected& expected : published) {
        CAPTURE(expected.cell);
        CHECK(tests::notation(importing::read_period(expected.cell, 2024, expected.deadline)) == expected.reading);
    }
}

TEST_CASE("quarters, seasons, deadlines and damaged periods read as written down here", "[import][periods]") {
    for (const Expected& expected : others) {
        CAPTURE(expected.cell);
        CHECK(tests::notation(importing::read_period(expected.cell, 2024, expected.deadline)) == expected.reading);
    }
}

TEST_CASE("the table of expected periods misses none of the collected expressions", "[import][periods][data]") {
    const auto data = tests::shared_data();
    if (!data) return;
    std::set<std::string, std::less<>> known;
    for (const Expected& expected : published) known.insert(std::string(expected.cell));
    std::ifstream file(*data / "double_random" / "period_expressions.tsv");
    std::string line;
    std::getline(file, line);
    int seen = 0;
    while (std::getline(file, line)) {
        const std::size_t first = line.find('\t');
        const std::string expression = line.substr(first + 1, line.find('\t', first + 1) - first - 1);
        CAPTURE(expression);
        CHECK(known.contains(expression));
        ++seen;
    }
    CHECK(seen == 36);
}

TEST_CASE("a period without a year in a sheet without a plan's year says so", "[import][periods]") {
    const auto read = importing::read_period("3月—12月", std::nullopt);
    CHECK(tests::notation(read) == "0000-03-01(month)~0000-12-31(month) no-year");
    CHECK_FALSE(read.first_day());
    CHECK_FALSE(read.last_day());
}

TEST_CASE("a year in the cell is not overruled by the plan's", "[import][periods]") {
    CHECK(tests::notation(importing::read_period("2023年9月", 2024)) == "2023-09-01(month)~2023-09-30(month)");
}

TEST_CASE("a period knows its first and last day over all its spans", "[import][periods]") {
    using namespace std::chrono;
    const auto several = importing::read_period("9月、3月", 2024);
    CHECK(several.first_day() == year_month_day(2024y / 3 / 1));
    CHECK(several.last_day() == year_month_day(2024y / 9 / 30));
    const auto deadline_only = importing::read_period("10月底", 2024, true);
    CHECK_FALSE(deadline_only.first_day());
    CHECK(deadline_only.last_day() == year_month_day(2024y / 10 / 31));
    CHECK_FALSE(importing::read_period("自3月起", 2024).last_day());
    CHECK_FALSE(importing::read_period("待定", 2024).last_day());
}

TEST_CASE("a first and a last date make one period", "[import][periods]") {
    CHECK(tests::notation(importing::period_between("2024-03-01", "2024年11月30日", 2024)) ==
          "2024-03-01(day)~2024-11-30(day)");
    CHECK(tests::notation(importing::period_between("3月", "11月", 2024)) ==
          "2024-03-01(month)~2024-11-30(month) plan-year");
    CHECK(tests::notation(importing::period_between("", "11月", 2024)) == "~2024-11-30(month) deadline plan-year");
    CHECK_FALSE(importing::period_between("2024-11-01", "2024-03-01", 2024).unreadable.empty());
    CHECK_FALSE(importing::period_between("待定", "2024-03-01", 2024).unreadable.empty());
}

TEST_CASE("a blank period cell says nothing, an endless one is refused", "[import][periods]") {
    const auto blank = importing::read_period(" \n", 2024);
    CHECK(blank.spans.empty());
    CHECK(blank.unreadable.empty());
    const auto endless = importing::read_period(std::string(9000, '3'), 2024);
    CHECK(endless.spans.empty());
    CHECK_FALSE(endless.unreadable.empty());
    CHECK(endless.raw.size() == 9000);
}
