// Whether a release folder holds exactly what its manifest says. Reads every byte; memory is bounded by the largest
// folder. Anyone may run it on a copy: it needs no portal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace output {

struct Verification {                  // each sorted by address
    std::vector<std::string> missing;  // in the manifest, not on disk
    std::vector<std::string> changed;  // other bytes than the manifest says; the manifest itself when it does not fit
                                       // the folder's name
    std::vector<std::string> extra;    // on disk, not in the manifest; everything that is no regular file
    std::uint64_t files = 0;           // checked
    bool whole() const { return missing.empty() && changed.empty() && extra.empty(); }
};
/// Throws Failed when there is no readable manifest at all.
Verification verify_release(const std::filesystem::path& folder);

/// The first few faults in one Chinese sentence, for a message.
std::string describe(const Verification& verification);

}  // namespace output
