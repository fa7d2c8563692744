#include "generator/import/period_point.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "generator/import/clauses.h"
#include "text/number.h"
#include "text/utf8.h"

namespace importing {

namespace {

using Unit = PeriodPoint::Unit;
using Part = PeriodPoint::Part;
using Text = std::u32string_view;

bool starts(Text text, std::size_t at, Text word) {
    return text.substr(std::min(at, text.size())).starts_with(word);
}

struct Digits {
    int value = 0;
    std::size_t count = 0;
};
Digits digits_at(Text text, std::size_t at) {
    Digits digits;
    while (at + digits.count < text.size() && is_digit(text[at + digits.count]) && digits.count < 9)
        digits.value = digits.value * 10 + static_cast<int>(text[at + digits.count++] - U'0');
    return digits;
}

bool plausible_year(int year) {
    return year >= 1990 && year <= 2100;
}

/// Moves over any of the words, the longest listed first; gives whether one stood there.
bool skip(Text text, std::size_t& at, std::initializer_list<Text> words) {
    for (const Text word : words)
        if (starts(text, at, word)) {
            at += word.size();
            return true;
        }
    return false;
}

void read_part(Text text, PeriodPoint& point) {
    for (const auto& [word, part, ten_days] :
         {std::tuple{Text(U"上旬"), Part::early, true}, std::tuple{Text(U"中旬"), Part::middle, true},
          std::tuple{Text(U"下旬"), Part::late, true}, std::tuple{Text(U"初"), Part::early, false},
          std::tuple{Text(U"中"), Part::middle, false}, std::tuple{Text(U"底"), Part::end, false},
          std::tuple{Text(U"末"), Part::end, false}})
        if (starts(text, point.end, word)) {
            point.part = part;
            point.ten_days = ten_days;
            point.end += word.size();
            return;
        }
}

/// 2026-03-01, 2026.3.1, 2026/3, 20260301, 202603: dates in digits alone.
std::optional<PeriodPoint> read_digital(Text text, std::size_t at) {
    const Digits first = digits_at(text, at);
    PeriodPoint point;
    point.end = at + first.count;
    if (first.count == 8 || first.count == 6) {
        const int year = first.count == 8 ? first.value / 10'000 : first.value / 100;
        point.number = first.count == 8 ? first.value / 100 % 100 : first.value % 100;
        point.day = first.count == 8 ? first.value % 100 : 0;
        point.year = year;
        point.unit = first.count == 8 ? Unit::day : Unit::month;
        return plausible_year(year) ? std::optional(point) : std::nullopt;
    }
    if (first.count != 4 || point.end >= text.size() || !is_one_of(text[point.end], U"./-")) return std::nullopt;
    const char32_t separator = text[point.end];
    const Digits month = digits_at(text, point.end + 1);
    if (!plausible_year(first.value) || month.count < 1 || month.count > 2) return std::nullopt;
    point.year = first.value;
    point.unit = Unit::month;
    point.number = month.value;
    point.end += 1 + month.count;
    if (skip(text, point.end, {U"月份", U"月"})) {
        read_part(text, point);
        return point;
    }
    if (point.end < text.size() && text[point.end] == separator) {
        const Digits day = digits_at(text, point.end + 1);
        const std::size_t behind = point.end + 1 + day.count;
        if (day.count >= 1 && day.count <= 2 && !starts(text, behind, U"月")) {  // not 2023-6-12月
            point.unit = Unit::day;
            point.day = day.value;
            point.end = behind;
            skip(text, point.end, {U"日"});
        }
    }
    return point;
}

void read_month(Text text, PeriodPoint& point) {
    point.unit = Unit::month;
    const Digits day = digits_at(text, point.end);
    const std::size_t behind = point.end + day.count;
    const bool ends = behind == text.size() || is_one_of(text[behind], U"日号-~至到");
    if (day.count >= 1 && day.count <= 2 && ends) {
        point.unit = Unit::day;
        point.day = day.value;
        point.end = behind;
        skip(text, point.end, {U"日", U"号"});
        return;
    }
    read_part(text, point);
}

/// What may follow a year: a month, quarter, season, half year, or a bare number (6 of 6-12月).
bool read_within_year(Text text, PeriodPoint& point) {
    std::size_t at = point.end;
    skip(text, at, {U"第"});
    const Digits number = digits_at(text, at);
    if (number.count >= 1 && number.count <= 2) {
        at += number.count;
        point.number = number.value;
        point.end = at;
        if (skip(text, point.end, {U"季度", U"季"})) {
            point.unit = Unit::quarter;
            read_part(text, point);
        } else if (skip(text, point.end, {U"月份", U"月"})) {
            read_month(text, point);
        } else if (skip(text, point.end, {U"日", U"号"})) {
            point.unit = Unit::day_alone;
            point.day = number.value;
        } else {
            point.unit = Unit::number;
        }
        return true;
    }
    for (int half = 1; half <= 2; ++half)
        if (skip(text, at, {half == 1 ? Text(U"上半年") : Text(U"下半年")})) {
            point.unit = Unit::half_year;
            point.number = half;
            point.end = at;
            return true;
        }
    const std::size_t season = at < text.size() ? Text(U"春夏秋冬").find(text[at]) : Text::npos;
    if (season == Text::npos) return false;
    point.unit = Unit::season;
    point.number = static_cast<int>(season) + 1;
    point.end = at + 1;
    skip(text, point.end, {U"季"});
    return true;
}

}  // namespace

std::optional<PeriodPoint> read_point(Text text, std::size_t at) {
    if (auto digital = read_digital(text, at)) return digital;
    PeriodPoint point;
    point.end = at;
    bool year = false;
    if (const Digits digits = digits_at(text, at); digits.count == 4 && starts(text, at + 4, U"年")) {
        if (!plausible_year(digits.value)) return std::nullopt;
        point.year = digits.value;
        point.end = at + 5;
        year = true;
    } else if (skip(text, point.end, {U"次年", U"翌年", U"第二年", U"下一年", U"明年"})) {
        point.following_year = year = true;
    } else if (skip(text, point.end, {U"本年度", U"本年", U"当年", U"今年", U"全年", U"常年", U"年内"})) {
        year = true;
    } else if (starts(text, at, U"年底") || starts(text, at, U"年末") || starts(text, at, U"年初") ||
               starts(text, at, U"年中")) {
        point.end = at + 1;
        year = true;
    }
    if (year) {
        skip(text, point.end, {U"度"});
        skip(text, point.end, {U"全年", U"年内", U"的"});
    }
    if (read_within_year(text, point)) return point;
    if (!year) return std::nullopt;
    read_part(text, point);
    return point;
}

std::u32string plain_numerals(Text text) {
    std::u32string plain;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && end - at < 8 && is_chinese_digit(text[end])) ++end;
        if (end == at) {
            plain += text[at++];
            continue;
        }
        const Text run = text.substr(at, end - at);
        const bool dated = end < text.size() && is_one_of(text[end], U"年月日号季");
        const auto number = dated ? text::parse_chinese_numeral(text::encode(run)) : std::nullopt;
        if (number && *number > 0 && (text[end] != U'年' || *number >= 1000))
            plain += text::decode(std::to_string(*number));
        else
            plain += run;
        at = end;
    }
    return plain;
}

namespace {

std::chrono::year_month_day first_of(int year, int month) {
    return std::chrono::year(year) / month / 1;
}
std::chrono::year_month_day last_of(int year, int month) {
    return std::chrono::year_month_day(std::chrono::year(year) / month / std::chrono::last);
}

/// A stretch of months; the second may be past December (冬季).
PointDays months(int year, int first, int last, records::DatePrecision precision) {
    return {first_of(year, first), last_of(year + (last > 12 ? 1 : 0), last > 12 ? last - 12 : last), precision};
}

PointDays narrowed(PointDays days, const PeriodPoint& point) {
    using std::chrono::day;
    if (point.part == Part::whole) return days;
    if (point.part == Part::end && point.unit != Unit::month) {
        days.first =
            first_of(static_cast<int>(days.last.year()), static_cast<int>(static_cast<unsigned>(days.last.month())));
        days.precision = records::DatePrecision::month;
        return days;
    }
    if (point.unit != Unit::month) {  // 年初, 季度中: the first or a middle month
        const int middle = point.unit == Unit::year ? 5 : 1;
        const int month =
            static_cast<int>(static_cast<unsigned>(days.first.month())) + (point.part == Part::early ? 0 : middle);
        const int year = static_cast<int>(days.first.year());
        return months(year, month, month, records::DatePrecision::month);
    }
    const auto month = days.first.year() / days.first.month();
    if (point.part == Part::early) days.last = month / day(10);
    if (point.part == Part::middle) days = {month / day(11), month / day(20), days.precision};
    if (point.part == Part::late || point.part == Part::end) days.first = month / day(21);
    days.precision = records::DatePrecision::ten_days;
    return days;
}

}  // namespace

std::optional<PointDays> days_of(const PeriodPoint& point, int year) {
    using records::DatePrecision;
    const auto within = [&](int most) { return point.number >= 1 && point.number <= most; };
    switch (point.unit) {
        case Unit::year:
            return narrowed(months(year, 1, 12, DatePrecision::year), point);
        case Unit::half_year:
            if (!within(2)) return std::nullopt;
            return months(year, point.number * 6 - 5, point.number * 6, DatePrecision::half_year);
        case Unit::quarter:
            if (!within(4)) return std::nullopt;
            return narrowed(months(year, point.number * 3 - 2, point.number * 3, DatePrecision::quarter), point);
        case Unit::season:
            if (!within(4)) return std::nullopt;
            return months(year, point.number * 3, point.number * 3 + 2, DatePrecision::season);
        case Unit::month:
            if (!within(12)) return std::nullopt;
            return narrowed(months(year, point.number, point.number, DatePrecision::month), point);
        case Unit::day: {
            const std::chrono::year_month_day day = std::chrono::year(year) / point.number / point.day;
            if (!within(12) || !day.ok()) return std::nullopt;
            return PointDays{day, day, DatePrecision::day};
        }
        default:
            return std::nullopt;
    }
}

}  // namespace importing
