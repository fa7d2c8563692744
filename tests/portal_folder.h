// A portal's folder for one test, removed afterwards, and the few things tests of releases do to one.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "generator/output/builder_lock.h"
#include "generator/output/release_writer.h"
#include "generator/output/releases.h"

namespace tests {

/// Memory where there is some: publishing syncs its disk, which takes long on one that others keep busy.
inline std::filesystem::path fast_folder() {
    return ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path();
}

class PortalFolder {
  public:
    explicit PortalFolder(const std::filesystem::path& below = fast_folder()) {
        std::string pattern = (below / "gongshi-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp " + pattern);
        path_ = pattern;
    }
    ~PortalFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    PortalFolder(const PortalFolder&) = delete;
    PortalFolder& operator=(const PortalFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path current() const { return path_ / "public" / "current"; }
    std::filesystem::path release(const std::string& digest) const { return path_ / "releases" / digest; }

  private:
    std::filesystem::path path_;
};

inline std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Overwrites a file of a release in place, as someone with the rights could.
inline void tamper(const std::filesystem::path& file, const std::string& bytes) {
    ::chmod(file.c_str(), 0644);
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    ::chmod(file.c_str(), 0444);
}

inline bool same_file(const std::filesystem::path& left, const std::filesystem::path& right) {
    struct stat a {
    }, b{};
    return ::stat(left.c_str(), &a) == 0 && ::stat(right.c_str(), &b) == 0 && a.st_ino == b.st_ino &&
           a.st_dev == b.st_dev;
}

inline const output::ReleaseFacts some_facts{"2025-06-30", "0.1.0", std::string(64, 'd')};

/// A release of an unchanging page and one that says `text`.
inline output::FinishedRelease write_release(const output::BuilderLock& lock, const std::string& text) {
    output::ReleaseWriter writer(lock);
    writer.put("about/index.html", "<p>unchanged</p>");
    writer.put("index.html", text);
    return writer.finish(some_facts);
}

/// The same, shown to readers.
inline std::string publish(const output::BuilderLock& lock, const std::string& text) {
    const std::string digest = write_release(lock, text).digest;
    output::switch_to(lock, digest);
    return digest;
}

}  // namespace tests
