// Sockets that listen, and who is on the other side of an accepted one.
#pragma once

#include <string>

namespace server {

/// A TCP socket listening on this address (IPv4, IPv6 or localhost) that does not block; -1 when it cannot. Port 0
/// takes a free one. Nobody else can listen on the same port.
int listening_socket(const std::string& host, int port);
/// The port that a listening socket has.
int port_of(int socket);

struct Accepted {
    int socket = -1;   // does not block; -1: nobody is there any more
    std::string peer;  // its address as text, empty when unknown
};
/// The next client of a listening socket.
Accepted accept_next(int listening);

/// Whether an address is of this machine itself: 127.0.0.0/8, ::1, or the former written as IPv6.
bool is_this_machine(const std::string& address);

}  // namespace server
