// Thresholds 阈值 of rule rows: ≥80%, =0, ≤20%, 不低于5%. A percentage is held against numerator and denominator, a
// plain number against the numerator alone. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "generator/duties/rule_language.h"

namespace duties {

struct Threshold {
    Comparison comparison = Comparison::at_least;  // equal, at_least, at_most, more, less
    bool percent = false;
    std::int64_t value = 0;  // a number, or of a percentage millionths: 80% is 800,000
    /// More rows never help: ≤, <, and =0. Then the rows of the numerator are what speaks against the duty.
    bool upper() const;
    bool operator==(const Threshold&) const = default;
};

/// Without a sign it is "at least", of 0 "equal". Numbers to 1,000,000,000,000, percentages with at most four decimals.
std::variant<Threshold, Unreadable> read_threshold(std::string_view text);
/// ≥80%
std::string to_text(const Threshold& threshold);

/// Whether the figure reaches the threshold; a percentage needs a denominator above 0, else nothing.
std::optional<bool> reached(const Threshold& threshold, std::int64_t numerator,
                            std::optional<std::int64_t> denominator);

}  // namespace duties
