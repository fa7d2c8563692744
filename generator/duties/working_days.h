// The working-day calendar 工作日历: weekdays, the State Council's days off and make-up working days, and local extra
// days. Pure over values: the days come from the notices and the clerk's sheets (merged_calendar), today is never asked
// for.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "records/facts.h"
#include "text/date.h"

namespace duties {

struct WorkingDate {
    text::Date date;
    bool provisional = false;  // 暂定: counted through days whose notice is not loaded, by weekdays only
};

/// Whether an area is the other one or lies in it, by their codes: 999901 in 999900 and in 990000.
bool lies_in(std::string_view area, std::string_view whole);

class WorkingDays {
  public:
    /// `days` of the whole country and of `area` (民族自治地方's own days), also those of the prefecture or province
    /// the area lies in by its code; of several the nearest area's word counts. Those of other areas are passed over.
    WorkingDays(const std::vector<records::CalendarDay>& days, std::string_view area);

    /// Whether people work that day: Monday to Friday and not a day off, or a make-up working day.
    bool working(text::Date date) const;
    /// Whether the notice for that year is loaded: a row of the whole country says so, an area's own days do not.
    bool loaded(int year) const { return years_.contains(year); }
    /// Whether what is known of that day is final. From 29 December on the next year's notice has its say as well
    /// (those of 2007, 2008, 2012, 2019 and 2023 arranged such days; none reached further back).
    bool loaded(text::Date date) const;
    /// The last year whose notice is loaded; 0: none.
    int last_loaded_year() const { return years_.empty() ? 0 : *years_.rbegin(); }

    /// The day `count` working days after `start`, which is not counted itself (民法典第二百零一条). count ≥ 0; a count
    /// of 0 gives the first working day from `start` on (第二百零三条: a last day that is a day off moves on).
    WorkingDate after(text::Date start, int count) const;
    /// Working days from the day after `from` to `to` included; negative when `to` is earlier.
    int between(text::Date from, text::Date to) const;

  private:
    std::map<std::string, bool> exceptions_;  // ISO day → works
    std::set<int> years_;
};

}  // namespace duties
