// The first lines of an HTTP answer (RFC 9112 4), with the fields that protect whoever shows it. Pure.
#pragma once

#include <ctime>
#include <string>

#include "server/reply.h"

namespace server {

/// Status line and fields, the blank line included. `now` is seconds since 1970, for Date; `keep_alive`: the connection
/// stays open. Content-Length is that of the whole body, also when a HEAD request is answered and none is sent.
std::string reply_head(const Reply& reply, std::time_t now, bool keep_alive);

}  // namespace server
