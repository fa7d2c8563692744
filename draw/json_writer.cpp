#include "draw/json_writer.h"

namespace draw {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

/// The letter of the two-character escape that canonical form uses; 0 when it uses none.
char escape_letter(char c) {
    switch (c) {
        case '"':
            return '"';
        case '\\':
            return '\\';
        case '\b':
            return 'b';
        case '\f':
            return 'f';
        case '\n':
            return 'n';
        case '\r':
            return 'r';
        case '\t':
            return 't';
        default:
            return 0;
    }
}

}  // namespace

void JsonWriter::separate() {
    if (json_.empty()) return;
    const char last = json_.back();
    if (last != '{' && last != '[' && last != ':') json_ += ',';
}

void JsonWriter::open(char bracket) {
    separate();
    json_ += bracket;
}

void JsonWriter::close(char bracket) {
    json_ += bracket;
}

void JsonWriter::quote(std::string_view text) {
    json_ += '"';
    for (const char c : text) {
        if (const char letter = escape_letter(c)) {
            json_ += '\\';
            json_ += letter;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json_ += "\\u00";
            json_ += digits[static_cast<unsigned char>(c) >> 4];
            json_ += digits[static_cast<unsigned char>(c) & 15];
        } else {
            json_ += c;
        }
    }
    json_ += '"';
}

void JsonWriter::member(std::string_view key) {
    separate();
    quote(key);
    json_ += ':';
}

void JsonWriter::integer(std::uint64_t value) {
    separate();
    json_ += std::to_string(value);
}

void JsonWriter::text(std::string_view text) {
    separate();
    quote(text);
}

void JsonWriter::integer(std::string_view key, std::uint64_t value) {
    member(key);
    integer(value);
}

void JsonWriter::text(std::string_view key, std::string_view value) {
    member(key);
    text(value);
}

void JsonWriter::digest(std::string_view key, const Digest& digest) {
    text(key, hex(digest));
}

void JsonWriter::salt(std::string_view key, const Salt& salt) {
    text(key, hex(salt));
}

}  // namespace draw
