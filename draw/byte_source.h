// Where the bytes of a table come from: a file, a pipe or a text in memory. draw/ itself opens nothing.
#pragma once

#include <cstddef>
#include <functional>

namespace draw {

/// Writes at most `most` next bytes to `to` and returns how many; 0 only at the end. May throw what reading throws.
using ByteSource = std::function<std::size_t(char* to, std::size_t most)>;

}  // namespace draw
