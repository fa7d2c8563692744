// Fixed dates 固定日期 of rule rows: 11-01 every year, 2024-03-30 once, 04-01、06-20、10-01、12-16 several a year,
// 每月20 monthly. Each is the end of one period. Says how they are written and which period a report is of; the days
// themselves are deadlines.h's (fixed_days). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generator/duties/rule_language.h"
#include "records/facts.h"

namespace duties {

/// The standard spelling, in which deadlines.h reads them; 11月1日, 每月20日 and commas become it. At most 24 days.
std::variant<std::string, Unreadable> read_fixed_dates(std::string_view text);
bool is_monthly(std::string_view fixed_date);

/// One period of a recurring duty.
struct Period {
    int year = 0;
    int turn = 0;  // of several a year which, from 1; 0: one a year, or monthly
    bool monthly = false;
    std::string due_on;              // ISO
    std::string name() const;        // 2026年10月, 2026年, 2026年第2次
    std::string_view month() const;  // of the due day, two digits
    bool operator==(const Period&) const = default;
};
/// The periods of a rule that end in that year, in order; empty when it has no fixed date.
std::vector<Period> periods(const records::RuleFacts& rule, int year);
/// A report's 期间 in its standard spelling: 2026, 2026-10, 2026-Q2 (which of several a year), 2026-06-20; nothing when
/// it is no period.
std::optional<std::string> standard_period(std::string_view written);
/// Whether a report's 期间 as a clerk writes it is this period: 2026; 2026-10, 2026年10月 (of several a year the month
/// of the due day); 2026年第二季度, 2026-Q2, 2026年第2次 (which of several a year); or the due day itself.
bool names_period(std::string_view written, const Period& period);

}  // namespace duties
