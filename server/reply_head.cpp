#include "server/reply_head.h"

#include <array>
#include <string_view>

namespace server {
namespace {

std::string date(std::time_t now) {  // RFC 9110 5.6.7
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    // The program never sets a locale, so the names are the English ones.
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

void add(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string reply_head(const Reply& reply, std::time_t now, bool keep_alive) {
    std::string head;
    head.reserve(640);
    head.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
    head.append(status_words(reply.status)).append("\r\n");
    add(head, "Date", date(now));
    if (reply.status != 204 && reply.status != 304) {
        const std::uint64_t length = reply.file.empty() ? reply.body.size() : reply.file_size;
        add(head, "Content-Length", std::to_string(length));
        if (!reply.content_type.empty()) add(head, "Content-Type", reply.content_type);
    }
    if (!reply.etag.empty()) add(head, "ETag", reply.etag);
    if (!reply.location.empty()) add(head, "Location", reply.location);
    if (reply.status == 405 || reply.status == 204) add(head, "Allow", allowed_methods);
    if (reply.fields.find("Cache-Control:") == std::string::npos) add(head, "Cache-Control", "no-cache");
    head.append(reply.fields);
    head.append(
        "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
        "Content-Security-Policy: default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'\r\n");
    head.append(keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    return head;
}

}  // namespace server
