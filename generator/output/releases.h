// The releases of a portal: which one readers see, the switch, going back, and removing old ones. What became of each
// is kept in releases/log.jsonl, appended and synced line by line; a torn last line is ignored and cut off.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/output/builder_lock.h"
#include "generator/output/manifest.h"
#include "generator/output/release_writer.h"

namespace output {

/// The release that readers see (the target of public/current), or nothing before the first switch.
/// Throws Failed when public/current is something else than a link this program made.
std::optional<std::string> current_release(const std::filesystem::path& portal);

struct ReleaseState {
    std::string digest;
    ReleaseFacts facts;  // empty when its manifest cannot be read
    bool current = false;
    bool published = false;     // readers have seen it, or a killed publish was about to show it
    std::string marked_reason;  // why it must not come back (撤回, 公示期满, 隐私更正); empty: it may
};
/// The release folders there are, in the order of their last publication, never published ones first.
std::vector<ReleaseState> list_releases(const std::filesystem::path& portal);

/// Shows `digest` to readers: one line in the log, then public/current is replaced by a single rename and the folder
/// synced. With `marks_older` (a reason) every release published before it is marked in the same step, so that no crash
/// leaves a withdrawn record restorable. Throws Failed when there is no such release or its name is not its manifest's.
void switch_to(const BuilderLock& lock, const std::string& digest,
               const std::optional<std::string>& marks_older = std::nullopt, const PhaseObserver& observer = {});

/// Marks every release published before `digest` with a reason: rollback refuses them, gc removes them first.
/// Publishing the same bytes again lifts the mark. Throws Failed when `digest` was never published.
void mark_older(const BuilderLock& lock, const std::string& digest, const std::string& reason);

/// What rollback did or why not: exactly one of the two is filled.
struct Rollback {
    std::string release;
    std::string refusal;  // Chinese, with what to do
};
/// Goes back to `digest`, or to the release readers saw before the current one was published. Refuses one that is
/// unknown, was never published, is marked, or whose files are not what its manifest says.
Rollback rollback(const BuilderLock& lock, const std::optional<std::string>& digest = std::nullopt,
                  const PhaseObserver& observer = {});

struct Cleanup {
    std::vector<std::string> removed;  // digests, in the order of removal
    std::uint64_t freed = 0;           // bytes on disk that no other release shared
};
/// Removes what dead builders left, all marked and never published releases, then the oldest until `keep` remain
/// (at least 1). Never the current one.
Cleanup gc(const BuilderLock& lock, std::size_t keep);

}  // namespace output
