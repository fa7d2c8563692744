#include "server/question.h"

#include <nlohmann/json.hpp>

#include "records/public_json.h"
#include "server/cursor.h"
#include "server/parameters.h"

namespace server {
namespace {

/// The query of a request with another cursor, percent-encoded byte by byte.
std::string query_with(const Request& request, std::string_view cursor) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        query += query.empty() ? '?' : '&';
        query.append(name) += '=';
        for (const char c : value) {
            const auto byte = static_cast<unsigned char>(c);
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                               c == '.' || c == '_' || c == '~';
            if (plain)
                query += c;
            else
                query += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    };
    for (const Parameter& one : request.parameters)
        if (one.name != "cursor") add(one.name, one.value);
    add("cursor", cursor);
    return query;
}

}  // namespace

Reply json_reply(std::string text) {
    Reply reply;
    reply.content_type = "application/json";
    reply.body = std::move(text);
    reply.etag = entity_tag(reply.body);
    return reply;
}

Reply list_reply(const Request& request, nlohmann::ordered_json items, const std::optional<std::string>& next,
                 std::optional<std::int64_t> total) {
    nlohmann::ordered_json list{{"items", std::move(items)}, {"next", nullptr}, {"total", nullptr}};
    if (total) list["total"] = *total;
    if (!next) return json_reply(records::json_text(list));
    const std::string cursor = make_cursor(request, *next);
    list["next"] = cursor;
    Reply reply = json_reply(records::json_text(list));
    reply.fields.push_back(
        {"Link", "<" + query_with(request, cursor) + ">; rel=\"next\""});  // percent-encoded throughout
    return reply;
}

std::optional<std::string> record_body(OpenedRelease& release, const std::string& address, std::string_view kind,
                                       std::string_view key) {
    constexpr std::size_t largest_twin = 64 << 20;  // bytes: what a cell of public.db may hold
    if (auto twin = release.folder.bytes(records::address::json_twin(address), largest_twin)) return twin;
    return release.site.body(kind, key);
}

std::optional<Reply> refuse_parameters(const Request& request) {
    const Parameters parameters(request, {});
    return parameters.good() ? std::nullopt : std::optional(parameters.refusal());
}

}  // namespace server
