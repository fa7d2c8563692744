// A holder's secret number (秘密数) in a file that only its owner can read: written once, never overwritten.
// Knows nothing of a portal: a holder does this on a machine of their own.
#pragma once

#include <filesystem>
#include <string>

namespace draws {

struct Nonce {
    std::string who;    // office, supervisor …: a code
    std::string bytes;  // 32
};

/// Writes a new file of mode 0600. Throws settings::Unusable when something of that name is there.
void write_nonce(const std::filesystem::path& file, const Nonce& nonce);
/// Reads one back. Throws settings::Unusable for anything else, and for a file that others can read.
Nonce read_nonce(const std::filesystem::path& file);

}  // namespace draws
