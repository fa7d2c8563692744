// All texts that an index of many records holds, in memory as small as it can be: the texts of one name are the ends
// of one chain of symbols. A symbol is a character's place among all characters of the records, so that texts compare
// like their code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/name_keys.h"

namespace search {

/// One text: where it begins and whose it is.
struct Entry {
    std::uint64_t first_four = 0;  ///< its first four symbols, for sorting
    std::uint32_t at = 0;          ///< in the store; with pinyin_bit among the pinyin
    std::uint32_t record = 0;
};

class FindableStore {
  public:
    static constexpr std::uint32_t pinyin_bit = 1u << 31;

    void add(std::uint32_t record, const FindableText& text);
    void add_pinyin(std::uint32_t record, std::string_view letters);
    /// After the last text; throws Malformed when there are more different characters than symbols.
    void settle();

    /// The number of texts that begin with each symbol.
    const std::vector<std::uint32_t>& counts() const { return counts_; }
    /// The texts that begin with symbols first … last-1, in the order of their symbols, then of their records.
    std::vector<Entry> sorted_entries(std::uint16_t first, std::uint16_t last) const;

    /// The symbol of a text at this depth, 0 behind its end.
    std::uint16_t symbol(const Entry& entry, std::size_t depth) const {
        if (depth < 4) return static_cast<std::uint16_t>(entry.first_four >> (48 - 16 * depth));
        return (entry.at & pinyin_bit)
                   ? letter_symbols_[static_cast<unsigned char>(letters_[(entry.at & ~pinyin_bit) + depth])]
                   : symbols_[entry.at + depth];
    }
    char32_t character(std::uint16_t symbol) const { return characters_[symbol]; }
    /// The first `depth` characters of a text as UTF-8, the whole text when it is shorter.
    std::string text(const Entry& entry, std::size_t depth) const;
    static bool is_pinyin(const Entry& entry) { return entry.at & pinyin_bit; }
    Match match(const Entry& entry) const;
    bool can_be_whole(const Entry& entry) const;
    std::size_t least(const Entry& entry) const;

  private:
    struct Chain {
        std::uint32_t record, at;
    };
    template <class Give>
    void each_chain(const std::vector<Chain>& chains, std::size_t end, Give give) const;
    std::vector<std::uint32_t> counted() const;
    Entry entry_at(std::uint32_t at, std::uint32_t record) const;

    std::vector<Chain> chains_, pinyin_;
    std::vector<std::uint16_t> symbols_;  // each chain ends with 0
    std::vector<std::uint8_t> marks_;     // beside each symbol: 0 where no text begins
    std::string letters_;                 // each text ends with NUL
    std::unordered_map<char32_t, std::uint16_t> places_;
    std::vector<char32_t> characters_;
    std::vector<std::uint32_t> counts_;
    std::uint16_t letter_symbols_[256] = {};
    std::vector<std::uint16_t> before_;  // the text added last
    std::uint32_t before_at_ = 0, before_record_ = 0;
};

}  // namespace search
