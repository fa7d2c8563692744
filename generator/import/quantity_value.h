// Finds the numbers with their units in one clause: 10-20%, 60-70家, 百分之五, 两次, 1.5万户, 14.
// Knows spellings of numbers only; what they are about and whether they bound is quantity_reader's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace importing {

struct QuantityValue {
    enum class Sort : std::uint8_t {
        ratio,   // min, max in parts per million
        times,   // 次
        things,  // 户 家 个 …
        bare,    // no unit
        wrong    // a number that cannot be taken: `problem` says why
    };
    Sort sort = Sort::bare;
    std::int64_t min = 0;
    std::optional<std::int64_t> max;  // of a range
    std::u32string unit;
    std::size_t begin = 0, end = 0;  // where in the clause
    std::string problem;             // wrong: Chinese
    std::string percent_if_bare;     // bare: what it would be as a ratio, "5%"
};

/// All values of a clause from left to right, not overlapping. Numbers of dates, articles and grades (2023年度, 第36条,
/// 三级) are none.
std::vector<QuantityValue> find_values(std::u32string_view clause);

}  // namespace importing
