// Looks words up in the files of an index, as the browser does it (site/search/index.mjs): for tests, for the fuzz
// target and as what both are held against. Knows no files: `read` brings them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/matching.h"

namespace search {

/// The bytes of one file of the index; throws when there is none.
using FileReader = std::function<std::string(std::string_view name)>;

struct Found {
    std::uint32_t total = 0;      ///< when not exact: no more than so many
    bool exact = true;            ///< total is right, and so are the answers as far as they go
    std::vector<Answer> answers;  ///< best first; all of them, or as many as the head has
};

/// `words` in looked_up form, none empty, at least one. Throws Malformed, also for a file that is not the one it is
/// named as.
Found find(const FileReader& read, std::span<const std::string> words);

}  // namespace search
