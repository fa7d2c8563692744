#include "generator/duties/thresholds.h"

#include <array>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace duties {

namespace {

constexpr std::int64_t whole = 1'000'000;  // 100%
constexpr std::int64_t most = 1'000'000'000'000;
constexpr std::size_t most_characters_of_threshold = 40;

struct Sign {
    std::string_view text;
    Comparison comparison;
};
// Longer ones first. Folded texts: full-width signs are half-width, blanks are gone.
constexpr std::array<Sign, 22> before{
    {{">=", Comparison::at_least},    {"=>", Comparison::at_least},     {"≥", Comparison::at_least},
     {"≧", Comparison::at_least},     {"不低于", Comparison::at_least}, {"不少于", Comparison::at_least},
     {"至少", Comparison::at_least},  {"达到", Comparison::at_least},   {"<=", Comparison::at_most},
     {"=<", Comparison::at_most},     {"≤", Comparison::at_most},       {"≦", Comparison::at_most},
     {"不高于", Comparison::at_most}, {"不超过", Comparison::at_most},  {"不多于", Comparison::at_most},
     {"至多", Comparison::at_most},   {"高于", Comparison::more},       {"低于", Comparison::less},
     {">", Comparison::more},         {"<", Comparison::less},          {"=", Comparison::equal},
     {"等于", Comparison::equal}}};
constexpr std::array<Sign, 2> behind{{{"以上", Comparison::at_least}, {"以下", Comparison::at_most}}};

std::optional<Comparison> take(std::string_view& text) {
    for (const auto& [sign, comparison] : before) {
        if (!text.starts_with(sign)) continue;
        text.remove_prefix(sign.size());
        return comparison;
    }
    for (const auto& [sign, comparison] : behind) {
        if (!text.ends_with(sign)) continue;
        text.remove_suffix(sign.size());
        return comparison;
    }
    return std::nullopt;
}

/// 80 → 800,000 of a percentage, 0.5 → 5,000: digits with at most `decimals` behind the point, times 10^decimals.
std::optional<std::int64_t> decimal(std::string_view text, int decimals) {
    std::int64_t value = 0;
    int behind_point = -1;
    for (const char c : text) {
        if (c == '.' && behind_point < 0 && decimals > 0) {
            behind_point = 0;
            continue;
        }
        if (c < '0' || c > '9' || value > most || (behind_point >= 0 && ++behind_point > decimals)) return std::nullopt;
        value = 10 * value + (c - '0');
    }
    if (text.empty() || text.front() == '.' || text.back() == '.') return std::nullopt;
    for (int i = behind_point < 0 ? 0 : behind_point; i < decimals; ++i) value *= 10;
    return value <= most ? std::optional(value) : std::nullopt;
}

Unreadable unreadable(std::string reason, std::string_view text) {
    return {std::move(reason), std::string(text::truncate(text, most_characters_of_threshold)), 1, {}};
}

}  // namespace

bool Threshold::upper() const {
    return comparison == Comparison::at_most || comparison == Comparison::less ||
           (comparison == Comparison::equal && value == 0);
}

std::variant<Threshold, Unreadable> read_threshold(std::string_view text) {
    if (text::count_code_points(text) > most_characters_of_threshold) return unreadable("阈值太长", text);
    const std::string folded = text::fold(text);
    std::string_view rest = folded;
    Threshold threshold;
    const std::optional<Comparison> sign = take(rest);
    threshold.comparison = sign.value_or(Comparison::at_least);
    threshold.percent = rest.ends_with('%');
    if (threshold.percent) rest.remove_suffix(1);
    const auto value = decimal(rest, threshold.percent ? 4 : 0);
    if (!value && !threshold.percent && decimal(rest, 4))
        return unreadable("阈值不能是小数，比例要写成百分比，例如 ≥5%", text);
    if (!value) return unreadable("不是阈值，应写成 ≥80%、≤20%、=0、≥1 这样", text);
    if (threshold.percent && *value > 10 * whole) return unreadable("百分比太大", text);
    threshold.value = *value;
    // A spreadsheet takes =0 for a formula and shows 0; and "at least 0" would ask for nothing.
    if (!sign && *value == 0) threshold.comparison = Comparison::equal;
    return threshold;
}

std::string to_text(const Threshold& threshold) {
    static constexpr std::array<std::string_view, 8> signs{"=", "≠", "", "", "≥", "≤", ">", "<"};  // as Comparison
    std::string text(signs[static_cast<std::size_t>(threshold.comparison)]);
    if (!threshold.percent) return text + std::to_string(threshold.value);
    constexpr std::int64_t of_one_percent = whole / 100;
    text += std::to_string(threshold.value / of_one_percent);
    if (std::int64_t rest = threshold.value % of_one_percent; rest != 0) {
        std::string decimals = std::to_string(of_one_percent + rest).substr(1);
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += "." + decimals;
    }
    return text + "%";
}

std::optional<bool> reached(const Threshold& threshold, std::int64_t numerator,
                            std::optional<std::int64_t> denominator) {
    std::int64_t left = numerator, right = threshold.value;
    if (threshold.percent) {
        if (!denominator || *denominator <= 0) return std::nullopt;
        // Whole parts first, so that nothing overflows: numerator / denominator against value / 10^6.
        const std::int64_t whole_left = numerator / *denominator, whole_right = threshold.value / whole;
        if (whole_left != whole_right) {
            left = whole_left, right = whole_right;
        } else {
            left = numerator % *denominator * whole, right = threshold.value % whole * *denominator;
        }
    }
    switch (threshold.comparison) {
        case Comparison::equal:
            return left == right;
        case Comparison::at_most:
            return left <= right;
        case Comparison::more:
            return left > right;
        case Comparison::less:
            return left < right;
        default:
            return left >= right;
    }
}

}  // namespace duties
