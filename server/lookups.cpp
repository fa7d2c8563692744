#include "server/lookups.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "records/errors.h"
#include "server/question.h"

namespace server {
namespace {

constexpr std::string_view root = "/api/v1";
constexpr std::chrono::milliseconds time_for_queries{100};

struct Operation {
    std::string_view path;  // below root; {…} stands for one part of an address
    Reply (*answer)(const Question&);
};
constexpr std::array operations{
    Operation{"/enterprises", list_enterprises},
    Operation{"/enterprises/{code}", show_enterprise},
    Operation{"/results", list_results},
    Operation{"/results/{id}", show_result},
    Operation{"/plans", list_plans},
    Operation{"/plans/{id}", show_plan},
    Operation{"/plans/{id}/editions/{n}", show_edition},
    Operation{"/tasks/{id}", show_task},
    Operation{"/draws", list_draws},
    Operation{"/draws/{id}", show_draw},
    Operation{"/draws/{id}/checks", show_checks},
    Operation{"/draws/{id}/objects/{code}", show_draw_object},
    Operation{"/releases", list_releases},
    Operation{"/openapi.json", show_openapi},
};

std::string_view next_part(std::string_view& path) {
    const std::size_t slash = path.find('/', 1);
    const std::string_view part = path.substr(1, slash == path.npos ? path.npos : slash - 1);
    path = slash == path.npos ? std::string_view() : path.substr(slash);
    return part;
}

/// What stands for each {…} of a pattern; nothing when the path is another one.
std::optional<std::vector<std::string>> values_of(std::string_view pattern, std::string_view path) {
    std::vector<std::string> values;
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = next_part(pattern), given = next_part(path);
        if (wanted.starts_with('{'))
            values.emplace_back(given);
        else if (wanted != given)
            return std::nullopt;
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return values;
}

Reply answered(const Request& request, OpenedRelease& release) {
    const std::string_view path = std::string_view(request.path).substr(std::min(root.size(), request.path.size()));
    if (request.path.starts_with(root) && path.starts_with('/'))
        for (const Operation& operation : operations)
            if (auto values = values_of(operation.path, path))
                return operation.answer({request, release, *std::move(values)});
    return problem_of("no-such-operation", "没有这个接口。全部接口见 /api/v1/openapi.json 和本站的 api/ 页。");
}

}  // namespace

void allow_queries(OpenedRelease& release) {
    release.site.allow(time_for_queries);
    if (release.names) release.names->allow(time_for_queries);
}

std::vector<std::string_view> operation_paths() {
    std::vector<std::string_view> paths;
    for (const Operation& operation : operations) paths.push_back(operation.path);
    return paths;
}

Reply Lookups::answer(const Request& request) {
    const CurrentRelease::Taken release = release_.take();
    allow_queries(*release);
    Reply reply;
    try {
        reply = answered(request, *release);
    } catch (const records::TookTooLong&) {
        reply = problem_of("took-too-long", "查询用时过长，已停止。请加条件缩小范围（如 office、plan），或稍后再试。");
    }
    if (reply.status >= 400) return with_base(std::move(reply), release->base_url);
    reply.fields.push_back({"Cache-Control", "public, max-age=60, stale-while-revalidate=600"});
    return unless_held(request, std::move(reply));
}

}  // namespace server
