// What is answered, as a value; and the replies that every handler shares. Knows no sockets and no HTTP library.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "server/request.h"

namespace server {

struct Field {
    std::string name, value;
};

struct Reply {
    int status = 200;
    std::string content_type;
    std::string body;
    std::string etag;           // with its quotes, empty: none
    std::string location;       // of a redirect
    std::vector<Field> fields;  // more header fields: made by us of nothing that a client sent
    /// A file too large for memory is named instead of read; then `body` is empty and `file_size` its length in bytes.
    std::filesystem::path file;
    std::uint64_t file_size = 0;
};

/// The methods there are, for the Allow header.
inline constexpr std::string_view allowed_methods = "GET, HEAD, OPTIONS";

/// An error as application/problem+json of the kind that its status means (problem.h). `detail` is one Chinese
/// sentence: what is wrong and what to do.
Reply problem(int status, std::string_view detail);

/// A strong entity tag of the bytes: half of their SHA-256.
std::string entity_tag(std::string_view bytes);

/// The reply itself, or 304 without body when the client already holds these bytes (RFC 9110 13.1.2).
Reply unless_held(const Request& request, Reply reply);

}  // namespace server
