// Plans 年度抽查工作计划 with their editions, and tasks 抽查任务.
#include <nlohmann/json.hpp>

#include "records/public_json.h"
#include "server/parameters.h"
#include "server/question.h"

namespace server {

Reply list_plans(const Question& question) {
    Parameters asked(question.request, {"office", "year", "limit", "cursor"});
    const std::string office = asked.area("office");
    const int year = asked.year("year"), limit = asked.limit();
    const auto after = asked.cursor(address_number);
    if (!asked.good()) return asked.refusal();
    records::PublicSite& site = question.release.site;
    const auto plans = site.plans_after(after.value_or(0), office, year, limit + 1);
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    std::optional<std::string> next;
    for (const records::PublicPlan& plan : plans) {
        if (items.size() == static_cast<std::size_t>(limit)) {
            next = std::to_string(plans[items.size() - 1].plan.id);
            break;
        }
        items.push_back(records::json_of(plan));
    }
    return list_reply(question.request, std::move(items), next, site.count_plans(office, year));
}

namespace {

Reply record(const Question& question, const std::string& address, std::string_view kind, const std::string& key,
             std::string_view missing) {
    if (auto body = record_body(question.release, address, kind, key)) return json_reply(*std::move(body));
    return problem_of("not-found", missing);
}

Reply not_a_number(std::string_view name) {
    return bad_path(name, "永久编号是从 1 开始的整数，没有前导零。");
}

}  // namespace

Reply show_plan(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    const auto id = address_number(question.values[0]);
    if (!id) return not_a_number("id");
    return record(question, records::address::plan(*id), "plan", question.values[0], "公开数据中没有这个编号的计划。");
}

Reply show_edition(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    const auto id = address_number(question.values[0]);
    const std::string& written = question.values[1];
    const auto number = written == "0" ? std::optional<std::int64_t>(0) : address_number(written);
    if (!id) return not_a_number("id");
    if (!number || *number > 100'000) return bad_path("n", "版次是从 0 开始的整数：0 是原计划，1 是第一次调整。");
    return record(question, records::address::plan_edition(*id, static_cast<int>(*number)), "plan_edition",
                  question.values[0] + "/" + written, "公开数据中没有这个计划或这个版次。");
}

Reply show_task(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    const auto id = address_number(question.values[0]);
    if (!id) return not_a_number("id");
    return record(question, records::address::task(*id), "task", question.values[0], "公开数据中没有这个编号的任务。");
}

}  // namespace server
