#include "server/cursor.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace server {
namespace {

constexpr std::size_t digest_bytes = 8;
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encoded(std::string_view bytes) {
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = held << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6) text += alphabet[held >> (bits - 6) & 63];
    }
    if (bits > 0) text += alphabet[held << (6 - bits) & 63];
    return text;
}

/// Nothing unless the text is exactly what encoded() writes.
std::optional<std::string> decoded(std::string_view text) {
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : text) {
        const std::size_t value = alphabet.find(c);
        if (value == alphabet.npos) return std::nullopt;
        held = held << 6 | static_cast<std::uint32_t>(value);
        if (bits += 6; bits >= 8) bytes += static_cast<char>(held >> (bits -= 8) & 255);
    }
    if (encoded(bytes) != text) return std::nullopt;
    return bytes;
}

/// What was asked, whatever the order of the parameters: each text with its length, so that no two requests are alike.
std::string digest(const Request& request) {
    std::vector<const Parameter*> filters;
    for (const Parameter& one : request.parameters)
        if (one.name != "cursor" && one.name != "limit") filters.push_back(&one);
    std::sort(filters.begin(), filters.end(), [](const Parameter* a, const Parameter* b) { return a->name < b->name; });
    std::string asked;
    const auto add = [&](const std::string& part) { asked += std::to_string(part.size()) + ":" + part; };
    add(request.path);
    for (const Parameter* one : filters) add(one->name), add(one->value);
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<const unsigned char*>(asked.data()), asked.size(), hash.data());
    return std::string(hash.begin(), hash.begin() + digest_bytes);
}

}  // namespace

std::string make_cursor(const Request& request, std::string_view key) {
    return encoded(digest(request).append(key));
}

std::optional<std::string> read_cursor(const Request& request, std::string_view cursor) {
    const std::optional<std::string> bytes = decoded(cursor);
    if (!bytes || bytes->size() <= digest_bytes || !bytes->starts_with(digest(request))) return std::nullopt;
    return bytes->substr(digest_bytes);
}

}  // namespace server
