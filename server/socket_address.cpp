#include "server/socket_address.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace server {
namespace {

constexpr int backlog = 1024;

bool set(int socket, int level, int option) {
    const int yes = 1;
    return setsockopt(socket, level, option, &yes, sizeof yes) == 0;
}

std::string text_of(const sockaddr_storage& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void* bytes = address.ss_family == AF_INET6
                            ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr)
                            : &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
    const char* written = inet_ntop(address.ss_family, bytes, text.data(), text.size());
    return written == nullptr ? "" : written;
}

}  // namespace

int listening_socket(const std::string& host, int port) {
    addrinfo wanted{};
    wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    // localhost: the IPv4 one, which is what proxies are told.
    wanted.ai_family = host == "localhost" ? AF_INET : AF_UNSPEC;
    if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found) != 0) return -1;
    const int result = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    bool good = result >= 0 && set(result, SOL_SOCKET, SO_REUSEADDR);
    if (good && found->ai_family == AF_INET6) good = set(result, IPPROTO_IPV6, IPV6_V6ONLY);
    good = good && ::bind(result, found->ai_addr, found->ai_addrlen) == 0 && listen(result, backlog) == 0;
    freeaddrinfo(found);
    if (good) return result;
    if (result >= 0) close(result);
    return -1;
}

int port_of(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return -1;
    return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(address).sin6_port
                                               : reinterpret_cast<sockaddr_in&>(address).sin_port);
}

Accepted accept_next(int listening) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    const int socket = accept4(listening, reinterpret_cast<sockaddr*>(&address), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0) return {};
    set(socket, IPPROTO_TCP, TCP_NODELAY);
    return {socket, text_of(address)};
}

bool is_this_machine(const std::string& address) {
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

}  // namespace server
