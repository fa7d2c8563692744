// All texts that an index of many records holds, in memory as small as it can be: the texts of one name are the ends
// of one chain of symbols. A symbol is a character's place among all characters of the records, so that texts compare
// like their code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/findables.h"

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

    /// Room for the texts of so many records with names of so many bytes together: memory that is not used until texts
    /// come, but need not be moved then.
    void reserve(std::size_t records, std::size_t name_bytes);
    /// Adds the texts of the records that follow; throws Malformed when there are too many for one index.
    void append(const Findables& findables);
    /// After the last text; throws Malformed when there are more different characters than symbols.
    void settle();

    /// The number of texts that begin with each symbol.
    const std::vector<std::uint32_t>& counts() const { return counts_; }
    /// The number of texts that begin with symbols first … last-1.
    std::size_t count(std::uint16_t first, std::uint16_t last) const;
    /// The texts that begin with symbols first … last-1, in the order of their symbols, then of their records.
    void sorted_entries(std::uint16_t first, std::uint16_t last, std::vector<Entry>& entries) const;
    std::size_t pinyin_texts() const { return pinyin_.size(); }

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
    /// Of a pinyin text: whether it follows from a leaf's readings. Of a record: whether its names are read otherwise.
    bool is_spelled(const Entry& entry, std::size_t length) const {
        return letters_[(entry.at & ~pinyin_bit) + length] == Findables::end_of_spelled;
    }
    bool is_read_otherwise(std::uint32_t record) const { return otherwise_[record] != 0; }
    static bool is_pinyin(const Entry& entry) { return entry.at & pinyin_bit; }
    Match match(const Entry& entry) const;
    bool can_be_whole(const Entry& entry) const;
    std::size_t least(const Entry& entry) const;

  private:
    using Chain = Findables::Chain;
    std::uint16_t place_of(char32_t character);
    template <class Give>
    void each_chain(const std::vector<Chain>& chains, std::size_t end, Give give) const;
    std::vector<std::uint32_t> counted() const;
    Entry entry_at(std::uint32_t at, std::uint32_t record) const;

    std::vector<Chain> chains_, pinyin_;
    std::vector<std::uint16_t> symbols_;  // each chain ends with 0
    std::vector<std::uint8_t> marks_;     // beside each symbol: 0 where no text begins
    std::string letters_;                 // as Findables::letters
    std::vector<std::uint8_t> otherwise_;
    std::vector<std::uint16_t> places_;  // by character, until settled
    std::vector<char32_t> characters_ = {0};
    std::vector<std::uint32_t> counts_;
    std::uint16_t letter_symbols_[256] = {};
};

}  // namespace search
