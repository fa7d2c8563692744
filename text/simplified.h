// Traditional characters (繁体) become simplified ones (简体) one by one, so that a query in either form finds a name
// in either. For keys only, never for showing: 乾 in 乾县 becomes 干 too, on both sides of every comparison.
#pragma once

#include <string_view>

namespace text {

/// The table: two texts of equal length, the first sorted by code point; no character stands in both.
std::u32string_view traditional_characters();
std::u32string_view simplified_characters();

/// The simplified form of a character, itself when it has none of its own.
char32_t simplified(char32_t character);

}  // namespace text
