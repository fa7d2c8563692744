// Cursors: where a page of a list ended, as an opaque text for the next request. It holds the key of the last row and a
// digest of what was asked, so that it cannot be used with other filters. It is no secret and grants nothing: whoever
// changes one gets another place in the same public list, or a refusal.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/request.h"

namespace server {

/// Base64url (RFC 4648 5, without padding) of 8 bytes of the SHA-256 over path and parameters but `cursor` and
/// `limit`, then the key.
std::string make_cursor(const Request& request, std::string_view key);
/// The key; nothing when the cursor was not made for these filters or is none at all.
std::optional<std::string> read_cursor(const Request& request, std::string_view cursor);

}  // namespace server
