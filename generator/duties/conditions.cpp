#include "generator/duties/conditions.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace duties {

namespace {

bool absent(std::string_view value) {
    return value.empty() || value == "无";
}

std::optional<std::int64_t> number(std::string_view value) {
    std::int64_t read = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (value.empty() || error != std::errc() || end != value.data() + value.size()) return std::nullopt;
    return read;
}

bool is_one_of(std::string_view value, const std::vector<std::string>& values) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// Whether any of the texts joined by 、 is one of the values.
bool any_is_one_of(std::string_view joined, const std::vector<std::string>& values) {
    constexpr std::string_view comma = "、";
    while (true) {
        const std::size_t end = joined.find(comma);
        if (is_one_of(joined.substr(0, end), values)) return true;
        if (end == joined.npos) return false;
        joined.remove_prefix(end + comma.size());
    }
}

bool equal(const Condition& condition, ColumnType type, std::string_view value) {
    if (type == ColumnType::list) return any_is_one_of(value, condition.values);
    if (is_one_of(value, condition.values)) return true;
    return value.empty() && is_one_of("无", condition.values);  // a choice that has the word 无
}

/// −1, 0, 1; nothing when the value cannot be compared.
std::optional<int> order(ColumnType type, std::string_view value, std::string_view than) {
    if (value.empty()) return std::nullopt;
    if (type == ColumnType::date) return value < than ? -1 : value > than ? 1 : 0;
    const auto left = number(value), right = number(than);
    if (!left || !right) return std::nullopt;
    return *left < *right ? -1 : *left > *right ? 1 : 0;
}

bool holds(const Condition& condition, ColumnType type, std::string_view value) {
    switch (condition.comparison) {
        case Comparison::present:
            return !absent(value);
        case Comparison::absent:
            return absent(value);
        case Comparison::equal:
            return equal(condition, type, value);
        case Comparison::not_equal:
            return !equal(condition, type, value);
        default:
            break;
    }
    const auto stands = order(type, value, condition.values.front());
    if (!stands) return false;
    switch (condition.comparison) {
        case Comparison::at_least:
            return *stands >= 0;
        case Comparison::at_most:
            return *stands <= 0;
        case Comparison::more:
            return *stands > 0;
        default:
            return *stands < 0;
    }
}

}  // namespace

bool satisfies(std::span<const Condition> conditions, Noun noun, std::span<const std::string_view> values) {
    const std::vector<Column>& columns = table_of(noun).columns;
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        const std::string_view value = condition.column < values.size() ? values[condition.column] : std::string_view();
        return holds(condition, columns[condition.column].type, value);
    });
}

}  // namespace duties
