// Names of provinces, prefectures and counties (省、地、县三级行政区划) as they stand inside other names: where one
// ends and which suffix (市, 区, 县, 自治州 …) may follow it. It knows names and what lies within what, no codes and no
// borders.
#pragma once

#include <cstddef>
#include <string_view>

namespace text {

/// The committed table, one line for each prefecture with its counties behind it, "*河北省" before a province's lines
/// and "-" for counties right below a province. A suffix of several characters stands behind a stroke
/// (恩施/土家族苗族自治州), one of 省市区县旗盟 is the last character. The browser reads the same text.
std::string_view places_table();

/// The suffixes any place may have in a name: one character each.
inline constexpr std::u32string_view any_place_suffixes = U"省市区县旗盟";

/// What may follow the end of a place's name.
struct SuffixMatch {
    std::size_t length = 0;  ///< bytes of the suffix that stands there; 0: none
    bool cut_off = false;    ///< the text ends inside a suffix of several characters
};

/// Looks at a key between two characters: whether a place's name without suffix (2 characters or more) ends `before`
/// and a suffix it can have begins `after`: any of 省市区县旗盟, or one of several characters that is its own
/// (浦东→新区, 喀什→地区, 恩施→土家族苗族自治州, 自治州, 州). Both texts are keys (search_key).
SuffixMatch place_suffix_between(std::string_view before, std::string_view after);

/// How many bytes at the beginning of a key are places: 中国, a place, and what follows it while it has a suffix
/// (长安区) or lies within the place before (石家庄 within 河北), suffixes included. 0 when there is none.
std::size_t leading_places(std::string_view key);

}  // namespace text
