// Divides the text of a cell into the clauses that its punctuation makes, for the readers of quantities and periods.
// Knows punctuation, enumerators and brackets, not what the clauses mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace importing {

/// The longest cell that the readers of quantities and periods take, in bytes; longer ones are called unreadable.
inline constexpr std::size_t longest_expression = 4096;

struct Clause {
    std::u32string text;           ///< half width, without blanks and enumerators; never empty
    bool starts_sentence = false;  ///< the first one after 。；or a line break, or of the cell
    bool in_brackets = false;      ///< stood in （） after other words
};

/// Half width, every bracket () , every dash - or ~, ≧ as ≥; blanks (NBSP, line breaks, …) stay.
std::u32string plain_characters(std::string_view utf8);

/// The clauses in their order. Sentences end at 。；！？ and at a line break after a finished value; clauses also at
/// commas, and at 、after a value (守信5%、警示10%) when `lists`. （含） is left out; other brackets become clauses of
/// their own when they end one, else they stay where they are. Enumerators (一) 1. ① are left out.
std::vector<Clause> split_clauses(std::string_view utf8, bool lists);

/// Whether a character is one of those in `set`.
bool is_one_of(char32_t character, std::u32string_view set);
bool is_digit(char32_t character);
/// 零一二两三四五六七八九十百〇
bool is_chinese_digit(char32_t character);

}  // namespace importing
