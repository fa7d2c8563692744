#include "generator/pages/form_period.h"

#include <catch2/catch.hpp>

using pages::FormPeriod;

TEST_CASE("a month ends on its own last day", "[pages][forms]") {
    CHECK(pages::month_period("2024-02").span.to == "2024-02-29");
    CHECK(pages::month_period("2100-02").span.to == "2100-02-28");
    CHECK(pages::month_period("2026-12").span.to == "2026-12-31");
    CHECK(pages::month_period("2026-04").words == "2026年4月");
}

TEST_CASE("months bring their quarters and years with them, each once", "[pages][forms]") {
    std::vector<std::string> keys;
    for (const FormPeriod& period : pages::periods_of({"2024-11", "2026-01", "2026-03", "2026-04"}))
        keys.push_back(period.key);
    CHECK(keys == std::vector<std::string>{"2024-11", "2026-01", "2026-03", "2026-04", "2024-Q4", "2026-Q1", "2026-Q2",
                                           "2024", "2026"});
    CHECK(pages::periods_of({}).empty());
}

TEST_CASE("a quarter holds its three months and no others", "[pages][forms]") {
    const FormPeriod quarter = pages::quarter_of(pages::month_period("2026-05"));
    CHECK(quarter.words == "2026年第2季度");
    CHECK(quarter.span.from == "2026-04-01");
    CHECK(quarter.span.to == "2026-06-30");
    CHECK(quarter.holds(pages::month_period("2026-06")));
    CHECK_FALSE(quarter.holds(pages::month_period("2026-07")));
}
