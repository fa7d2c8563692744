#include "draw/moment.h"

#include <chrono>
#include <cstdio>

namespace draw {

namespace {

constexpr std::int64_t day_seconds = 86'400, beijing = 8 * 3600;

/// The number of the digits at `at`; -1 when they are none.
int number(std::string_view text, std::size_t at, std::size_t digits) {
    int value = 0;
    for (const char c : text.substr(at, digits)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::optional<std::int64_t> parse_date(std::string_view date) {
    if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
    const int year = number(date, 0, 4), month = number(date, 5, 2), day = number(date, 8, 2);
    if (year < 1 || month < 1 || day < 1) return std::nullopt;
    const std::chrono::year_month_day real{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!real.ok()) return std::nullopt;
    return std::chrono::sys_days(real).time_since_epoch().count();
}

std::optional<std::int64_t> parse_time(std::string_view time) {
    if (time.size() != 25 || time[10] != 'T' || time[13] != ':' || time[16] != ':' || !time.ends_with("+08:00"))
        return std::nullopt;
    const auto day = parse_date(time.substr(0, 10));
    const int hour = number(time, 11, 2), minute = number(time, 14, 2), second = number(time, 17, 2);
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
    return *day * day_seconds + hour * 3600 + minute * 60 + second - beijing;
}

std::string time_text(std::int64_t unix) {
    const std::int64_t local = unix + beijing;
    const std::int64_t days = local >= 0 ? local / day_seconds : -((-local + day_seconds - 1) / day_seconds);
    const std::int64_t rest = local - days * day_seconds;
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
    char written[64];
    std::snprintf(written, sizeof written, "%04d-%02u-%02uT%02d:%02d:%02d+08:00", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(rest / 3600),
                  static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
    return written;
}

bool is_time(std::string_view text) {
    return parse_time(text).has_value();
}
bool is_date(std::string_view text) {
    return parse_date(text).has_value();
}

}  // namespace draw
