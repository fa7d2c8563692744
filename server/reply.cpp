#include "server/reply.h"

#include <openssl/sha.h>

#include <array>
#include <utility>

namespace server {

std::string entity_tag(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string tag = "\"";
    for (std::size_t i = 0; i < digest.size() / 2; ++i) {
        tag += digits[digest[i] >> 4];
        tag += digits[digest[i] & 15];
    }
    return tag + "\"";
}

Reply unless_held(const Request& request, Reply reply) {
    if (reply.etag.empty() || reply.status != 200 || request.if_none_match.empty()) return reply;
    // Our tags hold no commas and no quotes inside, so containing the quoted tag is being in the list; W/ does not
    // matter here (weak comparison).
    if (request.if_none_match != "*" && request.if_none_match.find(reply.etag) == std::string::npos) return reply;
    Reply held;
    held.status = 304;
    held.etag = reply.etag;
    held.fields = std::move(reply.fields);
    return held;
}

}  // namespace server
