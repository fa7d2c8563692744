// The State Council's notices on holidays 国务院办公厅关于部分节假日安排的通知, 2018 to 2026, as our own table: which
// weekdays are off and which Saturdays and Sundays are worked. Pure: knows no files, no databases and no today. Later
// years, corrections and an area's own days are what the clerk imports (kind 节假日与调休).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/facts.h"

namespace duties {

/// Days in a row that a notice arranges; they may lie in the last days of the year before the notice's.
struct ArrangedDays {
    std::string_view name;   // 春节
    bool works = false;      // 上班 (调休), else 放假
    std::string_view first;  // YYYY-MM-DD
    int days = 1;
};
struct HolidayNotice {
    int year = 0;
    std::string_view number;   // 文号
    std::string_view address;  // on www.gov.cn
    std::vector<ArrangedDays> arranged;
};

/// By year and date of issue; a later notice about the same day replaces the earlier one's word (2019, 2020).
const std::vector<HolidayNotice>& holiday_notices();

/// Every day of the notices, by date, each with the address of the notice that decided it.
const std::vector<records::CalendarDay>& noticed_days();

/// The calendar that is used: the notices' days and over them those of the clerk's sheets, day for day and area for
/// area (a sheet's row wins). By date, the whole country's row first.
std::vector<records::CalendarDay> merged_calendar(const std::vector<records::CalendarDay>& sheets);

/// A day on which a sheet for the whole country says otherwise than the notices of that day.
struct CalendarConflict {
    records::CalendarDay sheet;
    std::optional<records::CalendarDay> notice;  // none: the notices leave it an ordinary weekday or weekend
};
/// By date. The sheet is used all the same: it may have been right to correct us. Days that no notice here governs and
/// rows of one area are no conflicts.
std::vector<CalendarConflict> calendar_conflicts(const std::vector<records::CalendarDay>& sheets);

}  // namespace duties
