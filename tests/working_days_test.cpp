#include "generator/duties/working_days.h"

#include <catch2/catch.hpp>

#include "generator/duties/holiday_notices.h"

using duties::WorkingDays;

namespace {

const WorkingDays& notices() {
    static const WorkingDays calendar(duties::noticed_days(), "");
    return calendar;
}

text::Date day(const char* iso) {
    return *text::parse_iso(iso);
}

void falls_on(const char* start, int count, const char* due) {
    const duties::WorkingDate found = notices().after(day(start), count);
    CHECK(text::iso(found.date) == due);
    CHECK_FALSE(found.provisional);
    CHECK(notices().between(day(start), found.date) == count);
}

}  // namespace

TEST_CASE("20 working days from 2024-01-31, crossing the Spring Festival of 2024, end on 2024-03-04", "[duties]") {
    falls_on("2024-01-31", 20, "2024-03-04");
}
TEST_CASE("20 working days from 2024-02-04, from a make-up Sunday of 2024, end on 2024-03-07", "[duties]") {
    falls_on("2024-02-04", 20, "2024-03-07");
}
TEST_CASE("20 working days from 2024-02-09, from the day before the Spring Festival of 2024, end on 2024-03-14",
          "[duties]") {
    falls_on("2024-02-09", 20, "2024-03-14");
}
TEST_CASE(
    "20 working days from 2024-04-28, from the make-up Sunday before Labour Day 2024, over the make-up Saturday 11 "
    "May, end on 2024-05-28",
    "[duties]") {
    falls_on("2024-04-28", 20, "2024-05-28");
}
TEST_CASE(
    "20 working days from 2024-09-13, over the Mid-Autumn Festival and the National Day of 2024 with three make-up "
    "days, end on 2024-10-17",
    "[duties]") {
    falls_on("2024-09-13", 20, "2024-10-17");
}
TEST_CASE("7 working days from 2024-09-29, from a make-up Sunday over the National Day of 2024, end on 2024-10-14",
          "[duties]") {
    falls_on("2024-09-29", 7, "2024-10-14");
}
TEST_CASE("20 working days from 2025-01-20, over the eight days of the Spring Festival of 2025, end on 2025-02-21",
          "[duties]") {
    falls_on("2025-01-20", 20, "2025-02-21");
}
TEST_CASE("5 working days from 2025-01-26, from a make-up Sunday to a make-up Saturday of 2025, end on 2025-02-08",
          "[duties]") {
    falls_on("2025-01-26", 5, "2025-02-08");
}
TEST_CASE("20 working days from 2025-09-28, over the joint holidays of 2025, end on 2025-10-31", "[duties]") {
    falls_on("2025-09-28", 20, "2025-10-31");
}
TEST_CASE("20 working days from 2025-12-20, over the turn of 2025 to 2026, end on 2026-01-19", "[duties]") {
    falls_on("2025-12-20", 20, "2026-01-19");
}
TEST_CASE("20 working days from 2026-02-10, over the nine days of the Spring Festival of 2026, end on 2026-03-16",
          "[duties]") {
    falls_on("2026-02-10", 20, "2026-03-16");
}
TEST_CASE(
    "7 working days from 2026-02-14, from the make-up Saturday before the Spring Festival of 2026, end on 2026-03-03",
    "[duties]") {
    falls_on("2026-02-14", 7, "2026-03-03");
}
TEST_CASE(
    "20 working days from 2026-09-18, over the Mid-Autumn Festival and the National Day of 2026, end on 2026-10-22",
    "[duties]") {
    falls_on("2026-09-18", 20, "2026-10-22");
}
TEST_CASE("5 working days from 2023-09-28, over the joint holidays of 2023 with two make-up days, end on 2023-10-11",
          "[duties]") {
    falls_on("2023-09-28", 5, "2023-10-11");
}
TEST_CASE("1 working day from 2024-12-31, from the last day of 2024, end on 2025-01-02", "[duties]") {
    falls_on("2024-12-31", 1, "2025-01-02");
}

TEST_CASE("a deadline past the last loaded year is provisional", "[duties]") {
    CHECK(notices().last_loaded_year() == 2026);
    CHECK(notices().after(day("2026-12-20"), 20).provisional);
    CHECK_FALSE(notices().after(day("2026-11-27"), 20).provisional);
}

TEST_CASE("the last three days of a year are provisional until the next year's notice is loaded", "[duties]") {
    // the notice of 2019 made Saturday 29 December 2018 a working day
    CHECK(text::iso(notices().after(day("2018-12-28"), 1).date) == "2018-12-29");
    CHECK(notices().after(day("2026-12-28"), 1).provisional);
    std::vector<records::CalendarDay> sheet = {{"2027-01-01", "", "off", "元旦", "", 2027}};
    const WorkingDays later(duties::merged_calendar(sheet), "");
    CHECK_FALSE(later.after(day("2026-12-28"), 1).provisional);
    CHECK_FALSE(later.after(day("2026-12-20"), 20).provisional);
}

TEST_CASE("a day before the first notice is provisional too", "[duties]") {
    CHECK(notices().after(day("2017-06-01"), 3).provisional);
}

TEST_CASE("a local rule's days count in its own area only, and in what lies in it", "[duties]") {
    const std::vector<records::CalendarDay> days = duties::merged_calendar({
        {"2026-03-20", "999901", "off", "民族节日", "", 2026},
        {"2026-03-23", "999900", "off", "自治州成立纪念日", "", 2026},
    });
    const auto next = [&](const char* area) {
        return text::iso(WorkingDays(days, area).after(day("2026-03-19"), 1).date);
    };
    CHECK(next("999901") == "2026-03-24");
    CHECK(next("999902") == "2026-03-20");
    CHECK(text::iso(WorkingDays(days, "999902").after(day("2026-03-20"), 1).date) == "2026-03-24");
    CHECK(next("999900") == "2026-03-20");
    CHECK(next("990101") == "2026-03-20");
    CHECK(next("") == "2026-03-20");
}

TEST_CASE("of a prefecture's and a county's word about one day the county's counts", "[duties]") {
    const std::vector<records::CalendarDay> days = duties::merged_calendar({
        {"2026-03-23", "999901", "work", "", "", 2026},
        {"2026-03-23", "999900", "off", "自治州成立纪念日", "", 2026},
    });
    CHECK(WorkingDays(days, "999901").working(day("2026-03-23")));
    CHECK_FALSE(WorkingDays(days, "999902").working(day("2026-03-23")));
}

TEST_CASE("an area's own days do not load a year", "[duties]") {
    const auto days = duties::merged_calendar({{"2027-03-23", "999901", "off", "民族节日", "", 2027}});
    CHECK(WorkingDays(days, "999901").after(day("2027-03-19"), 1).provisional);
}

TEST_CASE("a last day that is a day off moves to the next working day", "[duties]") {
    CHECK(text::iso(notices().after(day("2026-10-01"), 0).date) == "2026-10-08");
}

TEST_CASE("working days between two days are counted both ways", "[duties]") {
    CHECK(notices().between(day("2026-09-30"), day("2026-10-08")) == 1);
    CHECK(notices().between(day("2026-10-08"), day("2026-09-30")) == -1);
    CHECK(notices().between(day("2026-10-08"), day("2026-10-08")) == 0);
}
