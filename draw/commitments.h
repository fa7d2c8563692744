// What is published in place of something that stays secret for a while (承诺), docs/draw-protocol.md, sections 3
// and 7.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "draw/encoding.h"

namespace draw {

/// D, the identity of a draw, of the bytes of announcement.json.
inline Digest announcement_digest(std::string_view announcement) {
    return tagged("ssj1/ann", announcement);
}

/// Of the bytes of quota.json.
inline Digest quota_commitment(std::string_view quota) {
    return tagged("ssj1/quota", quota);
}

/// Of a holder's secret number (秘密数).
inline Digest nonce_commitment(std::string_view who, const Digest& nonce) {
    return tagged("ssj1/nonce", who, nonce);
}

/// The 64 hex of inspectors.tsv that say nothing of a person until name, certificate number and salt are shown.
inline std::string person_commitment(std::string_view name, std::string_view certificate, const Salt& salt) {
    return hex(tagged("ssj1/person", name, certificate, salt));
}

/// Of a replacement or reassignment.
inline Digest event_commitment(std::string_view kind, std::span<const std::string> fields, const Salt& salt) {
    std::string parts = encoded(std::string_view("ssj1/event"), kind);
    for (const std::string& field : fields) append_part(parts, field);
    append_part(parts, bytes_of(salt));
    return sha256(parts);
}

}  // namespace draw
