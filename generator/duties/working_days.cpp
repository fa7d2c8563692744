#include "generator/duties/working_days.h"

#include <algorithm>
#include <utility>

namespace duties {

namespace {

/// The part of an area code that names it: 99 of 990000 (a province), 9999 of 999900 (a prefecture), all of 999901.
std::string_view significant(std::string_view area) {
    while (area.size() > 2 && area.ends_with("00")) area.remove_suffix(2);
    return area;
}

}  // namespace

bool lies_in(std::string_view area, std::string_view whole) {
    return !whole.empty() && area.starts_with(significant(whole));
}

WorkingDays::WorkingDays(const std::vector<records::CalendarDay>& days, std::string_view area) {
    for (const records::CalendarDay& day : days) {
        if (!day.area.empty()) continue;
        exceptions_[day.day] = day.kind == "work";
        years_.insert(day.year);
    }
    std::vector<std::pair<std::size_t, const records::CalendarDay*>> local;  // by how particular they are
    for (const records::CalendarDay& day : days)
        if (lies_in(area, day.area)) local.emplace_back(significant(day.area).size(), &day);
    std::stable_sort(local.begin(), local.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [size, day] : local) exceptions_[day->day] = day->kind == "work";
}

bool WorkingDays::loaded(text::Date date) const {
    const int year = static_cast<int>(date.year());
    const bool next_year_too = date.month() == std::chrono::December && date.day() >= std::chrono::day(29);
    return loaded(year) && (!next_year_too || loaded(year + 1));
}

bool WorkingDays::working(text::Date date) const {
    if (const auto exception = exceptions_.find(text::iso(date)); exception != exceptions_.end())
        return exception->second;
    const std::chrono::weekday weekday{std::chrono::sys_days(date)};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

WorkingDate WorkingDays::after(text::Date start, int count) const {
    WorkingDate result{start, false};
    const auto look_at = [&](text::Date date) {
        if (!loaded(date)) result.provisional = true;
        return working(date);
    };
    if (count == 0) {
        while (!look_at(result.date)) result.date = text::plus_days(result.date, 1);
        return result;
    }
    while (count > 0) {
        result.date = text::plus_days(result.date, 1);
        if (look_at(result.date)) --count;
    }
    return result;
}

int WorkingDays::between(text::Date from, text::Date to) const {
    if (to < from) return -between(to, from);
    int count = 0;
    for (text::Date date = from; date < to;) {
        date = text::plus_days(date, 1);
        if (working(date)) ++count;
    }
    return count;
}

}  // namespace duties
