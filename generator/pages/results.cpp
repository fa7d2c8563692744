// 检查结果: the lists by office and year, in pages of 100 whose boundaries never move, with outcome counts and
// downloads.
#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/download.h"
#include "generator/pages/result_kinds.h"
#include "generator/pages/result_lists.h"
#include "generator/pages/results.h"
#include "generator/pages/table.h"
#include "records/result_codes.h"

namespace pages {
namespace {

class ResultDownload {
  public:
    ResultDownload(const Site& site, const std::string& address)
        : download_(site, address, "检查结果",
                    {"公示日期", "检查对象", "统一社会信用代码/注册号", "抽查计划", "抽查任务", "检查机关", "检查事项",
                     "检查结果", "是否发现问题", "问题描述", "检查日期", "检查完成日期", "检查方式", "处理措施",
                     "后续处置", "备注", "网址"}) {}
    void add(const records::PublicResult& result) {
        const records::ResultFacts& facts = result.facts;
        const bool gone = !result.standing.withdrawn_on.empty() || !result.standing.expired_on.empty();
        const std::string outcome = !result.standing.withdrawn_on.empty() ? "（已撤回）"
                                    : !result.standing.expired_on.empty() ? "（公示期满）"
                                                                          : outcome_of(result).word;
        for (const std::string& text :
             {facts.published_on, gone ? std::string() : result.object_name, gone ? std::string() : result.object_code,
              result.plan_name, result.task_name, facts.agency.empty() ? result.department : facts.agency, facts.item,
              outcome, gone ? std::string() : std::string(result.problem_found ? "是" : "否"), facts.problem,
              facts.inspected_on, facts.finished_on, methods_words(facts.methods), facts.disposal,
              result.follow_up_state, facts.note, records::address::result(facts.id)})
            download_.text(text);
        download_.end_row();
    }
    Download& get() { return download_; }

  private:
    Download download_;
};

/// Which outcomes are counted as 发现问题 in figures.
std::string problem_outcomes() {
    std::vector<std::string> terms;
    for (const records::ResultCode& code : records::result_codes())
        if (code.problem) terms.emplace_back(code.term);
    return joined(terms, "；");
}

void fill_pages(Page& page, const records::PublicSite::ResultYear& list, const ResultLists& lists) {
    for (auto entry = lists.pages().rbegin(); entry != lists.pages().rend(); ++entry) {
        View link = page.body().add("LIST_PAGE");
        link.set("LIST_PAGE_HREF", page.href(records::address::results_page(list.area, list.year, entry->number)));
        link.set("LIST_PAGE_WORDS", page_words(entry->number));
        link.set("LIST_PAGE_ROWS", static_cast<std::int64_t>(entry->rows));
        if (entry == lists.pages().rbegin()) link.show("LIST_PAGE_NEWEST");
    }
}

void fill_links(Page& page, std::string_view section, const std::vector<Bar>& bars) {
    for (const Bar& bar : bars) {
        View link = page.body().add(section);
        link.set("FILTER_HREF", page.href(bar.address));
        link.set("FILTER_WORDS", bar.word);
        link.set("FILTER_COUNT", bar.count);
    }
}

}  // namespace

void write_result_year(const Site& site, records::PublicSite& records, const records::PublicSite::ResultYear& list) {
    const std::string address = records::address::results(list.area, list.year);
    ResultLists lists(site, list, records.departments(list.area));
    ResultDownload rows(site, address + "results");
    std::string newest;
    std::int64_t problems = 0, open = 0, shown = 0;
    records.each_result({list.area, list.year}, [&](const records::PublicResult& result) {
        lists.add(result);
        rows.add(result);
        newest = std::max(newest, result.facts.published_on);
        if (!result.standing.withdrawn_on.empty() || !result.standing.expired_on.empty()) return;
        ++shown;
        problems += result.problem_found ? 1 : 0;
        open += result.follow_up_state == "未完结" ? 1 : 0;
    });
    lists.finish();
    rows.get().finish();
    Page page(site, address, fmt::format("{}{}年检查结果", site.office_name(list.area), list.year), "result_year.tpl");
    page.section("results");
    page.crumb("检查结果", "results/");
    page.describe(fmt::format("{}{}年双随机抽查检查结果 {} 条。", site.office_name(list.area), list.year, shown));
    page.dated(newest);
    page.body().set("TOTAL_WORDS", fmt::format("共公开检查结果 {} 条，其中发现问题 {} 条；后续处置未完结 {} 条。",
                                               shown, problems, open));
    page.body().set("PROBLEM_OUTCOMES", problem_outcomes());
    View downloads = page.body().include("DOWNLOADS", "downloads.tpl");
    downloads.set("CSV_HREF", page.href(address + "results.csv"));
    downloads.set("XLSX_HREF", page.href(address + "results.xlsx"));
    downloads.set("DOWNLOAD_ROWS", rows.get().rows());
    fill_pages(page, list, lists);
    fill_links(page, "DEPARTMENT", lists.departments());
    for (const records::PublicSite::ResultYear& other : records.result_years()) {
        if (other.area != list.area || other.year == list.year) continue;
        View link = page.body().add("OTHER_YEAR");
        link.set("FILTER_HREF", page.href(records::address::results(other.area, other.year)));
        link.set("FILTER_WORDS", fmt::format("{}年", other.year));
        link.set("FILTER_COUNT", other.count);
    }
    fill_chart(page, page.body(), "OUTCOMES", "各类检查结果（一条结果可以有几类）", "检查结果", "条数",
               lists.outcomes());
    fill_chart(page, page.body(), "MONTHS", "按公示月份", "月份", "条数", lists.months());
    fill_citation(page, "", fmt::format("{}{}年双随机抽查检查结果", site.office_name(list.area), list.year), newest,
                  address, CitedAs::data);
    page.put();
}

namespace {

void fill_kinds(Page& page, View view, std::string_view section, const std::vector<ResultKind>& kinds) {
    for (const ResultKind& kind : kinds) {
        if (kind.count == 0) continue;
        View link = view.add(section);
        link.set("KIND_HREF", page.href(kind.address));
        link.set("KIND_WORDS", kind.words);
        link.set("KIND_COUNT", kind.count);
    }
}

}  // namespace

void write_results(const Site& site, records::PublicSite& records) {
    Page page(site, "results/", "检查结果", "results.tpl");
    page.section("results");
    page.describe("各区县历年双随机抽查检查结果。");
    const auto lists = records.result_years();
    if (lists.empty()) page.body().fill("EMPTY", "还没有公开的检查结果。结果公开后会列在这里。");
    Table table(page, page.body(), "TABLE", "按区县和年度", {"区县", "年度", "结果", "发现问题后未完结", "逾期未公开"});
    for (std::size_t i = 1; i < 5; ++i) table.column_style(i, "number");
    for (const records::PublicSite::ResultYear& list : lists) {
        const records::PublicSite::Totals totals = records.totals(list.area, list.year);
        table.row();
        table.link(records::address::results(list.area, list.year), fmt::format("{}", site.office_name(list.area)));
        table.number(list.year);
        table.number(totals.results);
        table.number(totals.open_follow_ups, "follow-ups/");
        const bool late = totals.overdue_results + totals.unjudged_results > 0;
        table.link(late ? overdue_address(list.area) : "", overdue_words(totals));
    }
    if (!lists.empty()) {
        View any = page.body().add("ANY");
        fill_kinds(page, any, "OUTCOME", result_outcomes(records));
        fill_kinds(page, any, "MONTH", result_months(records));
    }
    page.put();
}

}  // namespace pages
