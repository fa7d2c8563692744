// What a record can be found by, as texts to look up: the only place that says which texts an index holds. A word
// finds a record when its looked_up form is the beginning of one of them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "search/record.h"

namespace search {

/// How a record is found, best first: the stated order of answers begins with it.
enum class Match : std::uint8_t {
    whole = 0,       ///< the name, or number, and nothing more
    beginning = 1,   ///< its beginning
    trade_name = 2,  ///< the beginning of its trade name 字号
    inside = 3,      ///< somewhere in it
    pinyin = 4       ///< its pinyin
};

/// One text of a record, without its end for a Match::whole: whether a word is the whole is known by the word.
struct FindableText {
    std::string text;             ///< UTF-8, never empty
    Match match = Match::inside;  ///< for a word that is a beginning of the text
    bool can_be_whole = false;    ///< a word that is the whole text is Match::whole
    std::size_t least = 1;        ///< characters a word must have at least: 8 for unified codes
};

inline constexpr std::size_t longest_pinyin = 72;        ///< letters of a pinyin key that are looked at
inline constexpr std::size_t longest_findable = 64;      ///< characters of a text, and of a word, that are looked at
inline constexpr std::size_t least_of_unified_code = 8;  ///< characters

/// Whether the id is one of the record's numbers too: an enterprise's code, not the id of an object without a code.
bool id_is_number(const Record& record);

/// What a word is looked up as: its key without 省市区县 behind places, cut at longest_findable characters.
std::string looked_up(std::string_view word);

/// The texts of one name; of a record's numbers; of all its names and numbers; of its pinyin. Some may come twice.
void each_findable_of_name(const std::string& name, const std::function<void(const FindableText&)>& text);
void each_findable_number(const Record& record, const std::function<void(const FindableText&)>& text);
void each_findable(const Record& record, const std::function<void(const FindableText&)>& text);
void each_pinyin(const Record& record, const std::function<void(const FindableText&)>& text);

}  // namespace search
