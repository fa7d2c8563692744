#include "server/lookups.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "records/public_site.h"

namespace server {
namespace {

constexpr std::string_view enterprises = "/api/v1/enterprises/";

/// A code as it stands in addresses: digits, capital letters and the 'o' of objects without one. Bounded.
bool can_be_code(std::string_view code) {
    return !code.empty() && code.size() <= 32 && std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

}  // namespace

Lookups::Lookups(std::filesystem::path public_db) : file_(std::move(public_db)) {
    idle_.push_back(std::make_unique<records::PublicSite>(file_));
}
Lookups::~Lookups() = default;

Reply Lookups::answer(const Request& request) {
    if (request.path.starts_with(enterprises)) return enterprise(request, request.path.substr(enterprises.size()));
    return problem(404, "没有这个接口。可用的接口：/api/v1/enterprises/{统一社会信用代码}");
}

Reply Lookups::enterprise(const Request& request, std::string_view code) {
    if (!request.parameters.empty()) return problem(400, "这个接口没有查询参数。");
    if (!can_be_code(code)) return problem(400, "代码只含数字与字母，最多 32 位。");
    std::unique_ptr<records::PublicSite> site;
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            site = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!site) site = std::make_unique<records::PublicSite>(file_);
    std::optional<std::string> body = site->body("enterprise", code);
    {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(site));
    }
    if (!body) return problem(404, "公开数据中没有这个代码。未被抽中或未列入名录都会如此，不代表任何检查结论。");
    Reply reply;
    reply.content_type = "application/json";
    reply.body = *std::move(body);
    reply.etag = entity_tag(reply.body);
    return unless_held(request, std::move(reply));
}

}  // namespace server
