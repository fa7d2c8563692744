#include "server/request.h"

#include <cstddef>
#include <cstdint>

namespace server {
namespace {

constexpr std::size_t longest_target = 4096;
constexpr std::size_t longest_parameter = 256;
constexpr std::size_t most_parameters = 16;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Bytes of the UTF-8 character that begins at `at`, 0 when there is none (RFC 3629: no surrogates, no long forms).
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return 0;
    std::uint32_t point = first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80u) return 0;
        point = point << 6 | (byte(at + i) & 0x3Fu);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < least[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return 0;
    return length;
}

bool is_clean_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = character_length(text, at);
        if (length == 0 || byte < 0x20 || byte == 0x7F) return false;
        at += length;
    }
    return true;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            result += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            result += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    if (!is_clean_text(result)) return std::nullopt;
    return result;
}

std::optional<Parameter> read_parameter(std::string_view text) {
    const auto equals = text.find('=');
    auto name = decoded(text.substr(0, equals), true);
    auto value = decoded(equals == text.npos ? std::string_view() : text.substr(equals + 1), true);
    if (!name || !value || name->size() > longest_parameter || value->size() > longest_parameter) return std::nullopt;
    return Parameter{*std::move(name), *std::move(value)};
}

}  // namespace

std::optional<Request> read_request(std::string_view method, std::string_view target) {
    if (target.empty() || target.front() != '/' || target.size() > longest_target) return std::nullopt;
    const auto question = target.find('?');
    auto path = decoded(target.substr(0, question), false);
    if (!path) return std::nullopt;
    Request request{std::string(method), *std::move(path), {}, {}};
    std::string_view query = question == target.npos ? std::string_view() : target.substr(question + 1);
    while (!query.empty()) {
        const auto end = query.find('&');
        if (const auto text = query.substr(0, end); !text.empty()) {
            auto parameter = read_parameter(text);
            if (!parameter || request.parameters.size() == most_parameters) return std::nullopt;
            request.parameters.push_back(*std::move(parameter));
        }
        query = end == query.npos ? std::string_view() : query.substr(end + 1);
    }
    return request;
}

}  // namespace server
