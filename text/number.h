// Numbers as cells and sentences write them: separators, full-width digits, Chinese numerals.
// All are bounded: what is too long or too large is nothing, never a wrong number. Units and ratios are not known here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace text {

/// The largest number that is read: 10^15 − 1, exact in a double and in every JSON reader.
inline constexpr std::int64_t largest_number = 999'999'999'999'999;

/// An integer in Arabic digits: 1234, 1,234, １２３４, -5, +5, with surrounding blanks. Thousands groups must be right.
std::optional<std::int64_t> parse_integer(std::string_view text);

/// A decimal in Arabic digits: as parse_integer, then optionally a point and digits (at most 15 digits together).
/// No exponent. The value is the nearest double.
std::optional<double> parse_decimal(std::string_view text);

/// The shortest decimal text that parse_decimal reads back as the same value: 5, 0.5, 33.3; no exponent.
/// For values between -largest_number and largest_number; others throw std::out_of_range.
std::string decimal_text(double value);

/// A non-negative Chinese numeral: 十五, 二十, 一百零五, 两千, 一万二千, 三亿; 大写 壹贰叁拾佰仟; or digit by digit
/// 二〇二四.
std::optional<std::int64_t> parse_chinese_numeral(std::string_view text);

/// A count in any spelling: parse_integer, parse_chinese_numeral, or Arabic digits followed by 万 or 亿 (3万, 1.5万)
/// that make a whole number. Never negative.
std::optional<std::int64_t> parse_count(std::string_view text);

}  // namespace text
