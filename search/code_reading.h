// Codes as people type them into a search box: whole or only begun, with letters mistaken for digits. What they should
// be is in text/codes.h; this only says what is probably wrong, and never puts anything right by itself.
#pragma once

#include <string>
#include <string_view>

#include "search/understanding.h"

namespace search {

/// A word of a query read as a code.
struct CodeWord {
    Number number = Number::none;  ///< none: no code
    std::string code;              ///< capitals, half width, without its hyphen
    std::string said;              ///< the sentence for the reader
    std::optional<Problem> problem;
};

/// Reads a word as 统一社会信用代码 (18 characters or at least the first 8), 15-digit 注册号 or 组织机构代码. A word is
/// a code when it is of ASCII letters and digits and at least 6 of its first 8 characters are digits.
CodeWord read_code_word(std::string_view word);

}  // namespace search
