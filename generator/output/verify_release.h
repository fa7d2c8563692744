// Whether a release folder holds exactly what its manifest says. Reads every byte; memory is bounded by the largest
// folder. Anyone may run it on a copy: it needs no portal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "generator/output/manifest.h"

namespace output {

struct Verification {                  // each sorted by address
    std::vector<std::string> missing;  // in the manifest, not on disk
    std::vector<std::string> changed;  // other bytes than the manifest says; the manifest itself when it does not fit
                                       // the folder's name
    std::vector<std::string> extra;    // on disk, not in the manifest; everything that is no regular file
    std::vector<std::string> unsafe;   // in an archive only: see verify_archive.h
    std::uint64_t files = 0;           // checked
    std::string release;               // SHA-256 of the manifest.txt found, 64 hexadecimal digits
    ReleaseFacts facts;                // as that manifest says
    bool whole() const { return missing.empty() && changed.empty() && extra.empty() && unsafe.empty(); }
};
/// Throws Failed when there is no readable manifest at all.
Verification verify_release(const std::filesystem::path& folder);

/// The first few faults in one Chinese sentence, for a message.
std::string describe(const Verification& verification);
/// A name found on a disk or in an archive, as it may be printed: at most 200 bytes of visible ASCII, "?" for others.
std::string printable(std::string_view name);

}  // namespace output
