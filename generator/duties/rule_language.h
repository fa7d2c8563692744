// The language of rule rows 规则的写法 (docs/rules.md): 任务[是否联合检查=是,信用风险分类监管要求=有],
// 申报数[上年底企业数]. Reads an expression against the closed vocabulary and answers whether a row satisfies it. Knows
// nothing of sheets and of figures. What cannot be read is a value that says what, where and what may have been meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generator/duties/conditions.h"

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

/// Reads 名词, 名词[条件,条件…] or 申报数[名称].
std::variant<Expression, Unreadable> read_expression(std::string_view text);

/// The expression in its standard spelling; reading it again gives the same expression.
std::string to_text(const Expression& expression);

}  // namespace duties
