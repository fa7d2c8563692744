// 统计: a few charts with their figures, each figure leading to its rows, and what each figure counts.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "generator/pages/chart.h"
#include "generator/pages/kinds.h"
#include "generator/pages/result_kinds.h"
#include "generator/pages/table.h"
#include "generator/pages/tasks.h"

namespace pages {
namespace {

constexpr std::ptrdiff_t months_shown = 24;

std::vector<Bar> drawn_by_office(const Site& site, records::PublicSite& records) {
    std::vector<Bar> bars;
    for (const records::Office& office : site.offices)
        bars.push_back(
            {office.name, records.totals(office.area, 0).drawn, records::address::office(office.area) + "#draws"});
    return bars;
}

std::vector<Bar> overdue_by_office(const Site& site, records::PublicSite& records) {
    std::vector<Bar> bars;
    for (const records::Office& office : site.offices)
        if (const auto totals = records.totals(office.area, 0); totals.unjudged_results == 0)
            bars.push_back({office.name, totals.overdue_results, overdue_address(office.area)});
        else
            bars.push_back({fmt::format("{}（另有 {} 户没有期限规定，不判断）", office.name, totals.unjudged_results),
                            totals.overdue_results, overdue_address(office.area)});
    return bars;
}

std::vector<Bar> results_by_year(records::PublicSite& records) {
    std::map<int, std::int64_t> years;
    for (const records::PublicSite::ResultYear& list : records.result_years()) years[list.year] += list.count;
    std::vector<Bar> bars;
    for (const auto& [year, count] : years) bars.push_back({fmt::format("{}年", year), count, "results/"});
    return bars;
}

std::vector<Bar> bars_of(const std::vector<ResultKind>& kinds, bool zeros) {
    std::vector<Bar> bars;
    for (const ResultKind& kind : kinds)
        if (zeros || kind.count > 0) bars.push_back({kind.words, kind.count, kind.address});
    return bars;
}

struct TaskCounts {
    std::map<std::string, std::int64_t> states;
    std::map<records::Id, Bar> plans;  // done, of all that are not cancelled
};

TaskCounts count_tasks(records::PublicSite& records) {
    TaskCounts counts;
    for (const records::PublicPlan& plan : records.plans())
        counts.plans[plan.plan.id] = {plan.plan.name, 0, records::address::plan(plan.plan.id), 0};
    records.each_task([&](const records::PublicTask& task) {
        ++counts.states[task.state];
        const auto plan = counts.plans.find(task.plan);
        if (plan == counts.plans.end() || task.state == "取消") return;
        plan->second.of = *plan->second.of + 1;
        plan->second.count += task.state == "已完成" ? 1 : 0;
    });
    return counts;
}

void fill_tasks(Page& page, records::PublicSite& records) {
    const TaskCounts counts = count_tasks(records);
    std::vector<Bar> states, plans;
    for (const TaskState& state : task_states)
        if (const auto found = counts.states.find(std::string(state.word)); found != counts.states.end())
            states.push_back({std::string(state.word), found->second, task_state_address(state)});
    for (const auto& [id, bar] : counts.plans) plans.push_back(bar);
    fill_chart(page, page.body(), "TASKS", "任务进展", "进展", "任务数", states);
    fill_chart(page, page.body(), "PLANS", "各计划完成进度（已完成／全部任务）", "计划", "已完成／全部", plans);
}

std::vector<Bar> coverage_bars(const Site& site, records::PublicSite& records) {
    std::vector<Bar> bars;
    for (const auto& area : records.coverage()) {
        const std::string key = enterprise_list_key(area.area);
        std::string name = key == "other" ? "未注明区县" : site.office_name(area.area);
        if (name == area.area && !area.area_name.empty()) name = area.area_name;
        const std::string address = fmt::format("search/{}/", key);
        auto bar = std::find_if(bars.begin(), bars.end(), [&](const Bar& known) { return known.address == address; });
        if (bar == bars.end()) bar = bars.insert(bars.end(), {name, 0, address, 0});
        bar->count += area.inspected;
        bar->of = *bar->of + area.objects;
    }
    std::stable_partition(bars.begin(), bars.end(), [](const Bar& bar) { return bar.address != "search/other/"; });
    return bars;
}

void fill_follow_ups(Page& page, records::PublicSite& records) {
    std::int64_t open = 0, overdue = 0, closed = 0;
    records.each_follow_up([&](const records::PublicFollowUp& follow_up) {
        if (!follow_up.latest || !follow_up.standing.withdrawn_on.empty()) return;
        const bool finished = follow_up.facts.state == "已完结";
        ++(finished ? closed : open);
        if (!finished && follow_up.due.state == "overdue") ++overdue;
    });
    if (open + closed == 0) return;
    fill_chart(page, page.body(), "FOLLOW_UPS", "后续处置", "进展", "条数",
               {{"未完结", open, "follow-ups/"},
                {"其中逾期", overdue, "follow-ups/"},
                {"已完结", closed, "follow-ups/closed/"}});
}

}  // namespace

void write_statistics(const Site& site, records::PublicSite& records) {
    Page page(site, "statistics/", "统计", "statistics.tpl");
    page.section("rules");
    page.describe("任务和计划进度、抽查覆盖、检查结果、逾期和后续处置的统计。");
    page.dated(site.facts.as_of);
    page.body().set("AS_OF", date_words(site.facts.as_of));
    fill_tasks(page, records);
    fill_chart(page, page.body(), "DRAWN", "各区县被抽中户次", "区县", "户次", drawn_by_office(site, records));
    fill_chart(page, page.body(), "COVERAGE", "各区县抽查覆盖（检查过的／名录中的）", "区县", "检查过的／名录中的",
               coverage_bars(site, records));
    fill_chart(page, page.body(), "OUTCOMES", "各类检查结果（一条结果可以有几类）", "检查结果", "条数",
               bars_of(result_outcomes(records), false));
    std::vector<Bar> months = bars_of(result_months(records), true);
    if (std::ssize(months) > months_shown) months.erase(months.begin(), months.end() - months_shown);
    fill_chart(page, page.body(), "MONTHS", "按公示月份", "月份", "条数", months);
    fill_chart(page, page.body(), "YEARS", "历年已公开结果（含已撤回和公示期满的）", "计划年度", "条数",
               results_by_year(records));
    fill_follow_ups(page, records);
    fill_chart(page, page.body(), "OVERDUE", "各区县逾期未公开", "区县", "户次", overdue_by_office(site, records));
    fill_citation(page, "", fmt::format("{}统计", site.facts.name), site.facts.as_of, "statistics/", CitedAs::data);
    page.put();
}

}  // namespace pages
