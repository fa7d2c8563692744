// The first lines of an HTTP request, judged before any library sees them. What cannot be harmless is refused (bodies,
// floods, two meanings); of the rest only the few header fields that we use are passed on. So the known faults of the
// HTTP library in front of bodies, ranges, compression and shadowed headers cannot be reached. Pure; knows no sockets.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace server {

inline constexpr std::size_t longest_head = 16 * 1024;  // bytes
inline constexpr std::size_t most_header_lines = 64;

/// The length in bytes of the head with which `bytes` begins, its blank line included; nothing while incomplete.
/// Looks no further than longest_head, and not again at the first `seen` bytes.
std::optional<std::size_t> head_length(std::string_view bytes, std::size_t seen = 0);

struct JudgedHead {
    int refused = 0;           // status to refuse it with, 0: accepted
    std::string_view refusal;  // one Chinese sentence
    // Accepted:
    std::string head;          // request line and the fields we use, ready for the library
    std::string_view real_ip;  // X-Real-IP as sent, to be believed of our own proxy only; empty: none
    bool forwarded = false;    // a proxy says that it passes this on
    bool keep_alive = false;   // the client may send another request on this connection
};

/// Judges one complete head (RFC 9112). Refuses with 400 what is malformed or has two meanings (bare CR or LF, folded
/// lines, space before a colon, no or two Host, a target that is no path), 405 other methods, 413 anything that
/// announces a body, 414 an address over 4096 bytes, 417 Expect, 431 too many lines, 505 other versions than HTTP/1.0
/// and 1.1.
JudgedHead judge_head(std::string_view head);

}  // namespace server
