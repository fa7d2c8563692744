// Heads: the answers to words that more records match than a leaf can hold. A head has the exact total, the best rows
// and what may follow the word.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/record.h"

namespace search {

struct Head {
    std::string word;                 ///< looked_up form; answers every beginning of it that no other head has
    std::uint32_t total = 0;          ///< distinct records that match
    std::vector<std::uint32_t> best;  ///< rows of the file, best first; all of them when so many as total
    struct Next {
        char32_t character = 0;
        std::uint32_t count = 0;  ///< distinct records that match the word with this character behind it
    };
    std::vector<Next> next;  ///< most frequent first
};

struct HeadFile {
    std::vector<Record> rows;  ///< in row order
    std::vector<Head> heads;   ///< in the order of their words
};

std::string written_heads(std::span<const Record* const> rows, std::span<const Head> heads);
/// Throws Malformed.
HeadFile read_heads(std::string_view file);

}  // namespace search
