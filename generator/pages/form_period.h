// The spans of time that an office reports on: months 月报, quarters 季度汇总 and years 年度汇总, as their addresses
// name them. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/public_activity.h"

namespace pages {

struct FormPeriod {
    enum class Kind { month, quarter, year };
    Kind kind = Kind::month;
    std::string key;    // "2026-10", "2026-Q4", "2026"
    std::string words;  // "2026年10月", "2026年第4季度", "2026年"
    records::DaySpan span;
    int year() const;
    bool holds(const FormPeriod& other) const { return span.from <= other.span.from && other.span.to <= span.to; }
};

/// The month "YYYY-MM" with the quarter and the year around it.
FormPeriod month_period(std::string_view month);
FormPeriod quarter_of(const FormPeriod& month);
FormPeriod year_of(const FormPeriod& month);

/// Every month given, the quarters and the years that have one, each kind in order: months, quarters, years.
std::vector<FormPeriod> periods_of(const std::vector<std::string>& months);

}  // namespace pages
