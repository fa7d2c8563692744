// What a killed process left in releases/: half-built and half-removed releases. Only the holder of the lock may look:
// whatever lies there then belongs to nobody.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "generator/output/builder_lock.h"

namespace output {

inline constexpr std::string_view building_prefix = ".building-";
inline constexpr std::string_view removing_prefix = ".removing-";

/// Removes them; answers how many there were. Throws Failed.
std::size_t remove_leftovers(const BuilderLock& lock);

/// Removes a folder in releases/ so that a kill in between leaves no half release under its name. Answers the bytes on
/// disk that nothing else shared. Throws Failed.
std::uint64_t remove_release(const BuilderLock& lock, const std::string& digest);

}  // namespace output
