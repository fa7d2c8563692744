// The conditions of an expression 条件, held against the values of one row. Pure; how they are written is
// rule_language.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/duties/vocabulary.h"

namespace duties {

enum class Comparison : std::uint8_t { equal, not_equal, present, absent, at_least, at_most, more, less };

struct Condition {
    std::size_t column = 0;  // index into the noun's columns
    Comparison comparison{};
    std::vector<std::string> values;  // equal, not_equal: any of them; else one, none for present and absent
    bool operator==(const Condition&) const = default;
};

struct Expression {
    Noun noun{};
    std::vector<Condition> conditions;  // all must hold
    std::string figure;                 // of a declared figure: its name
    bool operator==(const Expression&) const = default;
};

/// Whether a row with these values (by column of the noun; missing ones are "") satisfies all conditions. A blank
/// cell and 无 are absent; a blank one is neither more nor less than anything, and differs from every value.
bool satisfies(std::span<const Condition> conditions, Noun noun, std::span<const std::string_view> values);

}  // namespace duties
