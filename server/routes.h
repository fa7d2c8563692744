// The kinds of addresses there are, for counting and for the log: a kind never tells what was asked for. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace server {

/// {} stands for one part of a path. The last one is everything else.
inline constexpr std::array<std::string_view, 18> routes{
    "/api/v1/enterprises",
    "/api/v1/enterprises/{}",
    "/api/v1/results",
    "/api/v1/results/{}",
    "/api/v1/plans",
    "/api/v1/plans/{}",
    "/api/v1/plans/{}/editions/{}",
    "/api/v1/tasks/{}",
    "/api/v1/draws",
    "/api/v1/draws/{}",
    "/api/v1/draws/{}/objects/{}",
    "/api/v1/draws/{}/checks",
    "/api/v1/releases",
    "/api/v1/openapi.json",
    "/search/",
    "/healthz",
    "/metrics",
    "other",
};

/// The number of the route that a decoded path belongs to.
std::size_t route_of(std::string_view path);

}  // namespace server
