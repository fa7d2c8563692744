// The two tables of text/pinyin.h: characters by their reading (made), and what is read otherwise (by hand).
#pragma once

#include <string_view>

namespace text {

/// "reading characters\n" for each reading, sorted: 18,070 characters, 55 kB. A character that is missing has none.
std::string_view pinyin_table();

/// "word reading reading…\n", a reading for each character of the word; a single character may have several readings,
/// the likeliest first: "曾 zeng|ceng\n"; one with ^ counts only where a name or trade name begins, and first there, as
/// a surname: "单 dan|^shan\n".
std::string_view pinyin_words();

}  // namespace text
