#include "generator/duties/working_days.h"

namespace duties {

WorkingDays::WorkingDays(const std::vector<records::CalendarDay>& days, std::string_view area) {
    for (const records::CalendarDay& day : days) {
        if (!day.area.empty()) continue;
        exceptions_[day.day] = day.kind == "work";
        years_.insert(day.year);
    }
    for (const records::CalendarDay& day : days)  // a local rule is the more particular one
        if (!day.area.empty() && day.area == area) exceptions_[day.day] = day.kind == "work";
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
        if (!loaded(static_cast<int>(date.year()))) result.provisional = true;
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
