// Reads what a cell says about when: 抽查时间、完成时限、实施日期. The year may come from the plan, which is noted.
// What cannot be read says so with the likely reading, nothing is put right. Knows Chinese wording of dates, no clock.
#pragma once

#include <optional>
#include <string_view>

#include "records/period.h"

namespace importing {

/// The period of one cell. `plan_year` is the year of the plan, for cells without one. `deadline`: the column is about
/// the last day (完成时限), so a single month or day is an end. A blank cell gives a period without spans that is not
/// unreadable.
records::Period read_period(std::string_view cell, std::optional<int> plan_year, bool deadline = false);

/// The period of two cells (检查日期自, 检查日期至); `raw` joins them with a dash.
records::Period period_between(std::string_view from, std::string_view to, std::optional<int> plan_year);

}  // namespace importing
