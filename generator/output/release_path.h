// Which addresses a file of a release may have: permanent, ASCII, safe on every file system and in every URL.
#pragma once

#include <string>
#include <string_view>

namespace output {

inline constexpr std::size_t longest_path = 400;     // bytes
inline constexpr std::size_t longest_segment = 200;  // bytes

/// Why the address is refused (Chinese), or an empty text when it is good: segments of A–Z a–z 0–9 - _ . ~ joined by
/// single slashes; none absolute, empty, "." or "..", none beginning with a dot except .well-known; not the manifest's.
std::string path_fault(std::string_view path);

}  // namespace output
