// Days and minutes as government papers and spreadsheets write them. All times are Beijing time (UTC+08:00).
// It knows no clock: today is always an argument of whoever asks. It knows no working days either (duties/ does).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace text {

/// A day of the Gregorian calendar. Every Date this folder returns is a real one (ok()) of the years 1000 to 9999.
using Date = std::chrono::year_month_day;

/// A minute of Beijing time, such as the moment of a draw.
struct Moment {
    Date date;
    int minute = 0;  ///< of the day, 0 to 1439
    friend bool operator==(const Moment&, const Moment&) = default;
    friend auto operator<=>(const Moment&, const Moment&) = default;
};

/// "2024-03-19"
std::string iso(Date date);
/// "2024-03-19T10:00+08:00"
std::string iso(const Moment& moment);
/// "2024年3月19日"
std::string chinese(Date date);
/// "2024年3月19日10时05分"
std::string chinese(const Moment& moment);

/// Exactly YYYY-MM-DD and a real date; else nothing.
std::optional<Date> parse_iso(std::string_view text);
/// Exactly what iso(Moment) writes; else nothing.
std::optional<Moment> parse_iso_moment(std::string_view text);

/// A date as people write it in cells: 2024-03-19, 2024/3/9, 2024.3.9, 20240319, 2024年3月19日, 二〇二四年三月十九日;
/// full-width digits, blanks between the parts and a time behind it (10:00, T10:00:00, 10时30分, which must be a real
/// one) are taken. A month alone, a year of two digits, or a day that does not exist is nothing.
std::optional<Date> parse_date(std::string_view text);

/// As parse_date with the time: seconds are dropped, a text without time is nothing.
std::optional<Moment> parse_moment(std::string_view text);

/// From which day a workbook counts: Windows' 1900 system (in which 1900 is wrongly a leap year) or the Mac's 1904
/// system.
enum class SerialEpoch { from_1900, from_1904 };

/// The day of a spreadsheet serial number (ECMA-376 18.17.4.1); the fraction (time of day) is dropped.
/// Nothing for negative numbers, 0 and the non-existent 60 (1900-02-29) in the 1900 system, and years past 9999.
std::optional<Date> serial_date(double serial, SerialEpoch epoch = SerialEpoch::from_1900);

/// The day and the time of a serial number, rounded to the nearest minute.
std::optional<Moment> serial_moment(double serial, SerialEpoch epoch = SerialEpoch::from_1900);

/// The date `days` calendar days later (earlier when negative).
Date plus_days(Date date, int days);
/// Calendar days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);
/// The real date of these numbers, years 1000 to 9999; nothing when there is none.
std::optional<Date> make_date(int year, int month, int day);

}  // namespace text
