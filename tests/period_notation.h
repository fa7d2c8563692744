// A period in one line, for tables of expected values: spans "start(precision)~end(precision)", flags, then remarks
// after
// "#" and the problem after "!".
#pragma once

#include <string>

#include "records/period.h"
#include "text/date.h"

namespace tests {

inline std::string notation(const records::Period& period) {
    std::string line;
    const auto add = [&line](const std::string& word) { line += (line.empty() ? "" : " ") + word; };
    const auto day = [](const std::chrono::year_month_day& date) {
        const std::string digits = std::to_string(10'000 + static_cast<int>(date.year()));
        return digits.substr(digits.size() - 4) +
               text::iso(std::chrono::year(2000) / date.month() / date.day()).substr(4);
    };
    for (const records::PeriodSpan& span : period.spans) {
        std::string text;
        if (span.start) text += day(*span.start) + "(" + std::string(name_of(span.start_precision)) + ")";
        text += "~";
        if (span.end) text += day(*span.end) + "(" + std::string(name_of(span.end_precision)) + ")";
        add(text);
    }
    if (period.whole_year) add("whole-year");
    if (period.deadline_only) add("deadline");
    if (period.crosses_year) add("crosses");
    if (period.year_from_plan) add("plan-year");
    if (period.without_year) add("no-year");
    if (period.approximate) add("about");
    if (period.undetermined) add("undetermined");
    for (const std::string& remark : period.remarks) add("# " + remark);
    if (!period.unreadable.empty()) add("! " + period.unreadable);
    return line;
}

}  // namespace tests
