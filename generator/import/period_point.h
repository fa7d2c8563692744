// One point of a period as written (2026年1月, 3月, 次年3月, 10月底, 第一季度, 春季, 2016.2.1) and the days it stands
// for. For period_reader only.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "records/period.h"

namespace importing {

struct PeriodPoint {
    enum class Unit : std::uint8_t { year, half_year, quarter, season, month, day, number, day_alone };
    enum class Part : std::uint8_t {
        whole,
        early /* 上旬, 初 */,
        middle /* 中旬, 中 */,
        late /* 下旬 */,
        end /* 底, 末 */
    };
    std::optional<int> year;
    bool following_year = false;  // 次年
    Unit unit = Unit::year;
    Part part = Part::whole;
    bool ten_days = false;  // the part is a 旬, not the vaguer 初 or 底
    int number = 0;         // of the half year, quarter, season (1 spring) or month; of a number without a unit
    int day = 0;
    std::size_t end = 0;  // where it ends in the text
};

/// The point that starts at `at`; nothing when none does. Text as plain_numerals gives it.
std::optional<PeriodPoint> read_point(std::u32string_view text, std::size_t at);

/// Chinese numerals before 年月日季 as digits: 二〇二六年十月 → 2026年10月.
std::u32string plain_numerals(std::u32string_view text);

struct PointDays {
    std::chrono::year_month_day first, last;
    records::DatePrecision precision = records::DatePrecision::day;
};

/// The first and last day of a point in a year (0: unknown); nothing when there is no such day (2月30日).
std::optional<PointDays> days_of(const PeriodPoint& point, int year);

}  // namespace importing
