#include "generator/duties/working_days.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "tests/shared_data.h"

using duties::WorkingDays;

namespace {

/// The State Council's days of 2023 to 2026 around the golden vectors, as in the notices.
std::vector<records::CalendarDay> notices() {
    std::vector<records::CalendarDay> days;
    const auto off = [&](int year, const char* first, int count) {
        text::Date date = *text::parse_iso(first);
        for (int i = 0; i < count; ++i, date = text::plus_days(date, 1))
            days.push_back({text::iso(date), "", "off", "", "", year});
    };
    const auto work = [&](int year, std::initializer_list<const char*> dates) {
        for (const char* date : dates) days.push_back({date, "", "work", "", "", year});
    };
    off(2023, "2023-09-29", 8);
    work(2023, {"2023-10-07", "2023-10-08"});
    off(2024, "2023-12-30", 3), off(2024, "2024-02-10", 8), off(2024, "2024-04-04", 3), off(2024, "2024-05-01", 5);
    off(2024, "2024-06-08", 3), off(2024, "2024-09-15", 3), off(2024, "2024-10-01", 7);
    work(2024, {"2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29",
                "2024-10-12"});
    off(2025, "2025-01-01", 1), off(2025, "2025-01-28", 8), off(2025, "2025-04-04", 3), off(2025, "2025-05-01", 5);
    off(2025, "2025-05-31", 3), off(2025, "2025-10-01", 8);
    work(2025, {"2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"});
    off(2026, "2026-01-01", 3), off(2026, "2026-02-15", 9), off(2026, "2026-04-04", 3), off(2026, "2026-05-01", 5);
    off(2026, "2026-06-19", 3), off(2026, "2026-09-25", 3), off(2026, "2026-10-01", 7);
    work(2026, {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"});
    return days;
}

}  // namespace

TEST_CASE("working days are counted as the golden dates say", "[duties]") {
    const WorkingDays calendar(notices(), "");
    struct Vector {
        const char* start;
        int count;
        const char* due;
    };
    const Vector vectors[] = {
        {"2024-01-31", 20, "2024-03-04"}, {"2024-02-04", 20, "2024-03-07"}, {"2024-02-09", 20, "2024-03-14"},
        {"2024-04-28", 20, "2024-05-28"}, {"2024-09-13", 20, "2024-10-17"}, {"2024-09-29", 7, "2024-10-14"},
        {"2025-01-20", 20, "2025-02-21"}, {"2025-01-26", 5, "2025-02-08"},  {"2025-09-28", 20, "2025-10-31"},
        {"2025-12-20", 20, "2026-01-19"}, {"2026-02-10", 20, "2026-03-16"}, {"2026-02-14", 7, "2026-03-03"},
        {"2026-09-18", 20, "2026-10-22"}, {"2023-09-28", 5, "2023-10-11"},  {"2024-12-31", 1, "2025-01-02"},
    };
    for (const Vector& vector : vectors) {
        INFO(vector.start << " + " << vector.count);
        const duties::WorkingDate due = calendar.after(*text::parse_iso(vector.start), vector.count);
        CHECK(text::iso(due.date) == vector.due);
        CHECK_FALSE(due.provisional);
        CHECK(calendar.between(*text::parse_iso(vector.start), due.date) == vector.count);
    }
}

TEST_CASE("a deadline past the loaded calendar is provisional", "[duties]") {
    const WorkingDays calendar(notices(), "");
    CHECK(calendar.after(*text::parse_iso("2026-12-20"), 20).provisional);
    CHECK_FALSE(calendar.after(*text::parse_iso("2026-12-01"), 20).provisional);
}

TEST_CASE("a local rule's days count in its own area only", "[duties]") {
    std::vector<records::CalendarDay> days = notices();
    days.push_back({"2026-03-20", "999901", "off", "民族节日", "", 2026});
    const text::Date before = *text::parse_iso("2026-03-19");
    CHECK(text::iso(WorkingDays(days, "999901").after(before, 1).date) == "2026-03-23");
    CHECK(text::iso(WorkingDays(days, "999902").after(before, 1).date) == "2026-03-20");
}

TEST_CASE("a last day that is a day off moves to the next working day", "[duties]") {
    const WorkingDays calendar(notices(), "");
    CHECK(text::iso(calendar.after(*text::parse_iso("2026-10-01"), 0).date) == "2026-10-08");
}

TEST_CASE("every published holiday and make-up day is agreed with", "[duties]") {
    const auto data = tests::shared_data();
    if (!data) return;
    std::ifstream file(*data / "holidays" / "holidays_all.tsv");
    std::vector<records::CalendarDay> days;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::string date, name, kind, year;
        std::getline(cells, date, '\t'), std::getline(cells, name, '\t'), std::getline(cells, kind, '\t'),
            std::getline(cells, year, '\t');
        days.push_back({date, "", kind, name, "", std::stoi(year)});
    }
    REQUIRE(days.size() == 678);
    const WorkingDays calendar(days, "");
    for (const records::CalendarDay& day : days)
        CHECK(calendar.working(*text::parse_iso(day.day)) == (day.kind == "work"));
    for (const auto& [year, expected] : std::map<int, int>{{2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}}) {
        const text::Date before = *text::make_date(year - 1, 12, 31), last = *text::make_date(year, 12, 31);
        CHECK(calendar.between(before, last) == expected);
    }
}
