// The holders' nonces 秘密数, as they come in after the beacon: each opens its commitment.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "draw/package.h"

namespace draws {

/// In the announcement's order. Throws Refused, naming the holder and what to do, when one is missing, too many or does
/// not open its commitment.
std::vector<draw::Reveal::Nonce> opened_nonces(const draw::Announcement& announcement,
                                               const std::vector<std::filesystem::path>& files);

/// The secret file nonces.json of a draw's folder, and back. Throws Refused when it is damaged.
std::string nonces_json(const std::vector<draw::Reveal::Nonce>& nonces);
std::vector<draw::Reveal::Nonce> read_nonces(const std::string& json);

}  // namespace draws
