#include "text/utf8.h"

namespace text {
namespace {

// What may follow a lead byte: how many continuation bytes and the range of the first one (Unicode 15, table 3-7).
struct Lead {
    std::size_t continuations = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    unsigned char bits = 0;
};

std::optional<Lead> lead(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return Lead{1, 0x80, 0xBF, static_cast<unsigned char>(byte & 0x1F)};
    if (byte == 0xE0) return Lead{2, 0xA0, 0xBF, 0};
    if (byte == 0xED) return Lead{2, 0x80, 0x9F, 0x0D};
    if (byte >= 0xE1 && byte <= 0xEF) return Lead{2, 0x80, 0xBF, static_cast<unsigned char>(byte & 0x0F)};
    if (byte == 0xF0) return Lead{3, 0x90, 0xBF, 0};
    if (byte >= 0xF1 && byte <= 0xF3) return Lead{3, 0x80, 0xBF, static_cast<unsigned char>(byte & 0x07)};
    if (byte == 0xF4) return Lead{3, 0x80, 0x8F, 4};
    return std::nullopt;
}

}  // namespace

Decoded decode_at(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) return {};
    const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(bytes[offset]); };
    if (byte(at) < 0x80) return {byte(at), 1, true};
    const std::optional<Lead> form = lead(byte(at));
    if (!form) return {replacement_character, 1, false};
    char32_t code_point = form->bits;
    for (std::size_t i = 1; i <= form->continuations; ++i) {
        const unsigned char low = i == 1 ? form->low : 0x80;
        const unsigned char high = i == 1 ? form->high : 0xBF;
        if (at + i >= bytes.size() || byte(at + i) < low || byte(at + i) > high)
            return {replacement_character, i, false};
        code_point = (code_point << 6) | (byte(at + i) & 0x3FU);
    }
    return {code_point, form->continuations + 1, true};
}

std::optional<std::size_t> first_invalid_byte(std::string_view bytes, Nul nul) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded next = decode_at(bytes, at);
        if (!next.valid || (next.code_point == 0 && nul == Nul::refused)) return at;
        at += next.length;
    }
    return std::nullopt;
}

bool is_utf8(std::string_view bytes, Nul nul) {
    return !first_invalid_byte(bytes, nul).has_value();
}

std::u32string decode(std::string_view bytes) {
    std::u32string code_points;
    code_points.reserve(bytes.size() / 2);
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded next = decode_at(bytes, at);
        code_points.push_back(next.code_point);
        at += next.length;
    }
    return code_points;
}

void append(std::string& to, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = replacement_character;
    const auto put = [&](char32_t byte) { to.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) return put(code_point);
    if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
    } else {
        if (code_point < 0x10000) {
            put(0xE0 | (code_point >> 12));
        } else {
            put(0xF0 | (code_point >> 18));
            put(0x80 | ((code_point >> 12) & 0x3F));
        }
        put(0x80 | ((code_point >> 6) & 0x3F));
    }
    put(0x80 | (code_point & 0x3F));
}

std::string encode(std::u32string_view code_points) {
    std::string bytes;
    bytes.reserve(code_points.size() * 3);
    for (const char32_t code_point : code_points) append(bytes, code_point);
    return bytes;
}

std::size_t count_code_points(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size(); ++count) at += decode_at(bytes, at).length;
    return count;
}

std::string_view truncate(std::string_view bytes, std::size_t limit) {
    std::size_t at = 0;
    for (std::size_t count = 0; count < limit && at < bytes.size(); ++count) at += decode_at(bytes, at).length;
    return bytes.substr(0, at);
}

std::string made_valid(std::string_view bytes) {
    std::string valid;
    valid.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded next = decode_at(bytes, at);
        if (next.valid)
            valid.append(bytes.substr(at, next.length));
        else
            append(valid, replacement_character);
        at += next.length;
    }
    return valid;
}

}  // namespace text
