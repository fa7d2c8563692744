// The pool of objects in blocks of rows, so that the place of one row in the committed tree can be proved from a small
// piece of objects.tsv: each block is a whole subtree. A release with an opened pool has the blocks in a file beside
// it,
//   <first id> TAB <byte of objects.tsv where the block begins> TAB <root of its subtree, hex> LF
// which holds nothing that objects.tsv and reveal.json do not say. It knows bytes, not where they come from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draw/byte_source.h"
#include "draw/encoding.h"
#include "draw/hash.h"

namespace draw {

inline constexpr std::uint64_t pool_block_rows = 512;  // a power of two

struct PoolBlock {
    std::string first;         ///< id of its first row
    std::uint64_t offset = 0;  ///< in bytes
    Digest root{};
};
/// Reads the whole table. Throws Unreadable.
std::vector<PoolBlock> pool_blocks(const ByteSource& objects, const Digest& salt_key);
std::string pool_blocks_text(const std::vector<PoolBlock>& blocks);
/// Nothing when it is not such a text.
std::optional<std::vector<PoolBlock>> read_pool_blocks(std::string_view text);

/// One row with what leads from it to the announced root.
struct ProvenRow {
    std::string id, stratum, excl, needs;
    std::uint64_t index = 0;  ///< from 0, in the order of the table
    Salt salt{};
    Digest leaf{};             ///< SHA-256(0x00 || the row's leaf)
    std::vector<Digest> path;  ///< from the leaf to the root
};
/// Where a code stands, or between which rows it would stand.
struct PoolPlace {
    std::optional<ProvenRow> row, before, after;
};

/// Which blocks have to be read for a code: the first and how many; empty pool: none.
struct BlockRange {
    std::uint64_t first = 0, count = 0;
};
BlockRange blocks_around(const std::vector<PoolBlock>& blocks, std::string_view id);

/// `rows`: the bytes of these blocks. Nothing when they are not well-formed lines.
std::optional<PoolPlace> place_in_pool(const std::vector<PoolBlock>& blocks, BlockRange range, std::string_view rows,
                                       const Digest& salt_key, std::string_view id);

}  // namespace draw
