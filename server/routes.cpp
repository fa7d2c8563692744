#include "server/routes.h"

namespace server {
namespace {

/// Cuts the part before the next slash off.
std::string_view next_part(std::string_view& rest) {
    const auto slash = rest.find('/');
    const auto part = rest.substr(0, slash);
    rest = slash == rest.npos ? std::string_view() : rest.substr(slash + 1);
    return part;
}

bool matches(std::string_view route, std::string_view path) {
    if (route.find('{') == route.npos) return route == path;
    while (!route.empty() && !path.empty()) {
        const auto wanted = next_part(route), part = next_part(path);
        if (wanted != part && (wanted != "{}" || part.empty())) return false;
    }
    return route.empty() && path.empty();
}

}  // namespace

std::size_t route_of(std::string_view path) {
    for (std::size_t route = 0; route + 1 < routes.size(); ++route)
        if (matches(routes[route], path)) return route;
    return routes.size() - 1;
}

}  // namespace server
