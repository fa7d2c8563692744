// The root of an index: for every word the one file that answers it. Knows the files by their digests only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/record.h"

namespace search {

struct Root {
    std::uint32_t most_exact =
        0;  ///< T: up to so many matches every one is found (save what `docs/search-index.md` says)
    std::vector<std::uint32_t> records = std::vector<std::uint32_t>(kinds);  ///< by kind
    struct Child {
        std::string first;   ///< leaves: where its stretch begins
        std::string digest;  ///< short digest of the file
    };
    std::vector<Child> leaves;  ///< in order
    struct HeadPlace {
        std::string word;
        std::uint8_t rarity = 0;  ///< of its total, see rarity_of
    };
    std::vector<HeadPlace> heads;              ///< in order
    std::vector<std::uint32_t> heads_in_file;  ///< how many of them each head file has, in order
    std::vector<std::string> head_files;       ///< short digests
};

/// The total on a scale of quarters of its doublings: 4·⌊log2 n⌋ + the next two bits; 0 for 0.
std::uint8_t rarity_of(std::uint32_t total);

std::string written_root(const Root& root);
/// Throws Malformed.
Root read_root(std::string_view file);

/// Which head answers a word (looked_up form), if one does: the first that begins with it.
std::optional<std::size_t> head_of(const Root& root, std::string_view word);
/// Which leaf holds every match of a word that no head answers; nothing when no record matches.
std::optional<std::size_t> leaf_of(const Root& root, std::string_view word);
/// The head file that has a head, and which of its heads it is.
std::pair<std::size_t, std::size_t> head_place(const Root& root, std::size_t head);

}  // namespace search
