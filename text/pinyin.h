// 拼音 of names, for finding them by it: initials (bjxh) and full syllables without tones (beijingxinghe), only as far
// as somebody types. Readings come from one committed table of characters and one of words (places, surnames, words of
// trades) that are read otherwise. It knows nothing of queries; text/search_key.h makes the keys it reads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// One way a name, or its trade name, is written in pinyin.
struct PinyinKey {
    enum class Kind { initials, full };
    enum class Start { name, trade_name };  ///< from the first character, or from 字号 (trade_name_start)
    std::string
        text;  ///< a-z and 0-9: initials "bjxh", full "beijingxinghe" (ü is v); at most 12 characters of the name
    Kind kind = Kind::initials;
    Start start = Start::name;
    friend bool operator==(const PinyinKey&, const PinyinKey&) = default;
};

/// The pinyin keys of a name's key: for each kind and each start at most 4, the likeliest first, none twice. Letters
/// and digits of the name stand for themselves, other characters that have no reading are passed over. A start at which
/// no character has a reading has no keys; the trade name's are left out where it is the whole name.
std::vector<PinyinKey> pinyin_keys(std::string_view key);

/// Whether a word of a query, as a key, can be pinyin: 1 to 72 letters a-z, digits among them.
bool may_be_pinyin(std::string_view key);

}  // namespace text
