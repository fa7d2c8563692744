#include "server/problem.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace server {
namespace {

constexpr std::array kinds{
    ProblemKind{"invalid-parameters", 400, "参数有误"},
    ProblemKind{"malformed-request", 400, "请求格式有误"},
    ProblemKind{"not-found", 404, "没有找到"},
    ProblemKind{"no-such-operation", 404, "没有这个接口"},
    ProblemKind{"method-not-allowed", 405, "方法不支持"},
    ProblemKind{"request-refused", 413, "请求超出限度"},
    ProblemKind{"internal-error", 500, "服务内部出错"},
    ProblemKind{"unavailable", 503, "暂时不能回答"},
    ProblemKind{"took-too-long", 503, "查询时间过长"},
};

constexpr std::string_view types = "/api/problems/#";
constexpr std::string_view head = "{\"type\":\"";

const ProblemKind& kind_of_status(int status) {
    const auto of = [&](int wanted) {
        return std::find_if(kinds.begin(), kinds.end(), [&](const ProblemKind& kind) { return kind.status == wanted; });
    };
    if (status == 400) return kinds[1];  // without a list of faults it is the form that is wrong
    if (const auto found = of(status); found != kinds.end()) return *found;
    return status < 500 || status == 505 ? *of(413) : *of(500);
}

Reply made(const ProblemKind& kind, int status, std::string_view detail, const std::vector<Fault>& errors) {
    nlohmann::ordered_json body = {
        {"type", std::string(types).append(kind.name)}, {"title", kind.title}, {"status", status}, {"detail", detail}};
    for (const Fault& fault : errors)
        body["errors"].push_back(nlohmann::ordered_json{{"parameter", fault.parameter}, {"detail", fault.detail}});
    Reply reply;
    reply.status = status;
    reply.content_type = "application/problem+json";
    reply.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    reply.fields.push_back({"Cache-Control", "no-store"});
    if (status == 503) reply.fields.push_back({"Retry-After", "1"});
    return reply;
}

}  // namespace

std::span<const ProblemKind> problem_kinds() {
    return kinds;
}

Reply problem(int status, std::string_view detail) {
    return made(kind_of_status(status), status, detail, {});
}

Reply problem_of(std::string_view name, std::string_view detail, const std::vector<Fault>& errors) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const ProblemKind& kind) { return kind.name == name; });
    const ProblemKind& kind = found == kinds.end() ? kind_of_status(500) : *found;
    return made(kind, kind.status, detail, errors);
}

Reply with_base(Reply reply, std::string_view base) {
    const std::string expected = std::string(head).append(types);
    if (base.empty() || reply.content_type != "application/problem+json" || !reply.body.starts_with(expected))
        return reply;
    std::string site(base);
    if (!site.ends_with('/')) site += '/';
    const std::string quoted = nlohmann::json(site).dump();  // with its quotes
    reply.body.replace(0, head.size() + 1, std::string(head).append(quoted, 1, quoted.size() - 2));
    return reply;
}

}  // namespace server
