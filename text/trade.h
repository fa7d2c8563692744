// 行业门类 of GB/T 4754-2017: which of the twenty sections a trade code belongs to, in words. Only the sections: the
// standard's 1,382 classes are not ours to copy, and a reader needs to know what somebody does, not its number.
#pragma once

#include <string_view>

namespace text {

/// The section of a code: "F52", "F", "52" and "5211" are all 批发和零售业. Empty for anything else, also for a letter
/// that does not fit its digits.
std::string_view trade_section(std::string_view code);

}  // namespace text
