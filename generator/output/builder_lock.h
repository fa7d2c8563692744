// One builder at a time (同一时间只能有一个进程更新门户). Whoever writes a release, switches, rolls back or cleans up
// holds this lock; functions that need it take it as their first argument, and learn the portal's folder from it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "generator/output/file_handle.h"

namespace output {

class BuilderLock {
  public:
    /// Takes `portal`/.lock without waiting. `doing` (publish, rollback, gc …) is what another process is told.
    /// Throws Busy naming the holder's process number and what it does; Failed when the folder cannot be written.
    /// The kernel frees the lock when the process ends, however it ends.
    BuilderLock(const std::filesystem::path& portal, std::string_view doing);

    const std::filesystem::path& portal() const { return portal_; }
    /// `portal`/releases: one folder a release, named by its digest.
    std::filesystem::path releases() const { return portal_ / "releases"; }
    /// `portal`/public: the web root; its `current` is a link into releases.
    std::filesystem::path public_folder() const { return portal_ / "public"; }

  private:
    std::filesystem::path portal_;
    FileHandle file_;
};

}  // namespace output
