// The words around a number in a quantity cell: bounds, per how long, about what. For quantity_reader only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "records/quantity.h"

namespace importing {

enum class Bound : std::uint8_t { none, at_least, at_most, above, below, equal };

/// What the words before a value say; `rest` is cut out of them step by step until the scope is left.
struct LeadingWords {
    Bound bound = Bound::none;
    records::QuantityPeriod per = records::QuantityPeriod::unspecified;
    int every = 1;
    bool approximate = false;
    bool in_principle = false;  // 原则上
    bool is_base = false;       // 从…中, 基数, 共有
    std::u32string scope;
    std::u32string share_of;  // 不低于备案数的5%: 备案数
};

/// Takes the words before a value apart.
LeadingWords read_leading(std::u32string_view words);

/// What directly follows a value: 以上, 以内, 左右, /年. Gives how many characters it took.
struct TrailingWords {
    Bound bound = Bound::none;
    records::QuantityPeriod per = records::QuantityPeriod::unspecified;
    int every = 1;
    bool approximate = false;
    std::size_t length = 0;
};
TrailingWords read_trailing(std::u32string_view words);

/// The words without those that every cell has at its ends (抽查比例, 进行, 的, …).
std::u32string without_common_words(std::u32string_view words);

/// Per what, when the words say it (每月, 全年, 每两年); cut out of them.
struct Per {
    records::QuantityPeriod per = records::QuantityPeriod::unspecified;
    int every = 1;
};
Per cut_per(std::u32string& words);

bool contains(std::u32string_view words, std::u32string_view word);

/// To be settled later: 待定, 根据监管需要确定, 一定比例.
bool says_undetermined(std::u32string_view words);
/// A circumstance, no scope: 根据实际情况, 原则上上年度抽检查过的不再抽取, 不定期抽查.
bool is_circumstance(std::u32string_view words);

}  // namespace importing
