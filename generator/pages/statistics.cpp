// 统计: a few charts with their figures, each figure leading to its rows, and what each figure counts.
#include <fmt/format.h>

#include <map>

#include "generator/pages/chart.h"
#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

using Totals = records::PublicSite::Totals;

std::vector<Bar> by_office(const Site& site, records::PublicSite& records, std::int64_t Totals::*figure,
                           std::string_view anchor) {
    std::vector<Bar> bars;
    for (const records::Office& office : site.offices)
        bars.push_back({office.name, records.totals(office.area, 0).*figure,
                        fmt::format("{}{}", records::address::office(office.area), anchor)});
    return bars;
}

std::vector<Bar> results_by_year(records::PublicSite& records) {
    std::map<int, std::int64_t> years;
    for (const records::PublicSite::ResultYear& list : records.result_years()) years[list.year] += list.count;
    std::vector<Bar> bars;
    for (const auto& [year, count] : years) bars.push_back({fmt::format("{}年", year), count, "results/"});
    return bars;
}

std::vector<Bar> tasks_by_state(records::PublicSite& records) {
    std::map<std::string, std::int64_t> states;
    records.each_task([&](const records::PublicTask& task) { ++states[task.state]; });
    std::vector<Bar> bars;
    for (const char* state : {"未开始", "进行中", "已完成", "逾期"})
        if (const auto found = states.find(state); found != states.end())
            bars.push_back({state, found->second, "tasks/"});
    return bars;
}

}  // namespace

void write_statistics(const Site& site, records::PublicSite& records) {
    Page page(site, "statistics/", "统计", "statistics.tpl");
    page.section("rules");
    page.describe("各区县抽查任务进展、被抽中户次、已公开结果、逾期和后续处置的统计。");
    page.dated(site.facts.as_of);
    page.body().set("AS_OF", date_words(site.facts.as_of));
    fill_chart(page, page.body(), "TASKS", "任务进展", "进展", "任务数", tasks_by_state(records));
    fill_chart(page, page.body(), "DRAWN", "各区县被抽中户次", "区县", "户次",
               by_office(site, records, &Totals::drawn, "#draws"));
    fill_chart(page, page.body(), "RESULTS", "各区县已公开结果", "区县", "条数",
               by_office(site, records, &Totals::results, "#results"));
    fill_chart(page, page.body(), "YEARS", "历年已公开结果（含已撤回和公示期满的）", "计划年度", "条数",
               results_by_year(records));
    fill_chart(page, page.body(), "OVERDUE", "各区县逾期未公开", "区县", "户次",
               by_office(site, records, &Totals::overdue_results, "#results"));
    page.put();
}

}  // namespace pages
