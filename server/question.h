// What every handler of the interface gets, and how its answers are put together. One file for each group of resources
// defines its handlers; lookups.cpp says which address leads to which.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/current_release.h"
#include "server/problem.h"
#include "server/reply.h"
#include "server/request.h"

namespace server {

/// One request, and the release it is answered from.
struct Question {
    const Request& request;
    OpenedRelease& release;
    std::vector<std::string> values;  // what stands in the address for {code}, {id} …
};

/// A JSON text as it stands, with its entity tag.
Reply json_reply(std::string text);

/// One page of a list: {"items","next","total"} and Link: rel="next" (RFC 8288). `next`: the key of the last item when
/// more follow. `total` when it is known.
Reply list_reply(const Request& request, nlohmann::ordered_json items, const std::optional<std::string>& next,
                 std::optional<std::int64_t> total);

/// A record's body: the bytes of its static twin at `address`, else of PublicSite::body.
std::optional<std::string> record_body(OpenedRelease& release, const std::string& address, std::string_view kind,
                                       std::string_view key);

/// 400 when there is any query parameter, else nothing.
std::optional<Reply> refuse_parameters(const Request& request);

// Enterprises (enterprise_lookups.cpp).
Reply list_enterprises(const Question& question);
Reply show_enterprise(const Question& question);
// Results (result_lookups.cpp).
Reply list_results(const Question& question);
Reply show_result(const Question& question);
// Plans, their editions, tasks (plan_lookups.cpp).
Reply list_plans(const Question& question);
Reply show_plan(const Question& question);
Reply show_edition(const Question& question);
Reply show_task(const Question& question);
// Draws (draw_lookups.cpp); whether and how an object stood in one (draw_object_lookup.cpp).
Reply list_draws(const Question& question);
Reply show_draw(const Question& question);
Reply show_checks(const Question& question);
Reply show_draw_object(const Question& question);
// Releases and the interface's own description (release_lookups.cpp).
Reply list_releases(const Question& question);
Reply show_openapi(const Question& question);

}  // namespace server
