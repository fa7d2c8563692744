// A made-up site of any size for measuring: enterprises of area 999901, which is nobody's, each with one to four
// results of one plan's tasks. The same number gives the same rows.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "records/public_site.h"
#include "text/codes.h"

namespace bench {

inline constexpr std::string_view area = "999901";
inline constexpr int tasks = 40;

/// 91 999901 <eight digits and their check character> <check character>, both right.
inline std::string code_of(std::int64_t number) {
    const std::string serial = fmt::format("D{:07}", number);
    std::string code = fmt::format("91{}{}", area, serial);
    code += *text::organisation_check_character(serial);
    code += *text::unified_check_character(code);
    return code;
}
inline std::string name_of(std::int64_t number) {
    return fmt::format("示例市第{}号演示商贸有限公司", number);
}
/// One to four: on the average two and a half.
inline int results_of(std::int64_t number) {
    return static_cast<int>(number % 4) + 1;
}
inline std::string day_of(std::int64_t number) {
    return fmt::format("2025-{:02}-{:02}", number % 11 + 1, number * 7 % 28 + 1);
}

struct Outcome {
    std::string_view code, words, follow_up;
    bool problem;
};
inline constexpr std::array<Outcome, 5> outcomes{{{"no_problem", "未发现问题", "", false},
                                                  {"no_problem", "未发现问题", "", false},
                                                  {"corrected", "发现问题已责令改正", "", true},
                                                  {"problem_pending", "发现问题待后续处理", "未完结", true},
                                                  {"unreachable", "通过登记的住所（经营场所）无法联系", "", true}}};
inline constexpr std::array<std::string_view, 4> items{"登记事项检查", "公示信息检查", "广告行为检查", "产品质量检查"};

inline records::PublicEnterprise enterprise_of(std::int64_t number) {
    records::PublicEnterprise enterprise;
    enterprise.object = number + 1;
    enterprise.code = code_of(number);
    enterprise.kind = "企业";
    enterprise.name = name_of(number);
    enterprise.area = area;
    enterprise.area_name = "示例市甲区";
    enterprise.trade = "批发业";
    enterprise.entity_type = "有限责任公司（自然人投资或控股）";
    enterprise.registered_on = fmt::format("20{:02}-03-0{}", number % 20, number % 9 + 1);
    enterprise.status = "存续";
    enterprise.authority = "示例市甲区市场监督管理局";
    enterprise.inspected = results_of(number);
    return enterprise;
}

inline records::PublicResult result_of(std::int64_t enterprise, std::int64_t id) {
    const Outcome& outcome = outcomes[static_cast<std::size_t>(id % static_cast<std::int64_t>(outcomes.size()))];
    records::PublicResult result;
    result.facts.id = id;
    result.facts.task = id % tasks + 1;
    result.facts.object = enterprise + 1;
    result.facts.department = 1;
    result.facts.item = items[static_cast<std::size_t>(id % static_cast<std::int64_t>(items.size()))];
    result.facts.codes = {std::string(outcome.code)};
    result.facts.outcome = outcome.words;
    result.facts.agency = "示例市甲区市场监督管理局";
    result.facts.methods = {"实地检查"};
    result.facts.inspected_on = result.facts.finished_on = result.facts.published_on = day_of(id);
    result.office = area;
    result.department = "甲区市场监管局";
    result.task_name = fmt::format("2025年度第{}项登记事项抽查", result.facts.task);
    result.plan_name = "示例市甲区2025年度抽查工作计划";
    result.object_code = code_of(enterprise);
    result.object_name = name_of(enterprise);
    result.plan = 1;
    result.year = 2025;
    result.problem_found = outcome.problem;
    result.follow_up_state = outcome.follow_up;
    return result;
}

/// Writes public.db; answers how many results it has.
inline std::int64_t write_public_db(const std::filesystem::path& file, std::int64_t enterprises) {
    records::PublicWriter writer(file);
    records::SiteFacts site;
    site.name = "示例市双随机、一公开";
    site.base_url = "https://example.invalid/";
    site.publisher = "示例市双随机办";
    site.address = "示例市甲区示例路1号";
    site.as_of = "2026-01-15";
    site.demo = true;
    site.publication = 1;
    writer.site(site);
    writer.office({std::string(area), "示例市甲区", "999900", "县", "示例市甲区双随机办"});
    writer.department({1, std::string(area), "甲区市场监管局"});
    records::PublicPlan plan;
    plan.plan = {1, std::string(area), {}, 2025, "示例市甲区2025年度抽查工作计划", "", true};
    writer.plan(plan);
    for (int number = 1; number <= tasks; ++number) {
        records::PublicTask task;
        task.id = number, task.plan = 1, task.office = area, task.year = 2025, task.state = "进行中";
        task.name = fmt::format("2025年度第{}项登记事项抽查", number);
        writer.task(task);
    }
    for (std::int64_t number = 0; number < enterprises; ++number) writer.enterprise(enterprise_of(number));
    std::int64_t id = 0;
    for (std::int64_t number = 0; number < enterprises; ++number)
        for (int i = 0; i < results_of(number); ++i) writer.result(result_of(number, ++id));
    writer.finish();
    return id;
}

}  // namespace bench
