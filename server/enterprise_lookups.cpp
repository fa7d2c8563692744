// Enterprises 检查对象: a list by name, code and area, and one with all that is known of it.
#include <nlohmann/json.hpp>

#include "records/public_json.h"
#include "server/enterprise_search.h"
#include "server/parameters.h"
#include "server/question.h"

namespace server {
namespace {

std::vector<records::PublicEnterprise> enterprises(records::PublicSite& site, const std::vector<EnterprisePlace>& found,
                                                   int at_most) {
    std::vector<records::PublicEnterprise> all;
    for (const EnterprisePlace& place : found) {
        if (all.size() == static_cast<std::size_t>(at_most)) break;
        if (auto enterprise = site.enterprise_of(place.object)) all.push_back(*std::move(enterprise));
    }
    return all;
}

}  // namespace

Reply list_enterprises(const Question& question) {
    Parameters asked(question.request, {"q", "area", "limit", "cursor"});
    const std::string written = asked.text("q", longest_query);
    const std::string area = asked.area("area");
    const int limit = asked.limit();
    const auto after = asked.cursor(enterprise_place);
    OpenedRelease& release = question.release;
    const EnterpriseQuery query = understand(release, written);
    if (!written.empty() && query.empty()) asked.fault("q", "没有可以查的字：括号、标点和空格不计。");
    if (query.words > most_words) asked.fault("q", "最多 " + std::to_string(most_words) + " 个词。");
    if (!asked.good()) return asked.refusal();
    const auto found = find_enterprises(release, query, area, after, limit + 1);
    if (!found) return problem_of("unavailable", "这次发布没有名称索引，暂时不能按名称或区划查。");
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (const records::PublicEnterprise& one : enterprises(release.site, *found, limit))
        items.push_back(records::json_of(one));
    std::optional<std::string> next;
    if (found->size() > static_cast<std::size_t>(limit))
        next = key_of_place((*found)[static_cast<std::size_t>(limit) - 1]);
    std::optional<std::int64_t> total;
    if (query.empty() && release.names)
        total = release.names->count(area);
    else if (!after && !next)
        total = static_cast<std::int64_t>(items.size());
    return list_reply(question.request, std::move(items), next, total);
}

Reply show_enterprise(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    const auto code = address_code(question.values[0]);
    if (!code) return bad_path("code", "代码只含数字与字母，最多 32 位。");
    if (auto body = record_body(question.release, records::address::enterprise(*code), "enterprise", *code))
        return json_reply(*std::move(body));
    if (const auto known = question.release.site.enterprise(*code); known && known->code != *code) {
        Reply moved;  // another code of an object that has its page under its permanent one
        moved.status = 308;
        moved.location = "./" + known->code;
        return moved;
    }
    return problem_of("not-found",
                      "公开数据中没有这个代码：它没有列入本站的名录，或者代码写得不对。这不代表任何检查结论。");
}

}  // namespace server
