// The holders 持有人 of a draw's nonces 秘密数: what they commit to before the beacon, and the nonces that open it
// after.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "draw/package.h"
#include "records/portal.h"

namespace draws {

/// Reads "office=HEX" …: at least office and supervisor, all different. Throws settings::Unusable, saying what to
/// write.
std::vector<draw::Announcement::Holder> read_holders(const std::vector<std::string>& commits);
/// A nonce decides one draw only: once an earlier draw has opened it, everybody knows it before the beacon. Throws
/// Refused, naming that draw.
void require_fresh(records::Portal& portal, const std::vector<draw::Announcement::Holder>& holders);

/// In the announcement's order. Throws Refused, naming the holder and what to do, when one is missing, too many or does
/// not open its commitment.
std::vector<draw::Reveal::Nonce> opened_nonces(const draw::Announcement& announcement,
                                               const std::vector<std::filesystem::path>& files);

/// The secret file nonces.json of a draw's folder, and back. Throws Refused when it is damaged.
std::string nonces_json(const std::vector<draw::Reveal::Nonce>& nonces);
std::vector<draw::Reveal::Nonce> read_nonces(const std::string& json);

}  // namespace draws
