#include "generator/duties/holiday_notices.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "generator/duties/working_days.h"
#include "tests/shared_data.h"

using duties::WorkingDays;
using records::CalendarDay;

namespace {

const CalendarDay* find(const std::vector<CalendarDay>& days, std::string_view day, std::string_view area = "") {
    const auto found = std::find_if(days.begin(), days.end(), [&](const CalendarDay& candidate) {
        return candidate.day == day && candidate.area == area;
    });
    return found == days.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the notices of 2018 to 2026 arrange every day as the published tables have it", "[duties]") {
    const auto data = tests::shared_data();
    if (!data) return;
    const WorkingDays calendar(duties::noticed_days(), "");
    std::map<std::string, nlohmann::json> published;
    std::set<std::string> addresses;
    for (int year = 2018; year <= 2026; ++year) {
        std::ifstream file(*data / "holidays" / (std::to_string(year) + ".json"));
        const nlohmann::json table = nlohmann::json::parse(file);
        for (const auto& paper : table.at("papers")) addresses.insert(paper.get<std::string>());
        for (const auto& day : table.at("days")) {
            published[day.at("date")] = day;
            const CalendarDay* own = find(duties::noticed_days(), day.at("date").get<std::string>());
            INFO(day.dump());
            REQUIRE(own != nullptr);
            CHECK(own->kind == (day.at("isOffDay").get<bool>() ? "off" : "work"));
            CHECK(own->name == day.at("name").get<std::string>());
            CHECK(own->year == year);
        }
    }
    CHECK(duties::noticed_days().size() == published.size());
    std::set<std::string> own_addresses;
    for (const duties::HolidayNotice& notice : duties::holiday_notices())
        own_addresses.insert(std::string(notice.address));
    CHECK(own_addresses == addresses);
    for (text::Date date = *text::make_date(2018, 1, 1); date <= *text::make_date(2026, 12, 31);
         date = text::plus_days(date, 1)) {
        const auto found = published.find(text::iso(date));
        const std::chrono::weekday weekday{std::chrono::sys_days(date)};
        const bool works = found == published.end() ? weekday.iso_encoding() < 6 : !found->second.at("isOffDay");
        INFO(text::iso(date));
        CHECK(calendar.working(date) == works);
    }
}

TEST_CASE("2023 to 2026 have 249, 251, 248 and 248 working days", "[duties]") {
    const WorkingDays calendar(duties::noticed_days(), "");
    for (const auto& [year, expected] : std::map<int, int>{{2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}})
        CHECK(calendar.between(*text::make_date(year - 1, 12, 31), *text::make_date(year, 12, 31)) == expected);
}

TEST_CASE("a notice also arranges the last days of the year before", "[duties]") {
    const CalendarDay* saturday = find(duties::noticed_days(), "2018-12-29");
    REQUIRE(saturday != nullptr);
    CHECK(saturday->kind == "work");
    CHECK(saturday->year == 2019);
}

TEST_CASE("a later notice replaces the earlier one's word about the same day", "[duties]") {
    const CalendarDay* day = find(duties::noticed_days(), "2020-02-01");
    REQUIRE(day != nullptr);
    CHECK(day->kind == "off");
    CHECK(day->notice.ends_with("content_5472352.htm"));
    CHECK(find(duties::noticed_days(), "2020-01-30")->notice.ends_with("content_5454164.htm"));
    CHECK(find(duties::noticed_days(), "2019-05-01")->notice.ends_with("content_5375877.htm"));
}

TEST_CASE("a clerk's row wins over the notice, day for day, and loads later years", "[duties]") {
    const auto days = duties::merged_calendar(
        {{"2026-10-10", "", "off", "更正", "示例通知", 2026}, {"2027-01-01", "", "off", "元旦", "示例通知", 2027}});
    const WorkingDays calendar(days, "");
    CHECK_FALSE(calendar.working(*text::make_date(2026, 10, 10)));
    CHECK_FALSE(calendar.working(*text::make_date(2026, 10, 1)));
    CHECK(calendar.loaded(2027));
    CHECK(find(days, "2026-10-10")->notice == "示例通知");
    CHECK(days.size() == duties::noticed_days().size() + 1);
}

TEST_CASE("a sheet that says otherwise than the notices is told", "[duties]") {
    const auto conflicts = duties::calendar_conflicts({
        {"2026-10-01", "", "off", "国庆节", "", 2026},          // the same
        {"2026-10-10", "", "off", "国庆节", "", 2026},          // a make-up day
        {"2026-03-20", "", "off", "忘了写行政区划", "", 2026},  // an ordinary Friday
        {"2026-03-21", "", "off", "", "", 2026},                // an ordinary Saturday
        {"2026-03-23", "999901", "off", "民族节日", "", 2026},  // of one area
        {"2027-01-01", "", "off", "元旦", "", 2027},            // of a year we do not have
    });
    REQUIRE(conflicts.size() == 2);
    CHECK(conflicts[0].sheet.day == "2026-03-20");
    CHECK_FALSE(conflicts[0].notice);
    CHECK(conflicts[1].sheet.day == "2026-10-10");
    REQUIRE(conflicts[1].notice);
    CHECK(conflicts[1].notice->kind == "work");
}

TEST_CASE("the calendar in use contradicts no notice when no sheet does", "[duties]") {
    CHECK(duties::calendar_conflicts(duties::merged_calendar({})).empty());
}
