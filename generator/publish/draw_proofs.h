// What a release adds to the public files of a committed draw 可核验抽取, made from these files alone: the report of
// the thirteen checks, so that a program need not run them to know how they come out, and for an opened pool the blocks
// of its tree (draw/pool_blocks.h), from which the look-up server proves single rows. Made at publish and not on
// demand, because the checks of a million objects take a second of two processors.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace publish {

using FileAtAddress = std::pair<std::string, std::filesystem::path>;  // draw_files()
using BytesAtAddress = std::pair<std::string, std::string>;           // draw_series()

/// Address and bytes of each, by draw. The checks are told the office's own list and nothing else from outside.
/// Throws output::Failed when a file cannot be read as what the protocol says.
std::vector<BytesAtAddress> draw_proofs(const std::filesystem::path& public_db, const std::vector<FileAtAddress>& files,
                                        const std::vector<BytesAtAddress>& series);

}  // namespace publish
