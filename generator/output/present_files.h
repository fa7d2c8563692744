// The files of a finished release as they lie on the disk, seen from outside: which are there, with which size. Reads
// no content but the manifest's (verify_release.h does).
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/output/digest.h"

namespace output {

struct PageFile {
    std::string path;
    Sha256 sha256{};
    std::uint64_t size = 0;
};
using PageFiles = std::vector<PageFile>;  // of one page: the same address but for what stands after the last dot

/// "results/by-id/0/7.html" → "results/by-id/0/7": what the files of one page have in common.
std::string_view page_of(std::string_view path);

/// Calls `page` for the files of each page in a release's manifest, from several threads at once, in no fixed order.
/// Throws Failed for a manifest that cannot be read, and what `page` throws.
void each_page(const std::filesystem::path& release, unsigned threads,
               const std::function<void(const PageFiles&)>& page);

/// Whether a file may be shared with another release: regular, ours, as we leave files, and of this size.
bool shareable(const struct stat& facts, std::uint64_t size);
/// Whether the file is in the open folder and shareable.
bool is_there(int folder, const PageFile& file);

/// Whether the release's manifest is the one the folder is named by.
bool named_by_manifest(const std::filesystem::path& release);

/// How many files the release has, when every one is there with its size and the manifest is the one the release is
/// named by; otherwise nothing.
std::optional<std::uint64_t> all_present(const std::filesystem::path& release, unsigned threads);

}  // namespace output
