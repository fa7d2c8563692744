// The manifest (清单) of a release: every file's digest, size and address, sorted by address, under the facts the
// caller gave. The release is named by the SHA-256 of its manifest.txt. Knows nothing of what the files are.
//
//   # gongshi release 1
//   # as_of 2025-06-30
//   # program 0.1.0
//   # data <SHA-256 of the data>
//   <SHA-256> <bytes> <address>
//
// manifest.json beside it repeats the facts, with the number of files and bytes and the release's name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/output/digest.h"

namespace output {

inline constexpr std::string_view manifest_name = "manifest.txt";
inline constexpr std::string_view manifest_json_name = "manifest.json";

/// What the caller says about a release. Each is one line without control characters.
struct ReleaseFacts {
    std::string as_of;        // 截至日期, YYYY-MM-DD
    std::string program;      // version of the program
    std::string data_digest;  // hexadecimal digest of the data the pages were made from
};

struct ManifestEntry {
    Sha256 sha256{};
    std::uint64_t size = 0;  // bytes
    std::string_view path;
};

/// Entries of any number of files, 42 bytes and the address each. Given a folder, it keeps at most 16 MiB of them in
/// memory and the others there, in sorted pieces that are merged when they are read.
class ManifestEntries {
  public:
    ManifestEntries() = default;
    explicit ManifestEntries(std::filesystem::path folder) : folder_(std::move(folder)) {}
    /// Not thread-safe; `entry.path` is copied. Throws Failed when a piece cannot be written.
    void add(const ManifestEntry& entry);
    std::uint64_t files() const { return files_; }
    std::uint64_t bytes() const { return bytes_; }
    /// Every entry, sorted by address bytewise.
    void each(const std::function<void(const ManifestEntry&)>& entry) const;
    /// Bytes of memory held by the entries.
    std::size_t memory() const;
    /// Writes manifest.txt and manifest.json into `folder` (files 0444) and answers the release's name. Does not depend
    /// on the order of add. Throws BadPath when an address was added twice, Failed when it cannot write.
    std::string write(const std::filesystem::path& folder, const ReleaseFacts& facts) const;

  private:
    std::vector<const char*> sorted() const;
    void put_aside();
    std::filesystem::path folder_;
    std::vector<std::filesystem::path> pieces_;  // put aside, each sorted
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::vector<std::size_t> used_;  // bytes in use, a block each
    std::uint64_t files_ = 0, bytes_ = 0;
};

/// Reads a manifest.txt line by line.
class ManifestReader {
  public:
    /// Throws Failed when there is none or its head is not one of ours.
    explicit ManifestReader(const std::filesystem::path& folder);
    /// The text of one, already read; `label` names it in messages.
    ManifestReader(std::string text, std::filesystem::path label);
    const ReleaseFacts& facts() const { return facts_; }
    /// The next entry (its path valid until the next call), nothing at the end. Throws Failed on a line that is none.
    std::optional<ManifestEntry> next();

  private:
    void read_head();
    bool read_line();
    std::filesystem::path file_;
    std::unique_ptr<std::istream> stream_;
    std::string line_;
    bool held_ = false;  // line_ is the first entry, already read
    ReleaseFacts facts_;
};

/// The text of manifest.json.
std::string manifest_json(const ReleaseFacts& facts, std::uint64_t files, std::uint64_t bytes,
                          std::string_view release);

}  // namespace output
