#include "server/request.h"

#include <algorithm>
#include <cstddef>

#include "text/utf8.h"

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

bool is_clean_text(std::string_view bytes) {
    const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
    return text::is_utf8(bytes) && std::none_of(bytes.begin(), bytes.end(), is_control);
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
