// SHA-256 and HMAC-SHA-256 for very many short messages: a prepared state is a plain value that is copied, never
// allocated. It knows nothing of the protocol.
//
// These are OpenSSL's low-level functions, deprecated in favour of EVP: copying an EVP context allocates, and a short
// hash takes a third longer that way (62 instead of 46 ns). Only hash.cpp calls them.
#pragma once

#include <openssl/sha.h>

#include <array>
#include <string_view>

namespace draw {

using Digest = std::array<unsigned char, 32>;  ///< a SHA-256

/// A SHA-256 under way; copies go on by themselves.
class Sha256 {
  public:
    Sha256();
    void add(std::string_view bytes);
    /// The hash of everything added; this value must not be used afterwards.
    Digest finish();

  private:
    SHA256_CTX state_;
};

Digest sha256(std::string_view bytes);

/// HMAC-SHA-256 with a key prepared once (RFC 2104). Safe to use from several threads.
class Mac {
  public:
    explicit Mac(std::string_view key);
    explicit Mac(const Digest& key) : Mac(std::string_view(reinterpret_cast<const char*>(key.data()), key.size())) {}
    /// mac(key, message)
    Digest of(std::string_view message) const;

  private:
    Sha256 inner_, outer_;
};

}  // namespace draw
