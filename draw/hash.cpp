#define OPENSSL_SUPPRESS_DEPRECATED  // see hash.h
#include "draw/hash.h"

namespace draw {

namespace {

constexpr std::size_t block = 64;  // bytes of SHA-256

std::string_view view(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

Sha256::Sha256() {
    SHA256_Init(&state_);
}

void Sha256::add(std::string_view bytes) {
    SHA256_Update(&state_, bytes.data(), bytes.size());
}

Digest Sha256::finish() {
    Digest digest;
    SHA256_Final(digest.data(), &state_);
    return digest;
}

Digest sha256(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

Mac::Mac(std::string_view key) {
    const Digest hashed = key.size() > block ? sha256(key) : Digest{};
    if (key.size() > block) key = view(hashed);
    std::array<char, block> inner, outer;
    for (std::size_t i = 0; i < block; ++i) {
        const char byte = i < key.size() ? key[i] : '\0';
        inner[i] = static_cast<char>(byte ^ 0x36);
        outer[i] = static_cast<char>(byte ^ 0x5c);
    }
    inner_.add({inner.data(), block});
    outer_.add({outer.data(), block});
}

Digest Mac::of(std::string_view message) const {
    Sha256 inner = inner_, outer = outer_;
    inner.add(message);
    outer.add(view(inner.finish()));
    return outer.finish();
}

}  // namespace draw
