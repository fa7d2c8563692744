// The working-day calendar 工作日历: weekdays, the State Council's days off and make-up working days, and local extra
// days. Pure over values: the days come from portal.db (records::CalendarDay), today is never asked for.
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
    bool provisional = false;  // 暂定: counted through a year whose notice is not loaded, by weekdays only
};

class WorkingDays {
  public:
    /// `days` of the whole country and of `area` (民族自治地方's own days); those of other areas are passed over.
    WorkingDays(const std::vector<records::CalendarDay>& days, std::string_view area);

    /// Whether people work that day: Monday to Friday and not a day off, or a make-up working day.
    bool working(text::Date date) const;
    /// Whether the notice for that year is loaded.
    bool loaded(int year) const { return years_.contains(year); }

    /// The day `count` working days after `start`, which is not counted itself (民法典第二百零一条). count ≥ 0; a count of
    /// 0 gives the first working day from `start` on (第二百零三条: a last day that is a day off moves on).
    WorkingDate after(text::Date start, int count) const;
    /// Working days from the day after `from` to `to` included; negative when `to` is earlier.
    int between(text::Date from, text::Date to) const;

  private:
    std::map<std::string, bool> exceptions_;  // ISO day → works
    std::set<int> years_;
};

}  // namespace duties
