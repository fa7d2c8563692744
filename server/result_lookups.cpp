// Results 抽查检查结果: one list with filters, last published first.
#include <nlohmann/json.hpp>

#include "records/public_json.h"
#include "records/result_codes.h"
#include "server/parameters.h"
#include "server/question.h"
#include "text/date.h"

namespace server {
namespace {

using Place = records::PublicSite::ResultPlace;

std::string key_of(const records::PublicResult& result) {
    return result.facts.published_on + ":" + std::to_string(result.facts.id);
}

std::optional<Place> place_of(std::string_view key) {
    const std::size_t colon = key.find(':');
    if (colon == key.npos) return std::nullopt;
    const auto id = address_number(key.substr(colon + 1));
    const std::string_view date = key.substr(0, colon);
    if (!id || !(date.empty() || text::parse_iso(date))) return std::nullopt;
    return Place{std::string(date), *id};
}

std::vector<std::string_view> outcomes() {
    std::vector<std::string_view> codes;
    for (const records::ResultCode& code : records::result_codes()) codes.push_back(code.code);
    return codes;
}

}  // namespace

Reply list_results(const Question& question) {
    Parameters asked(question.request,
                     {"code", "office", "department", "task", "plan", "outcome", "from", "to", "limit", "cursor"});
    records::PublicSite::ResultQuery query;
    const std::string code = asked.code("code");
    query.area = asked.area("office");
    query.department = asked.number("department");
    query.task = asked.number("task");
    query.plan = asked.number("plan");
    query.outcome = asked.word_of("outcome", outcomes());
    query.from = asked.date("from"), query.to = asked.date("to");
    if (!query.from.empty() && !query.to.empty() && query.from > query.to)
        asked.fault("from", "起始日期 from 晚于截止日期 to。");
    const int limit = asked.limit();
    const auto after = asked.cursor(place_of);
    if (!asked.good()) return asked.refusal();
    records::PublicSite& site = question.release.site;
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    if (!code.empty()) {
        const auto enterprise = site.enterprise(code);
        if (!enterprise) return list_reply(question.request, std::move(items), {}, 0);
        query.object = enterprise->object;
    }
    const auto results = site.results(query, after, limit + 1);
    for (const records::PublicResult& result : results)
        if (items.size() < static_cast<std::size_t>(limit)) items.push_back(records::json_of(result));
    std::optional<std::string> next;
    if (items.size() < results.size()) next = key_of(results[items.size() - 1]);
    const bool whole = !after && !next;
    const auto total = whole ? std::optional<std::int64_t>(items.size()) : std::nullopt;
    return list_reply(question.request, std::move(items), next, total);
}

Reply show_result(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    const auto id = address_number(question.values[0]);
    if (!id) return bad_path("id", "永久编号是从 1 开始的整数，没有前导零。");
    if (auto body = record_body(question.release, records::address::result(*id), "result", question.values[0]))
        return json_reply(*std::move(body));
    return problem_of("not-found", "公开数据中没有这个编号的检查结果。");
}

}  // namespace server
