#include "generator/pages/form_period.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace pages {
namespace {

constexpr std::array<int, 12> days_in{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

int last_day(int year, int month) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days_in[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

records::DaySpan months_span(int year, int first, int last) {
    return {fmt::format("{:04}-{:02}-01", year, first),
            fmt::format("{:04}-{:02}-{:02}", year, last, last_day(year, last))};
}

int month_of(const FormPeriod& month) {
    return std::clamp(number(std::string_view(month.span.from).substr(5, 2)), 1, 12);
}

}  // namespace

int FormPeriod::year() const {
    return number(std::string_view(span.from).substr(0, 4));
}

FormPeriod month_period(std::string_view month) {
    const int year = number(month.substr(0, 4)), of_year = std::clamp(number(month.substr(5, 2)), 1, 12);
    return {FormPeriod::Kind::month, fmt::format("{:04}-{:02}", year, of_year), fmt::format("{}年{}月", year, of_year),
            months_span(year, of_year, of_year)};
}

FormPeriod quarter_of(const FormPeriod& month) {
    const int quarter = (month_of(month) + 2) / 3;
    return {FormPeriod::Kind::quarter, fmt::format("{:04}-Q{}", month.year(), quarter),
            fmt::format("{}年第{}季度", month.year(), quarter),
            months_span(month.year(), 3 * quarter - 2, 3 * quarter)};
}

FormPeriod year_of(const FormPeriod& month) {
    return {FormPeriod::Kind::year, fmt::format("{:04}", month.year()), fmt::format("{}年", month.year()),
            months_span(month.year(), 1, 12)};
}

std::vector<FormPeriod> periods_of(const std::vector<std::string>& months) {
    std::vector<FormPeriod> periods, quarters, years;
    for (const std::string& month : months) periods.push_back(month_period(month));
    for (const FormPeriod& month : periods) {
        if (quarters.empty() || !quarters.back().holds(month)) quarters.push_back(quarter_of(month));
        if (years.empty() || !years.back().holds(month)) years.push_back(year_of(month));
    }
    periods.insert(periods.end(), quarters.begin(), quarters.end());
    periods.insert(periods.end(), years.begin(), years.end());
    return periods;
}

}  // namespace pages
