#include "generator/pages/due_clock.h"

#include <catch2/catch.hpp>

#include "generator/duties/holiday_notices.h"

namespace {

const pages::Site& site() {
    static const auto one = [] {
        records::SiteFacts facts;
        facts.as_of = "2026-11-18";
        const std::vector<records::Office> offices = {{"999901", "甲市乙区", "999900", "县", ""},
                                                      {"999902", "甲市丙县", "999900", "县", ""}};
        auto made = std::make_unique<pages::Site>(facts, offices, pages::RenderOptions{}, pages::PageSink{});
        made->count_with(duties::merged_calendar({{"2026-11-19", "999902", "off", "民族节日", "", 2026}}));
        return made;
    }();
    return *one;
}

}  // namespace

TEST_CASE("a duty that was met says for ever whether it was in time, in days and working days", "[pages]") {
    CHECK(pages::kept_state(site(), "999901", {"2026-09-30", "", false, "met"}, "2026-09-30").word == "按期");
    CHECK(pages::kept_state(site(), "999901", {"2026-09-30", "", false, "late"}, "2026-10-09").word ==
          "逾期 9 天（2 个工作日）");
    CHECK(pages::kept_state(site(), "999901", {"2026-11-18", "", false, "late"}, "2026-11-20").word ==
          "逾期 2 天（2 个工作日）");
    CHECK(pages::kept_state(site(), "999902", {"2026-11-18", "", false, "late"}, "2026-11-20").word ==
          "逾期 2 天（1 个工作日）");
    CHECK(pages::left_as_of(site(), "999901", {"2026-09-30", "", false, "late"}).empty());
    CHECK(pages::left_as_of(site(), "999901", {"2026-09-30", "", false, "met"}).empty());
}

TEST_CASE("an open duty counts the days as of the site's date", "[pages]") {
    const auto left = [](const char* on, const char* state) {
        return pages::left_as_of(site(), "999901", {on, "", false, state});
    };
    CHECK(left("2026-11-23", "open") == "截至2026年11月18日还有 5 天（3 个工作日）");
    CHECK(left("2026-11-18", "open") == "截至2026年11月18日当天到期");
    CHECK(left("2026-11-13", "overdue") == "截至2026年11月18日已过 5 天（3 个工作日）");
    CHECK(pages::left_words(site(), "999902", {"2026-11-20", "", false, "open"}) == "还有 2 天（1 个工作日）");
}

TEST_CASE("where no rule gives a due date the words say so, and where its first day is missing too", "[pages]") {
    CHECK(pages::deadline_words({}, "结果公示") == "没有规则规定结果公示的期限");
    CHECK(pages::deadline_words({"", "示例〔2026〕1号 三", false, "unknown"}, "结果公示") ==
          "缺少起算日期，算不出期限（示例〔2026〕1号 三）");
    CHECK(pages::deadline_words(site(), "999901", {"2026-11-23", "示例〔2026〕1号 三", true, "open"}, "结果公示") ==
          "期限2026年11月23日（暂定：节假日安排尚未公布），依据示例〔2026〕1号 三；"
          "截至2026年11月18日还有 5 天（3 个工作日）");
    CHECK(pages::deadline_words(site(), "999901", {"2026-11-02", "示例", false, "met"}, "结果公示") ==
          "期限2026年11月2日，依据示例");
}
