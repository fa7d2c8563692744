// The offline archive 离线整站包 of a release: one ZIP with every other file of it, in the order of the manifest, and a
// manifest of its own. Unzipped into any folder it is read by opening index.html. JSON, CSV, XLSX, databases and all
// else are the release's bytes; of HTML pages only links to folders differ (offline_page.h), which is why the inner
// manifest is not the release's. The release's manifest holds the archive's SHA-256. Knows nothing of what pages say.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "generator/output/manifest.h"
#include "generator/output/release_writer.h"

namespace output {

inline constexpr std::string_view site_archive_name = "data/site.zip";

/// Writes the archive of the files `entries` below `folder` into the new file `target`: the same files and facts give
/// the same bytes (on one version of the libraries). `temporary` is an existing folder for half-made files. Throws
/// Failed.
void write_site_archive(const std::filesystem::path& folder, const ManifestEntries& entries, const ReleaseFacts& facts,
                        const std::filesystem::path& target, const std::filesystem::path& temporary);

/// Puts the archive of everything that was put so far into the release; call last. Where the release readers see now
/// has the same files and facts, its archive is taken over and none is made. Throws Failed.
void put_site_archive(ReleaseWriter& release, const ReleaseFacts& facts,
                      const std::optional<std::filesystem::path>& current);

}  // namespace output
