// A quantity cell 数量表述 of a plan or an item list: how many objects (抽查比例、抽查数量、抽查基数) and how often
// (抽查频次). One cell may say several things ("3%;2次/年"), so it is a list of parts beside the raw text.
// Values only: how a text is read stands in generator/import/quantity_reader.h. Knows no SQL, JSON or spreadsheets.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace records {

enum class QuantityKind : std::uint8_t {
    ratio,      // 比例: parts per million of what is drawn from
    count,      // 数量: how many objects are drawn
    frequency,  // 频次: how many times per `per`
    base,       // 基数: how many objects there are to draw from
    none,  // known to be undetermined (待定、根据监管需要确定), or words without a number (the base named in words)
};

enum class QuantityPeriod : std::uint8_t { unspecified, day, week, month, quarter, half_year, year };

/// One statement. A plain "5%" is a lower bound (min only); "10-20%" has both; "=1" and "每年一次" have min == max.
struct QuantityPart {
    QuantityKind kind = QuantityKind::none;
    std::optional<std::int64_t> min;  // ratio: parts per million (5% is 50000), exact; otherwise whole things or times
    std::optional<std::int64_t> max;  // likewise
    bool above = false;               // min itself is excluded (超过5%, >5%)
    bool below = false;               // max itself is excluded (低于5%, <5%)
    bool approximate = false;         // 约、左右、预计, or "以实际抽查数为准"
    bool stated_bound = false;  // the bound is in the words (不低于, ≥, 至少, 不超过); false: a plain number
    std::string unit;           // % for ratios, 次 for frequencies, 户 家 个 … for counts; empty when not written
    QuantityPeriod per = QuantityPeriod::unspecified;
    int every = 1;      // with per: every how many of them (每两年一次: per year, every 2)
    std::string scope;  // which objects the part is about: "二级定点医疗机构", "守信", "A"; empty: all of the row

    bool operator==(const QuantityPart&) const = default;
};

struct Quantity {
    std::string raw;  // the cell as written
    std::vector<QuantityPart> parts;
    std::vector<std::string> remarks;  // what the cell says besides, word for word (上年度抽检查过的不再抽取)
    std::string unreadable;            // Chinese: what cannot be read, why, and the likely reading; empty: all was read

    bool operator==(const Quantity&) const = default;
};

// The words used in JSON and in tests.
inline constexpr std::array<std::pair<QuantityKind, std::string_view>, 5> quantity_kind_names{
    {{QuantityKind::ratio, "ratio"},
     {QuantityKind::count, "count"},
     {QuantityKind::frequency, "frequency"},
     {QuantityKind::base, "base"},
     {QuantityKind::none, "none"}}};
inline constexpr std::array<std::pair<QuantityPeriod, std::string_view>, 7> quantity_period_names{
    {{QuantityPeriod::unspecified, ""},
     {QuantityPeriod::day, "day"},
     {QuantityPeriod::week, "week"},
     {QuantityPeriod::month, "month"},
     {QuantityPeriod::quarter, "quarter"},
     {QuantityPeriod::half_year, "half_year"},
     {QuantityPeriod::year, "year"}}};

/// The JSON word of a kind.
constexpr std::string_view name_of(QuantityKind kind) {
    return quantity_kind_names[static_cast<std::size_t>(kind)].second;
}
/// The JSON word of a period; empty when unspecified.
constexpr std::string_view name_of(QuantityPeriod period) {
    return quantity_period_names[static_cast<std::size_t>(period)].second;
}
/// The reverse; nothing when there is no such word.
constexpr std::optional<QuantityKind> quantity_kind(std::string_view name) {
    for (const auto& [kind, word] : quantity_kind_names)
        if (word == name) return kind;
    return std::nullopt;
}
constexpr std::optional<QuantityPeriod> quantity_period(std::string_view name) {
    for (const auto& [period, word] : quantity_period_names)
        if (word == name) return period;
    return std::nullopt;
}

}  // namespace records
