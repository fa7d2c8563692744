// A period cell 时间段 of a plan or an item list (抽查时间、完成时限、实施日期): when a task is carried out.
// Values only: how a text is read stands in generator/import/period_reader.h. Knows no SQL, JSON or spreadsheets.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace records {

/// How exactly a side of a period was written: "2023年9月" is a month, its days are the month's first and last.
enum class DatePrecision : std::uint8_t { day, ten_days /* 上旬 中旬 下旬 */, month, quarter, season, half_year, year };

/// One stretch of days, both ends included. A deadline (10月底前) has an end only; 自3月起 has a start only.
/// Where neither the cell nor the plan says the year, the year is 0 and Period::without_year is set.
struct PeriodSpan {
    std::optional<std::chrono::year_month_day> start;
    std::optional<std::chrono::year_month_day> end;
    DatePrecision start_precision = DatePrecision::day;
    DatePrecision end_precision = DatePrecision::day;

    bool operator==(const PeriodSpan&) const = default;
};

struct Period {
    std::string raw;                // the cell as written
    std::vector<PeriodSpan> spans;  // in the order written; several for 春、秋季
    bool whole_year = false;        // 全年, or January to December in other words
    bool deadline_only = false;     // only an end is known (完成时限: 10月底)
    bool crosses_year = false;      // 10月-次年3月
    bool year_from_plan = false;    // the cell has no year, the plan's was taken
    bool without_year = false;      // neither has one: the years in spans are 0
    bool approximate = false;       // 左右、大约, or seasons, whose first and last day no law fixes
    bool undetermined = false;  // the cell says that (part of) it is to be settled later (待定、根据监管需要确定)
    std::vector<std::string> remarks;  // what the cell says besides, word for word
    std::string unreadable;            // Chinese: what cannot be read, why, and the likely reading; empty: all was read

    bool operator==(const Period&) const = default;

    /// The first day of all spans; nothing for a deadline, an undetermined period or one without a year.
    std::optional<std::chrono::year_month_day> first_day() const {
        std::optional<std::chrono::year_month_day> first;
        if (without_year) return first;
        for (const PeriodSpan& span : spans)
            if (span.start && (!first || *span.start < *first)) first = span.start;
        return first;
    }
    /// The last day of all spans: after it the task is late. Nothing when the end is open or the year unknown.
    std::optional<std::chrono::year_month_day> last_day() const {
        std::optional<std::chrono::year_month_day> last;
        if (without_year) return last;
        for (const PeriodSpan& span : spans) {
            if (!span.end) return std::nullopt;
            if (!last || *span.end > *last) last = span.end;
        }
        return last;
    }
};

// The words used in JSON and in tests.
inline constexpr std::array<std::pair<DatePrecision, std::string_view>, 7> date_precision_names{
    {{DatePrecision::day, "day"},
     {DatePrecision::ten_days, "ten_days"},
     {DatePrecision::month, "month"},
     {DatePrecision::quarter, "quarter"},
     {DatePrecision::season, "season"},
     {DatePrecision::half_year, "half_year"},
     {DatePrecision::year, "year"}}};

/// The JSON word of a precision.
constexpr std::string_view name_of(DatePrecision precision) {
    return date_precision_names[static_cast<std::size_t>(precision)].second;
}
/// The reverse; nothing when there is no such word.
constexpr std::optional<DatePrecision> date_precision(std::string_view name) {
    for (const auto& [precision, word] : date_precision_names)
        if (word == name) return precision;
    return std::nullopt;
}

}  // namespace records
