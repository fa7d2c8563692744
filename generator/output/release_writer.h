// Writes one release (一次发布) of a portal: files are put into releases/.building-<process>/, then the whole is named
// by the digest of its manifest. Unchanged files are hard links into the release that is current. Readers see nothing
// of it before switch_to (releases.h). Knows nothing of what the files mean; the result does not depend on time or
// threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/output/builder_lock.h"
#include "generator/output/file_handle.h"
#include "generator/output/manifest.h"
#include "generator/output/release_content.h"

namespace output {

/// Where a publish has got to; a crash test prints the name (phase_name) and kills the process there.
enum class Phase { pages, links, manifest, named, before_switch, after_switch };
std::string_view phase_name(Phase phase);
/// Told each phase once as it begins; may be empty. `links` is told from whichever thread made the first link.
using PhaseObserver = std::function<void(Phase)>;

struct FinishedRelease {
    std::string digest;            // the release's name, 64 hexadecimal digits
    std::filesystem::path folder;  // releases/<digest>
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t linked = 0;  // of `files`: shared with the current release
    bool reused = false;       // a whole release of this name was there already: nothing changed
};

class ReleaseWriter {
  public:
    /// Removes what dead builders left behind, then begins. `lock` must outlive the writer. Throws Failed.
    explicit ReleaseWriter(const BuilderLock& lock, PhaseObserver observer = {});
    /// Removes the unfinished folder.
    ~ReleaseWriter();
    ReleaseWriter(const ReleaseWriter&) = delete;
    ReleaseWriter& operator=(const ReleaseWriter&) = delete;

    /// Adds a file; callable from several threads. It is linked when the current release has the same bytes at the same
    /// address (its content on disk is compared, whatever its manifest says) and written otherwise, or where linking
    /// fails. Throws BadPath for an address that is unsafe or taken, Failed when it cannot write; a writer that has
    /// thrown refuses to finish, so that no release lacks a page.
    void put(std::string_view path, std::string_view bytes);
    /// The same for a file on disk of any size (public.db, a workbook), copied piece by piece; `source` stays.
    void put_file(std::string_view path, const std::filesystem::path& source);

    /// Keeps files of the current release without looking into them: for pages of which the caller knows that all they
    /// say is unchanged. Presence, kind, rights and size of each must be as that release's manifest says; its content
    /// is taken as the manifest's (`gongshi verify-site` reads it). The files of one page, whose addresses differ after
    /// their last dot only, are asked for by what stands before that dot and are kept all together or not at all.
    /// Answers those that were wanted but could not be kept: the caller puts them anew. Nothing when no release is
    /// current or its manifest is not the one it is named by.
    std::optional<std::vector<std::string>> keep(const std::function<bool(std::string_view page)>& wanted,
                                                 unsigned threads);

    /// A folder for half-made files on the same disk; removed with the build, never part of the release.
    const std::filesystem::path& temporary() const { return temporary_; }

    /// What has been put so far, below this folder; for the offline archive. All threads must have ended.
    const std::filesystem::path& building() const { return building_; }
    const ManifestEntries& entries() const { return entries_; }

    /// Writes the manifest, brings everything to the disk (syncfs) and names the folder. A whole release of the same
    /// name is kept and used; a damaged one is replaced. All threads must have ended. Throws Failed.
    FinishedRelease finish(const ReleaseFacts& facts);

  private:
    void put_content(std::string_view path, ReleaseContent& content);
    bool link(const std::string& path) const;
    std::optional<FileDigest> linked(const std::string& path, ReleaseContent& content);
    FileDigest written(const std::string& path, ReleaseContent& content);
    FileHandle create(const std::string& path) const;
    void make_folders(const std::string& path) const;
    bool name_release(const std::filesystem::path& target);
    void tell(Phase phase) const;

    const BuilderLock& lock_;
    PhaseObserver observer_;
    std::filesystem::path building_, temporary_, previous_folder_;
    FileHandle folder_, previous_;
    std::mutex mutex_;
    ManifestEntries entries_;
    std::atomic<std::uint64_t> links_ = 0;
    std::atomic<bool> failed_ = false;
    bool finished_ = false;
};

}  // namespace output
