// The language of rule rows 规则的写法 (docs/rules.md): 任务[是否联合检查=是,信用风险分类监管要求=有],
// 申报数[上年底企业数]. Reads an expression against the closed vocabulary and answers whether a row satisfies it. Knows
// nothing of sheets and of figures. What cannot be read is a value that says what, where and what may have been meant.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generator/duties/vocabulary.h"

namespace duties {

/// Bounds of an expression; a longer one is unreadable.
inline constexpr std::size_t most_characters = 500, most_conditions = 20, most_values = 20;

struct Unreadable {
    std::string reason;                // Chinese: what is wrong
    std::string word;                  // the word or sign it is about, as written; empty at the end of the text
    std::size_t at = 0;                // where it begins, in characters from 1
    std::vector<std::string> nearest;  // known words that may have been meant, the nearest first
    /// One Chinese sentence: 第6个字“是否联合”：……；是不是“是否联合检查”
    std::string sentence() const;
};

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

/// Reads 名词, 名词[条件,条件…] or 申报数[名称].
std::variant<Expression, Unreadable> read_expression(std::string_view text);

/// The expression in its standard spelling; reading it again gives the same expression.
std::string to_text(const Expression& expression);

/// Whether a row with these values (by column of the noun; missing ones are "") satisfies all conditions. A blank
/// cell and 无 are absent; a blank one is neither more nor less than anything, and differs from every value.
bool satisfies(std::span<const Condition> conditions, Noun noun, std::span<const std::string_view> values);

}  // namespace duties
