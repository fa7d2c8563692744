// What can be said of a cell's text alone. Knows no file format.
#pragma once

#include <string_view>

namespace importing {

/// Nothing but white space: spaces, tabs, line breaks, NBSP, full-width spaces, zero-width spaces and U+FEFF.
bool is_blank(std::string_view utf8);

/// Holds private-use characters (U+E000–F8FF, planes 15 and 16), which look different on every machine, or U+FFFD,
/// which stands where a character was lost.
bool has_doubtful_letters(std::string_view utf8);

/// Longer than a spreadsheet cell can be (32,767 characters).
bool too_long_for_a_cell(std::string_view utf8);

}  // namespace importing
