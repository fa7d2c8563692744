// SHA-256 (FIPS 180-4) of bytes, streams and files. Knows nothing of what the bytes mean.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace output {

using Sha256 = std::array<unsigned char, 32>;

/// SHA-256 of bytes given piece by piece.
class Digest {
  public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    void add(std::string_view bytes);
    /// The digest of everything added; the object then starts anew.
    Sha256 finish();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// SHA-256 of one string; callable from any thread.
Sha256 sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string hex(const Sha256& digest);

/// The digest written as 64 lower-case hexadecimal digits; nothing for any other text.
std::optional<Sha256> digest_from_hex(std::string_view text);

struct FileDigest {
    Sha256 sha256{};
    std::uint64_t size = 0;  // bytes
};
/// Digest and size of a regular file, read in pieces; nothing where there is no regular file (a symlink is none).
/// Throws Failed when it cannot be read.
std::optional<FileDigest> digest_file(const std::filesystem::path& file);

}  // namespace output
