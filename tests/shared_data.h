// The folder of real data that some tests need and the project may not contain.
// GONGSHI_DATA names it; otherwise ../shared/data beside the checkout is tried. A test that finds none calls this,
// gets nothing, and is counted as skipped at the end of the run.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace tests {

inline int& skipped_counter() {
    static int count = 0;
    return count;
}
inline int skipped_count() { return skipped_counter(); }

/// The folder of shared data, or nothing (then the calling test counts as skipped).
inline std::optional<std::filesystem::path> shared_data() {
    const char* named = std::getenv("GONGSHI_DATA");
    std::filesystem::path folder =
        named != nullptr ? named : std::filesystem::path(GONGSHI_SHARE) / ".." / "shared" / "data";
    if (std::filesystem::is_directory(folder)) return folder;
    ++skipped_counter();
    return std::nullopt;
}

}  // namespace tests
