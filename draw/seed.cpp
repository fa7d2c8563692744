#include "draw/seed.h"

#include "draw/encoding.h"

namespace draw {

Digest nonces_key(std::span<const Digest> nonces) {
    std::string parts = encoded(std::string_view("ssj1/nonces"));
    for (const Digest& nonce : nonces) append_part(parts, bytes_of(nonce));
    return sha256(parts);
}

std::string seed_message(const Digest& draw, std::string_view type, std::string_view ref, const Digest& value) {
    return encoded(std::string_view("ssj1/seed"), draw, type, ref, value);
}

Digest seed_of(std::span<const Digest> nonces, std::string_view seed_message) {
    return Mac(nonces_key(nonces)).of(seed_message);
}

Keys expand_keys(const Digest& seed) {
    const Mac mac(seed);
    return {mac.of("ssj1/obj\x01"), mac.of("ssj1/match\x01"), mac.of("ssj1/order\x01")};
}

Keys keys_of(const Digest& draw, std::span<const Digest> nonces, std::string_view type, std::string_view ref,
             const Digest& value) {
    return expand_keys(seed_of(nonces, seed_message(draw, type, ref, value)));
}

}  // namespace draw
