// Writes the whole static index of some records (docs/search-index.md). The same records give the same files, whatever
// their order and the number of threads, and files whose stretch of texts did not change keep their names.
// Memory: about 480 bytes a record of a name and a code.
#pragma once

#include <cstdint>

#include "search/record.h"

namespace search {

struct IndexOptions {
    unsigned threads = 2;
    std::uint32_t most_exact = 2000;      ///< T
    std::uint32_t most_weight = 46'000;   ///< of one leaf: about its compressed bytes
    std::uint32_t least_weight = 40'000;  ///< before a leaf may end where its content says so
    std::uint32_t most_bytes = 41'000;    ///< of a leaf file of more than one unit
    bool pinyin = true;
};

struct IndexFacts {
    std::uint64_t records = 0, texts = 0, pinyin = 0;     ///< what went in; texts: all of them, pinyin included
    std::uint64_t leaves = 0, head_files = 0, heads = 0;  ///< what came out
    std::uint64_t rows = 0;                               ///< of all leaves together
    std::uint64_t leaf_bytes = 0, head_bytes = 0, root_bytes = 0, largest_leaf = 0, largest_heads = 0;
};

/// Calls `sink` for every file, the root last; calls come one at a time, from several threads. Throws Malformed
/// (bytes.h) when two records have the same kind and id, and whatever `source` or `sink` throws.
IndexFacts write_index(const RecordSource& source, const FileSink& sink, const IndexOptions& options = {});

}  // namespace search
