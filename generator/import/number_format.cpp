#include "generator/import/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

namespace importing {
namespace {

constexpr int significant_digits = 15;  // what a spreadsheet program keeps of a number

// A decimal number by its digits: 0.DIGITS × 10^point.
struct Decimal {
    bool negative = false;
    std::string digits;
    int point = 0;
};

Decimal decimal_of(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.*e", significant_digits - 1, std::fabs(value));
    const std::string_view whole = text.data();
    const std::size_t exponent_at = whole.find('e');
    Decimal decimal;
    for (const char letter : whole.substr(0, exponent_at))
        if (letter >= '0' && letter <= '9') decimal.digits.push_back(letter);
    decimal.point = std::atoi(text.data() + exponent_at + 1) + 1;
    decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
    if (decimal.digits.empty()) decimal.point = 0;
    decimal.negative = value < 0 && !decimal.digits.empty();
    return decimal;
}

// Rounds half away from zero, as spreadsheet programs show numbers.
void round_to(Decimal& decimal, int decimals) {
    const int kept = decimal.point + decimals;
    if (kept >= static_cast<int>(decimal.digits.size())) return;
    const bool up = kept >= 0 && decimal.digits[static_cast<std::size_t>(kept)] >= '5';
    decimal.digits.resize(static_cast<std::size_t>(std::max(kept, 0)));
    if (up) {
        std::size_t at = decimal.digits.size();
        while (at > 0 && decimal.digits[at - 1] == '9') decimal.digits[--at] = '0';
        if (at > 0) {
            ++decimal.digits[at - 1];
        } else {
            decimal.digits.insert(decimal.digits.begin(), '1');
            ++decimal.point;
        }
    }
    if (decimal.digits.find_first_not_of('0') == std::string::npos) decimal = {};
}

std::string spelled_out(const Decimal& decimal, int least_whole, int least_decimals) {
    const auto count = static_cast<int>(decimal.digits.size());
    std::string whole;
    for (int at = 0; at < decimal.point; ++at)
        whole.push_back(at < count ? decimal.digits[static_cast<std::size_t>(at)] : '0');
    std::string fraction;
    for (int at = decimal.point; at < count; ++at)
        fraction.push_back(at < 0 ? '0' : decimal.digits[static_cast<std::size_t>(at)]);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (static_cast<int>(fraction.size()) < least_decimals)
        fraction.resize(static_cast<std::size_t>(least_decimals), '0');
    const auto least = static_cast<std::size_t>(std::max(least_whole, 1));
    if (whole.size() < least) whole.insert(0, least - whole.size(), '0');
    return (decimal.negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::optional<std::string> date_text(double serial, const NumberFormat& format, text::SerialEpoch epoch) {
    constexpr int seconds_a_day = 86'400;
    constexpr double first_beyond = 2'958'466;  // 10000-01-01
    if (!(serial >= 0) || serial >= first_beyond) return std::nullopt;
    double day = std::floor(serial);
    auto seconds = static_cast<int>(std::lround((serial - day) * seconds_a_day));
    if (seconds == seconds_a_day) {
        seconds = 0;
        ++day;
    }
    std::string time = two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60);
    if (seconds % 60 != 0) time += ":" + two_digits(seconds % 60);
    if (!format.year && !format.month && !format.day) {
        if (day == 0 || !format.elapsed) return time;
        return std::to_string(static_cast<long long>(day) * 24 + seconds / 3600) + time.substr(2);  // [h]:mm
    }
    if (day == 0 && epoch == text::SerialEpoch::from_1900 && format.time) return time;
    const auto date = text::serial_date(day, epoch);
    if (!date) return std::nullopt;
    const std::string iso = text::iso(*date);
    if (!format.day && !format.time) return iso.substr(0, format.month ? 7 : 4);
    return format.time && seconds != 0 ? iso + " " + time : iso;
}

}  // namespace

std::string plain_number(double value) {
    const Decimal decimal = decimal_of(value);
    if (decimal.point > 21 || decimal.point < -8) {
        std::array<char, 40> text{};
        std::snprintf(text.data(), text.size(), "%.*G", significant_digits, value);
        return text.data();
    }
    return spelled_out(decimal, 1, 0);
}

void show_number(std::string_view stored, const NumberFormat& format, text::SerialEpoch epoch, Cell& cell) {
    double value = 0;
    const auto [end, problem] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    if (problem != std::errc{} || end != stored.data() + stored.size() || !std::isfinite(value)) {
        cell.type = Cell::Type::text;
        cell.text = stored;
        return;
    }
    if (format.kind == NumberFormat::Kind::date) {
        if (auto date = date_text(value, format, epoch)) {
            cell.type = Cell::Type::date;
            cell.text = *std::move(date);
            return;
        }
    }
    cell.type = Cell::Type::number;
    cell.precision_lost = std::fabs(value) >= 1e15;
    if (cell.precision_lost && all_digits(stored)) {  // some programs store more digits than can be relied on
        cell.text = stored;
        return;
    }
    if (format.kind == NumberFormat::Kind::general || format.kind == NumberFormat::Kind::date) {
        cell.text = plain_number(value);
        return;
    }
    Decimal decimal = decimal_of(value);
    const bool percent = format.kind == NumberFormat::Kind::percent;
    if (percent) decimal.point += decimal.digits.empty() ? 0 : 2;
    round_to(decimal, format.decimals);
    cell.text = format.before + spelled_out(decimal, format.least_whole_digits, percent ? format.least_decimals : 0) +
                (percent ? "%" : "") + format.after;
}

void show_iso_date(std::string_view stored, Cell& cell) {
    cell.type = Cell::Type::date;
    cell.text = stored;
    const std::size_t time_at = cell.text.find('T');
    if (time_at == std::string::npos) return;
    if (const std::string_view time = stored.substr(time_at + 1);
        std::all_of(time.begin(), time.end(),
                    [](char letter) { return std::string_view("0:.Z").find(letter) != std::string_view::npos; })) {
        cell.text.resize(time_at);
        return;
    }
    cell.text[time_at] = ' ';
    if (cell.text.ends_with('Z')) cell.text.pop_back();
    if (cell.text.size() > time_at + 6 && cell.text.ends_with(":00")) cell.text.resize(cell.text.size() - 3);
}

}  // namespace importing
