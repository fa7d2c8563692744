// Draws 抽取: the list, one draw, and the thirteen checks of a committed one, run over its public files at publish.
#include <limits>
#include <nlohmann/json.hpp>

#include "records/public_json.h"
#include "server/parameters.h"
#include "server/question.h"

namespace server {

Reply list_draws(const Question& question) {
    Parameters asked(question.request, {"office", "task", "limit", "cursor"});
    const std::string office = asked.area("office");
    const records::Id task = asked.number("task");
    const int limit = asked.limit();
    const auto after = asked.cursor(address_number);
    if (!asked.good()) return asked.refusal();
    records::PublicSite& site = question.release.site;
    const auto draws =
        site.draws_before(after.value_or(std::numeric_limits<records::Id>::max()), office, task, limit + 1);
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (const records::PublicDraw& draw : draws)
        if (items.size() < static_cast<std::size_t>(limit)) items.push_back(records::json_of(draw));
    std::optional<std::string> next;
    if (items.size() < draws.size()) next = std::to_string(draws[items.size() - 1].draw.draw);
    return list_reply(question.request, std::move(items), next, site.count_draws(office, task));
}

Reply show_draw(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    const auto id = address_number(question.values[0]);
    if (!id) return bad_path("id", "永久编号是从 1 开始的整数，没有前导零。");
    if (auto body = record_body(question.release, records::address::draw(*id), "draw", question.values[0]))
        return json_reply(*std::move(body));
    return problem_of("not-found", "公开数据中没有这个编号的抽取。");
}

Reply show_checks(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    const auto id = address_number(question.values[0]);
    if (!id) return bad_path("id", "永久编号是从 1 开始的整数，没有前导零。");
    constexpr std::size_t largest_report = 1 << 20;
    if (auto report = question.release.folder.bytes(records::address::draw_checks(*id), largest_report))
        return json_reply(*std::move(report));
    if (question.release.site.committed_draw(*id))
        return problem_of("unavailable", "这次发布没有带上核验结果。请下载核验包自己核验。");
    if (question.release.site.draw(*id))
        return problem_of("not-found", "这次抽取没有事先承诺，不能核验，所以没有核验结果。");
    return problem_of("not-found", "公开数据中没有这个编号的抽取。");
}

}  // namespace server
