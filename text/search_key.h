// What a name and a query are compared by when something is looked for. Both sides go through search_key; what
// stands between the two forms is only 省市区县 behind places, which without_place_suffixes leaves away.
// A word w finds a name n when for some start i of a character in search_key(n) the text
// without_place_suffixes(search_key(n).substr(i)) begins with without_place_suffixes(search_key(w)).
// site/search/key.mjs does the same from the same tables. It knows nothing of indexes and databases.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

/// The key of a text: fold(), then simplified characters, then without ()·-,. — valid UTF-8 with neither blanks nor
/// brackets nor quotation marks. Empty: there is nothing to look for. search_key(search_key(x)) == search_key(x), and
/// search_key(a + b) == search_key(a) + search_key(b) at any code point.
std::string search_key(std::string_view text);

/// The key without the suffix of any place in it: 河北省石家庄市长安区 → 河北石家庄长安, 单县 stays (单 is no name).
/// Reads from left to right and looks at nothing ahead but the suffix itself: for a key p that is the beginning of
/// a key w, the result for p is a beginning of the result for w. A suffix that the end of the text cuts off (恩施土) is
/// left away too. Doing it again changes nothing.
std::string without_place_suffixes(std::string_view key);

/// Where the trade name (字号) begins in a key: the byte behind leading places with their suffixes
/// (北京市海淀区, 河北石家庄, 中国); 0 when there are none or nothing follows.
std::size_t trade_name_start(std::string_view key);

}  // namespace text
