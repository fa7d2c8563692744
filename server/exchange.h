// One request and its answer as seen from outside: what is counted and logged. Never what was asked for.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

namespace server {

struct Exchange {
    std::string_view client;  // its address as text, truncated before it is written down
    std::string method;       // empty when the head was refused
    std::size_t route = 0;    // a number in `routes`
    int status = 0;
    bool refused = false;     // the head was refused before anybody read what it asks for
    std::uint64_t bytes = 0;  // of the body
    std::chrono::microseconds duration{0};
};

/// The network of an address: /24 of IPv4, /48 of IPv6 (also of IPv4 written as IPv6: /24); "" for what is none.
std::string network_of(std::string_view address);

/// One line of JSON with its end: at, client, method, route, status, bytes, ms. `now` is seconds since 1970.
std::string log_line(const Exchange& exchange, std::time_t now);

}  // namespace server
