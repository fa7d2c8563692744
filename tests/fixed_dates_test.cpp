#include "generator/duties/fixed_dates.h"

#include <catch2/catch.hpp>

using namespace duties;

namespace {

std::string read(std::string_view text) {
    const auto answer = read_fixed_dates(text);
    return std::holds_alternative<std::string>(answer) ? std::get<std::string>(answer) : "";
}

std::vector<Period> periods_of(std::string_view fixed_date, int year) {
    records::RuleFacts rule;
    rule.fixed_date = read(fixed_date);
    return periods(rule, year);
}

}  // namespace

TEST_CASE("fixed dates become their standard spelling", "[rules]") {
    CHECK(read("11月1日") == "11-01");
    CHECK(read("11-1") == "11-01");
    CHECK(read("2024年3月30日") == "2024-03-30");
    CHECK(read("12月16日、4月1日，6-20;10-01") == "04-01、06-20、10-01、12-16");
    CHECK(read("每月20日") == "每月20");
    CHECK(read("每月5") == "每月05");
    CHECK(read("02-29") == "02-29");
    for (const char* wrong : {"", "明天", "13-01", "02-30", "每月32", "每月20、每月25", "04-01、", "每月20、04-01"})
        CHECK(read(wrong).empty());
    const auto answer = read_fixed_dates("04-01、六月");
    CHECK(std::get<Unreadable>(answer).word == "六月");
    CHECK(std::get<Unreadable>(answer).at == 7);
}

TEST_CASE("each fixed date of a year ends one period", "[rules]") {
    const auto months = periods_of("每月31", 2026);
    REQUIRE(months.size() == 12);
    CHECK(months[1].name() == "2026年2月");
    CHECK(months[1].due_on == "2026-02-28");
    const auto quarters = periods_of("04-01、06-20、10-01、12-16", 2026);
    REQUIRE(quarters.size() == 4);
    CHECK(quarters[1].name() == "2026年第2次");
    CHECK(quarters[1].due_on == "2026-06-20");
    REQUIRE(periods_of("12-25", 2026).size() == 1);
    CHECK(periods_of("12-25", 2026)[0].name() == "2026年");
    CHECK(periods_of("2024-03-30", 2024).size() == 1);
    CHECK(periods_of("2024-03-30", 2026).empty());
}

TEST_CASE("a report's period is recognised in the ways clerks write it", "[rules]") {
    const Period october = periods_of("每月20", 2026)[9];
    for (const char* written : {"2026-10", "2026年10月", "2026年10月份", "2026/10", "2026-10-20", "２０２６年十月"})
        CHECK(names_period(written, october));
    for (const char* written : {"2026-1", "2026", "2025-10", "2026年第10次", "2026-Q4", "10月", "2026-11"})
        CHECK_FALSE(names_period(written, october));
    const Period second = periods_of("04-01、06-20、10-01、12-16", 2026)[1];
    for (const char* written :
         {"2026年第二季度", "2026年2季度", "2026-Q2", "2026年第2次", "2026-06", "2026年6月20日", "2026年下半年"})
        CHECK(names_period(written, second));
    for (const char* written : {"2026", "2026-02", "2026-2", "2026-Q3", "2025-Q2", "2026年第二"})
        CHECK_FALSE(names_period(written, periods_of("04-01、06-20、10-01、12-16", 2026)[0]));
    const Period year = periods_of("12-25", 2026)[0];
    for (const char* written : {"2026", "2026年", "2026年度", "2026-12"}) CHECK(names_period(written, year));
    CHECK_FALSE(names_period("2025", year));
}
