#include "generator/import/quantity_value.h"

#include <algorithm>
#include <array>

#include "generator/import/clauses.h"
#include "text/number.h"
#include "text/utf8.h"

namespace importing {

namespace {

using Sort = QuantityValue::Sort;

constexpr std::array<std::u32string_view, 30> units{U"户次", U"家次", U"批次", U"人次",   U"辆次", U"户", U"家", U"个",
                                                    U"名",   U"人",   U"批",   U"件",     U"起",   U"项", U"间", U"所",
                                                    U"座",   U"台",   U"辆",   U"处",     U"份",   U"组", U"只", U"宗",
                                                    U"块",   U"条",   U"种",   U"类主体", U"单位", U"次"};

/// A decimal as written: digits without the point, and how many of them stand behind it.
struct Decimal {
    std::int64_t digits = 0;
    int scale = 0;
    std::size_t end = 0;
    bool too_long = false;
};

Decimal read_decimal(std::u32string_view text, std::size_t at) {
    Decimal decimal;
    bool point = false;
    int length = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == U'.' && !point && at + 1 < text.size() && is_digit(text[at + 1])) {
            point = true;
        } else if (is_digit(text[at])) {
            if (++length > 12) {
                decimal.too_long = true;
                continue;
            }
            decimal.digits = decimal.digits * 10 + static_cast<std::int64_t>(text[at] - U'0');
            if (point) ++decimal.scale;
        } else {
            break;
        }
    }
    decimal.end = at;
    return decimal;
}

/// digits / 10^scale × factor where that is whole.
std::optional<std::int64_t> whole(const Decimal& decimal, std::int64_t factor) {
    if (decimal.too_long) return std::nullopt;
    std::int64_t divisor = 1;
    for (int i = 0; i < decimal.scale; ++i) divisor *= 10;
    const std::int64_t product = decimal.digits * factor;  // at most 12 digits times 10,000
    if (product % divisor != 0 || product / divisor > text::largest_number) return std::nullopt;
    return product / divisor;
}

bool starts(std::u32string_view text, std::size_t at, std::u32string_view word) {
    return text.substr(std::min(at, text.size())).starts_with(word);
}

std::optional<Decimal> read_chinese(std::u32string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 8 && (is_chinese_digit(text[end]) || is_one_of(text[end], U"千万"))) ++end;
    if (end == at) return std::nullopt;
    const auto number = text::parse_chinese_numeral(text::encode(text.substr(at, end - at)));
    if (!number) return std::nullopt;
    return Decimal{*number, 0, end, false};
}

std::optional<Decimal> read_number(std::u32string_view text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    if (is_digit(text[at])) return read_decimal(text, at);
    return read_chinese(text, at);
}

/// The unit behind a number: its factor (万 in a count) and where it ends.
struct Unit {
    Sort sort = Sort::bare;
    std::int64_t factor = 1;
    std::u32string text;
    std::size_t end = 0;
};

Unit read_unit(std::u32string_view text, std::size_t at) {
    Unit unit;
    unit.end = at;
    if (starts(text, at, U"%")) return {Sort::ratio, 10'000, U"%", at + 1};
    if (starts(text, at, U"‰")) return {Sort::ratio, 1'000, U"%", at + 1};
    if (starts(text, at, U"万")) unit = {Sort::bare, 10'000, U"", at + 1};
    for (const std::u32string_view word : units)
        if (starts(text, unit.end, word)) {
            unit.text = word;
            unit.end += word.size();
            unit.sort = word == U"次" ? Sort::times : Sort::things;
            return unit;
        }
    return unit;
}

/// A dash or 至 between two numbers, with the length of it; 0: none.
std::size_t range_length(std::u32string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    std::size_t length = 0;
    while (at + length < text.size() && length < 2 && is_one_of(text[at + length], U"-~")) ++length;
    if (length > 0) return length;
    return is_one_of(text[at], U"至到") ? 1 : 0;
}

std::string written(std::u32string_view text, std::size_t begin, std::size_t end) {
    return text::encode(text.substr(begin, end - begin));
}

QuantityValue wrong(std::u32string_view text, std::size_t begin, std::size_t end, std::string_view why) {
    QuantityValue value;
    value.sort = Sort::wrong;
    value.begin = begin;
    value.end = end;
    value.problem = "“" + written(text, begin, end) + "”" + std::string(why);
    return value;
}

/// What a number without a unit would be as a ratio: 5 → "5%", 0.05 → "0.05%”或“5%"; empty when none.
std::string as_percent(const Decimal& decimal) {
    double value = static_cast<double>(decimal.digits);
    for (int i = 0; i < decimal.scale; ++i) value /= 10;
    if (decimal.too_long || value > 100) return {};
    const std::string plain = text::decimal_text(value) + "%";
    return value > 0 && value < 1 ? plain + "”或“" + text::decimal_text(value * 100) + "%" : plain;
}

QuantityValue finish(std::u32string_view text, std::size_t begin, const Decimal& first,
                     const std::optional<Decimal>& second, const Unit& unit) {
    const std::size_t end = unit.end;
    const auto min = whole(first, unit.factor);
    const auto max = second ? whole(*second, unit.factor) : std::nullopt;
    if (!min || (second && !max)) {
        if (const std::string likely = as_percent(first); unit.sort == Sort::bare && !second && !likely.empty())
            return wrong(text, begin, end, "没有单位，可能是“" + likely + "”，请核对后改写");
        return wrong(text, begin, end,
                     unit.sort == Sort::ratio ? "的位数过多，读不成准确的比例" : "不是整数或位数过多");
    }
    if (max && *max < *min) return wrong(text, begin, end, "的上限小于下限，请核对");
    if (unit.sort == Sort::ratio && std::max(*min, max.value_or(0)) > 1'000'000)
        return wrong(text, begin, end, "超过 100%，请核对");
    QuantityValue value;
    value.sort = unit.sort;
    value.min = *min;
    value.max = max;
    value.unit = unit.text;
    value.begin = begin;
    value.end = end;
    if (unit.sort == Sort::bare) value.percent_if_bare = as_percent(first);
    return value;
}

/// 百分之五, 千分之三, 百分之5
std::optional<QuantityValue> read_share(std::u32string_view text, std::size_t at) {
    const std::int64_t factor = starts(text, at, U"百分之") ? 10'000 : starts(text, at, U"千分之") ? 1'000 : 0;
    if (factor == 0) return std::nullopt;
    const auto first = read_number(text, at + 3);
    if (!first) return std::nullopt;
    std::optional<Decimal> second;
    std::size_t end = first->end;
    if (const std::size_t range = range_length(text, end); range > 0) {
        const bool again = starts(text, end + range, text.substr(at, 3));
        second = read_number(text, end + range + (again ? 3 : 0));
        if (second) end = second->end;
    }
    return finish(text, at, *first, second, Unit{Sort::ratio, factor, U"%", end});
}

/// Numbers that count nothing: parts of dates, ordinals, grades, articles.
bool counts_nothing(std::u32string_view text, std::size_t begin, std::size_t end) {
    if (begin > 0 && is_one_of(text[begin - 1], U"第近上")) return true;
    return end < text.size() && is_one_of(text[end], U"年月日号级款季天周半类等岁");
}

std::optional<QuantityValue> read_arabic(std::u32string_view text, std::size_t at) {
    const Decimal first = read_decimal(text, at);
    if (counts_nothing(text, at, first.end)) return std::nullopt;
    if (first.end + 1 < text.size() && text[first.end] == U'/' && is_digit(text[first.end + 1]))
        return wrong(text, at, read_decimal(text, first.end + 1).end, "是分数，请写成百分数");
    Unit unit = read_unit(text, first.end);
    std::optional<Decimal> second;
    if (const std::size_t range = range_length(text, unit.end);
        range > 0 && unit.end + range < text.size() && is_digit(text[unit.end + range])) {
        second = read_decimal(text, unit.end + range);
        const Unit last = read_unit(text, second->end);
        if (unit.sort != Sort::bare && last.sort != unit.sort)
            return wrong(text, at, last.end, "两端的单位不一致，请核对");
        if (counts_nothing(text, unit.end + range, second->end)) return std::nullopt;
        unit = last;
    }
    return finish(text, at, first, second, unit);
}

/// 一次, 一至两次, 两家: only before 次, or before another unit that ends the clause (not 三级, 一定, 一个月).
std::optional<QuantityValue> read_chinese_count(std::u32string_view text, std::size_t at) {
    const auto first = read_chinese(text, at);
    if (!first || counts_nothing(text, at, first->end)) return std::nullopt;
    std::optional<Decimal> second;
    std::size_t end = first->end;
    if (const std::size_t range = range_length(text, end); range > 0) {
        second = read_number(text, end + range);
        if (second) end = second->end;
    }
    const Unit unit = read_unit(text, end);
    const bool ends = unit.end == text.size() || starts(text, unit.end, U"以") || starts(text, unit.end, U"左右");
    if (unit.sort == Sort::times || (unit.sort == Sort::things && ends && (at == 0 || text[at - 1] != U'每')))
        return finish(text, at, *first, second, unit);
    return std::nullopt;
}

}  // namespace

std::vector<QuantityValue> find_values(std::u32string_view clause) {
    std::vector<QuantityValue> values;
    for (std::size_t at = 0; at < clause.size();) {
        std::optional<QuantityValue> value = read_share(clause, at);
        if (!value && is_digit(clause[at])) value = read_arabic(clause, at);
        if (!value && is_chinese_digit(clause[at])) value = read_chinese_count(clause, at);
        if (value) {
            at = value->end;
            values.push_back(std::move(*value));
        } else if (is_digit(clause[at])) {
            at = read_decimal(clause, at).end;
        } else if (is_chinese_digit(clause[at])) {
            while (at < clause.size() && is_chinese_digit(clause[at])) ++at;
        } else {
            ++at;
        }
    }
    return values;
}

}  // namespace importing
