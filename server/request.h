// What a client asks, as a value: method, decoded path, decoded parameters. Knows neither sockets nor an HTTP library;
// whoever holds a Request may rely on it being bounded, valid UTF-8 and free of control characters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

struct Parameter {
    std::string name, value;  // at most 256 bytes each
};

struct Request {
    std::string method;                 // GET, HEAD or OPTIONS
    std::string path;                   // begins with '/', percent-decoded
    std::vector<Parameter> parameters;  // in the order given, at most 16
    std::string if_none_match;          // the header as sent, empty: none
    bool direct = false;                // from a program on this machine, not through a proxy
};

/// Splits and decodes a request target of origin form (RFC 9112 3.2.1), at most 4096 bytes; '+' is a space in the
/// query only. Nothing when it is malformed: broken percent escapes, invalid UTF-8, control characters, a parameter
/// that is too long or one too many.
std::optional<Request> read_request(std::string_view method, std::string_view target);

}  // namespace server
