// The encodings of docs/draw-protocol.md, section 2, that everything hashed is written in: length-prefixed parts, hex,
// decimal. It knows bytes, not what they mean.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "draw/hash.h"

namespace draw {

using Salt = std::array<unsigned char, 16>;  ///< 随机盐

/// The bytes themselves, as they are hashed; valid as long as the array.
template <std::size_t size>
std::string_view bytes_of(const std::array<unsigned char, size>& array) {
    return {reinterpret_cast<const char*>(array.data()), size};
}
inline std::string_view bytes_of(std::string_view text) {
    return text;
}

/// Appends lp(part): its length as four bytes, most significant first, and the part.
inline void append_part(std::string& to, std::string_view part) {
    const auto size = static_cast<std::uint32_t>(part.size());
    const std::array length = {static_cast<char>(size >> 24), static_cast<char>(size >> 16 & 0xFF),
                               static_cast<char>(size >> 8 & 0xFF), static_cast<char>(size & 0xFF)};
    to.append(length.data(), length.size());
    to += part;
}

/// E(a, b, …): the parts (texts, digests, salts) one after the other, each with its length.
template <typename... Parts>
std::string encoded(const Parts&... parts) {
    std::string bytes;
    bytes.reserve((... + (4 + bytes_of(parts).size())));
    (append_part(bytes, bytes_of(parts)), ...);
    return bytes;
}

/// T(tag, …) = SHA-256(E(tag, …)).
template <typename... Parts>
Digest tagged(std::string_view tag, const Parts&... parts) {
    return sha256(encoded(tag, parts...));
}

/// Lower-case hex, two digits a byte.
std::string hex(std::string_view bytes);
template <std::size_t size>
std::string hex(const std::array<unsigned char, size>& array) {
    return hex(bytes_of(array));
}

/// The bytes of lower-case hex of any even length; nothing when it is something else.
std::optional<std::string> unhex(std::string_view digits);

/// The array of exactly so many bytes; nothing when they are more or less: `array_of<Digest>(bytes)`.
template <typename Array>
std::optional<Array> array_of(std::string_view bytes) {
    Array array{};
    if (bytes.size() != array.size()) return std::nullopt;
    for (std::size_t i = 0; i < array.size(); ++i) array[i] = static_cast<unsigned char>(bytes[i]);
    return array;
}

/// The array of exactly so many lower-case hex digits; nothing when it is something else: `unhex_as<Digest>(text)`.
template <typename Array>
std::optional<Array> unhex_as(std::string_view digits) {
    const std::optional<std::string> bytes = unhex(digits);
    return bytes ? array_of<Array>(*bytes) : std::nullopt;
}

}  // namespace draw
