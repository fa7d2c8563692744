#include "server/exchange.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/routes.h"

namespace server {

std::string network_of(std::string_view address) {
    const std::string text(address);
    std::array<char, INET6_ADDRSTRLEN> written{};
    in6_addr six{};
    in_addr four{};
    if (inet_pton(AF_INET6, text.c_str(), &six) == 1) {
        if (!IN6_IS_ADDR_V4MAPPED(&six)) {
            std::fill(six.s6_addr + 6, six.s6_addr + 16, 0);
            return std::string(inet_ntop(AF_INET6, &six, written.data(), written.size())) + "/48";
        }
        std::copy(six.s6_addr + 12, six.s6_addr + 16, reinterpret_cast<unsigned char*>(&four.s_addr));
    } else if (inet_pton(AF_INET, text.c_str(), &four) != 1) {
        return "";
    }
    four.s_addr &= htonl(0xFFFFFF00);
    return std::string(inet_ntop(AF_INET, &four, written.data(), written.size())) + "/24";
}

std::string log_line(const Exchange& exchange, std::time_t now) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> at{};
    const std::size_t length = std::strftime(at.data(), at.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    const std::string_view route = exchange.refused ? "refused" : routes[exchange.route];
    // Every value is ours: an address we have parsed, a method we know, a route of the table.
    return fmt::format(R"({{"at":"{}","client":"{}","method":"{}","route":"{}","status":{},"bytes":{},"ms":{:.3f}}})"
                       "\n",
                       std::string_view(at.data(), length), network_of(exchange.client), exchange.method, route,
                       exchange.status, exchange.bytes, static_cast<double>(exchange.duration.count()) / 1000);
}

}  // namespace server
