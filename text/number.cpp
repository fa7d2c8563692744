#include "text/number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace text {
namespace {

constexpr std::size_t longest_number = 200;  // bytes of a text that is looked at

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The digits of 1,234,567 or 1234567 without separators; empty when the groups are wrong.
std::string without_separators(std::string_view digits) {
    const bool grouped = digits.find(',') != std::string_view::npos;
    std::string plain;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool separator_due = grouped && i > 0 && (digits.size() - i) % 4 == 0;
        if (separator_due != (digits[i] == ',')) return {};
        if (digits[i] == ',') continue;
        if (!is_digit(digits[i])) return {};
        plain.push_back(digits[i]);
    }
    return plain;
}

struct Written {
    bool negative = false;
    std::string whole;     // digits
    std::string fraction;  // digits, empty without a point
};

std::optional<Written> read_written(std::string_view text) {
    if (text.size() > longest_number) return std::nullopt;
    const std::string plain = half_width(trimmed(text));
    std::string_view rest = plain;
    Written written;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
        written.negative = rest.front() == '-';
        rest.remove_prefix(1);
    }
    const std::size_t point = rest.find('.');
    written.whole = without_separators(rest.substr(0, point));
    if (written.whole.empty()) return std::nullopt;
    if (point != std::string_view::npos) {
        written.fraction = std::string(rest.substr(point + 1));
        if (written.fraction.empty()) return std::nullopt;
        for (const char c : written.fraction)
            if (!is_digit(c)) return std::nullopt;
    }
    const std::size_t significant = written.whole.find_first_not_of('0');
    written.whole.erase(0, significant == std::string::npos ? written.whole.size() - 1 : significant);
    if (written.whole.size() + written.fraction.size() > 15) return std::nullopt;
    return written;
}

std::int64_t integer_of(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::optional<int> chinese_digit(char32_t c) {
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    constexpr std::u32string_view formal = U"零壹贰叁肆伍陆柒捌玖";
    if (c == U'〇' || c == U'○') return 0;
    if (c == U'两') return 2;
    for (const auto& row : {digits, formal})
        if (const std::size_t at = row.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
    return std::nullopt;
}

std::int64_t chinese_unit(char32_t c) {
    if (c == U'十' || c == U'拾') return 10;
    if (c == U'百' || c == U'佰') return 100;
    if (c == U'千' || c == U'仟') return 1000;
    return 0;
}

// 二〇二四: every character a digit, 两 not among them.
std::optional<std::int64_t> digit_by_digit(std::u32string_view numeral) {
    std::int64_t value = 0;
    for (const char32_t c : numeral) {
        const auto digit = chinese_digit(c);
        if (!digit || c == U'两') return std::nullopt;
        value = value * 10 + *digit;
    }
    return value;
}

// A numeral below ten thousand: 三千零五, 十五, 一百十五. Units go down. A last digit without unit stands alone, behind
// 十 or behind 零: 一百五 (105 or 150?) and, behind 万, 一万五 are refused.
std::optional<std::int64_t> below_ten_thousand(std::u32string_view numeral, bool leading) {
    std::int64_t value = 0;
    std::int64_t last_unit = leading ? 0 : 10000;  // 0: none yet
    bool zero = false;
    int digit = 0;  // waiting for its unit; 0: none
    for (const char32_t c : numeral) {
        if (const std::int64_t unit = chinese_unit(c); unit > 0) {
            if ((last_unit != 0 && unit >= last_unit) || (digit == 0 && (unit != 10 || zero))) return std::nullopt;
            value += (digit == 0 ? 1 : digit) * unit;
            last_unit = unit;
            zero = false;
            digit = 0;
            continue;
        }
        const auto next = chinese_digit(c);
        if (!next || digit != 0 || (*next == 0 && (zero || last_unit == 0))) return std::nullopt;
        if (*next == 0)
            zero = true;
        else
            digit = *next;
    }
    if (digit == 0) return zero ? std::nullopt : std::optional(value);
    if (last_unit > 10 && !zero) return std::nullopt;
    return value + digit;
}

// Splits at 亿 and 万, the greater first; each part is a numeral below ten thousand.
std::optional<std::int64_t> with_units(std::u32string_view numeral) {
    std::int64_t value = 0;
    bool leading = true;
    for (const auto& [sign, formal, factor] :
         {std::tuple{U'亿', U'億', std::int64_t{100'000'000}}, std::tuple{U'万', U'萬', std::int64_t{10'000}}}) {
        const std::size_t at = numeral.find_first_of(std::u32string{sign, formal});
        if (at == std::u32string_view::npos) continue;
        const auto part = below_ten_thousand(numeral.substr(0, at), leading);
        if (!part || *part == 0) return std::nullopt;
        value += *part * factor;
        numeral.remove_prefix(at + 1);
        leading = false;
    }
    if (numeral.empty()) return value;
    const auto part = below_ten_thousand(numeral, leading);
    return part ? std::optional(value + *part) : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) {
    const auto written = read_written(text);
    if (!written || !written->fraction.empty()) return std::nullopt;
    const std::int64_t value = integer_of(written->whole);
    return written->negative ? -value : value;
}

std::optional<double> parse_decimal(std::string_view text) {
    const auto written = read_written(text);
    if (!written) return std::nullopt;
    double scale = 1;
    for (std::size_t i = 0; i < written->fraction.size(); ++i) scale *= 10;
    // Both numbers are exact (at most 15 digits), so one division rounds to the nearest double.
    const double value = static_cast<double>(integer_of(written->whole + written->fraction)) / scale;
    return written->negative && value != 0 ? -value : value;
}

std::string decimal_text(double value) {
    if (!(std::abs(value) <= static_cast<double>(largest_number)))
        throw std::out_of_range("数值超出可写出的范围（绝对值须不大于 999999999999999）");
    if (value == 0) return "0";
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return std::string(buffer.data(), end.ptr);
}

std::optional<std::int64_t> parse_chinese_numeral(std::string_view text) {
    if (text.size() > longest_number) return std::nullopt;
    const std::u32string numeral = decode(trimmed(text));
    if (numeral.empty()) return std::nullopt;
    if (numeral.size() == 1 && chinese_digit(numeral[0])) return chinese_digit(numeral[0]);
    if (numeral.size() <= 15)
        if (const auto value = digit_by_digit(numeral)) return value;
    return with_units(numeral);
}

std::optional<std::int64_t> parse_count(std::string_view text) {
    if (text.size() > longest_number) return std::nullopt;
    std::string plain = trimmed(text);
    for (const auto& [unit, zeros] : {std::pair{std::string_view("万"), 4U}, std::pair{std::string_view("亿"), 8U}}) {
        if (!plain.ends_with(unit)) continue;
        const auto written = read_written(std::string_view(plain).substr(0, plain.size() - unit.size()));
        if (!written) break;
        std::string fraction = written->fraction;
        while (fraction.ends_with('0')) fraction.pop_back();
        if (fraction.size() > zeros || written->whole.size() + zeros > 15 || written->negative) return std::nullopt;
        return integer_of(written->whole + fraction + std::string(zeros - fraction.size(), '0'));
    }
    if (const auto value = parse_integer(plain)) return *value >= 0 ? value : std::nullopt;
    return parse_chinese_numeral(plain);
}

}  // namespace text
