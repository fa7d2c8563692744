// Whether an offline archive (site_archive.h) holds exactly what its manifest says, without unpacking it to disk. The
// file may come from anywhere and be made to harm: names are never used as paths, every entry is read as a stream and
// no further than the manifest's size for it, and all is bounded by the limits below.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "generator/output/verify_release.h"

namespace output {

inline constexpr std::int64_t most_archive_entries = 2'000'000;
inline constexpr std::uint64_t longest_manifest = 512ULL << 20U;       // bytes of manifest.txt
inline constexpr std::uint64_t most_unpacked = 64ULL * (1ULL << 30U);  // bytes of all files together

/// As verify_release. `unsafe` lists names that are absolute, climb ("..") or are no address of a release, and entries
/// that are links, encrypted or packed otherwise than by deflate; they are not read. Throws Failed when the file is no
/// ZIP, contradicts itself (two entries of one name, say), passes a limit, or has no readable manifest.
Verification verify_archive(const std::filesystem::path& file);

/// The same of an archive in memory, which must outlive the call; `label` names it in messages.
Verification verify_archive(std::string_view bytes, const std::filesystem::path& label);

}  // namespace output
