#include "text/simplified.h"

#include <algorithm>

namespace text {

char32_t simplified(char32_t character) {
    const std::u32string_view traditional = traditional_characters();
    const auto found = std::lower_bound(traditional.begin(), traditional.end(), character);
    if (found == traditional.end() || *found != character) return character;
    return simplified_characters()[static_cast<std::size_t>(found - traditional.begin())];
}

}  // namespace text
