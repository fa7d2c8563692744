// 数据: site date, coverage, what is withheld and on what ground, licence, and whole sets to download.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "generator/output/site_archive.h"
#include "generator/pages/download.h"
#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

struct Set {
    std::string name, words, address;
    std::int64_t rows = 0;
};

Set enterprises(const Site& site, records::PublicSite& records) {
    Download download(site, "data/enterprises", "检查对象",
                      {"代码", "名称", "类别", "区县代码", "区县", "行业", "登记状态", "被抽中次数", "检查次数",
                       "后续处置未完结", "网址"});
    records.each_enterprise([&](const records::PublicEnterprise& row) {
        for (const std::string& text : {row.code, row.name, row.kind, row.area, row.area_name, row.trade, row.status})
            download.text(text);
        download.number(row.drawn);
        download.number(row.inspected);
        download.number(row.open_follow_ups);
        download.text(records::address::enterprise(row.code));
        download.end_row();
    });
    download.finish();
    return {"enterprises", "检查对象", "data/enterprises", download.rows()};
}

Set tasks(const Site& site, records::PublicSite& records) {
    Download download(site, "data/tasks", "抽查任务",
                      {"任务永久编号", "任务", "区县代码", "年度", "计划永久编号", "进展", "被抽中", "已公开结果",
                       "后续处置未完结", "期限", "网址"});
    records.each_task([&](const records::PublicTask& row) {
        download.number(row.id);
        download.text(row.name);
        download.text(row.office);
        download.number(row.year);
        download.number(row.plan);
        download.text(row.state);
        download.number(row.drawn);
        download.number(row.results);
        download.number(row.open_follow_ups);
        download.text(row.due.on);
        download.text(records::address::task(row.id));
        download.end_row();
    });
    download.finish();
    return {"tasks", "抽查任务", "data/tasks", download.rows()};
}

Set follow_ups(const Site& site, records::PublicSite& records) {
    Download download(site, "data/follow-ups", "后续处置",
                      {"结果编号", "步骤", "检查对象", "代码", "任务", "进展", "措施", "移送", "产生日期", "处理日期",
                       "完结日期", "处理结果", "机关", "期限"});
    records.each_follow_up([&](const records::PublicFollowUp& row) {
        const records::FollowUpFacts& facts = row.facts;
        download.number(facts.result);
        download.number(facts.step);
        for (const std::string& text :
             {row.object_name, row.object_code, row.task_name, facts.state, facts.measure,
              facts.transferred_to.empty() ? facts.transfer : facts.transferred_to, facts.arose_on, facts.handled_on,
              facts.finished_on, facts.outcome, facts.agency, row.due.on})
            download.text(text);
        download.end_row();
    });
    download.finish();
    return {"follow-ups", "后续处置", "data/follow-ups", download.rows()};
}

void fill_coverage(Page& page, const Site& site, records::PublicSite& records) {
    Table table(page, page.body(), "COVERAGE", "覆盖范围", {"区县", "部门", "计划", "任务", "抽取", "结果"});
    for (std::size_t i = 1; i < 6; ++i) table.column_style(i, "number");
    for (const records::Office& office : site.offices) {
        const records::PublicSite::Totals totals = records.totals(office.area, 0);
        table.row();
        table.link(records::address::office(office.area), office.name);
        table.number(static_cast<std::int64_t>(records.departments(office.area).size()));
        table.number(totals.plans);
        table.number(totals.tasks);
        table.number(totals.draws);
        table.number(totals.results);
    }
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> withheld_kinds{
    {{"plan_edition", "抽查计划"},
     {"item_list_edition", "抽查事项清单"},
     {"task", "抽查任务"},
     {"object", "检查对象"},
     {"draw", "抽取"},
     {"drawn_object", "抽查名单的一行"},
     {"result", "检查结果"},
     {"follow_up", "后续处置"},
     {"penalty", "行政处罚"}}};

std::string_view kind_words(std::string_view kind) {
    for (const auto& [name, words] : withheld_kinds)
        if (name == kind) return words;
    return kind;
}

void fill_withheld(Page& page, const Site& site, records::PublicSite& records) {
    const auto withheld = records.withheld();
    if (withheld.empty()) return page.body().show("NOTHING_WITHHELD");
    Table table(page, page.body(), "WITHHELD", "不予公开或依申请公开的数量", {"区县", "种类", "理由", "数量"});
    table.column_style(3, "number");
    for (const records::WithheldCount& count : withheld) {
        table.row();
        table.text(count.office.empty() ? "全站" : site.office_name(count.office));
        table.text(kind_words(count.kind));
        table.text(count.ground);
        table.number(count.count);
    }
}

void fill_archive(Page& page, const Site& site) {
    if (site.options.archive == SiteArchive::offered)
        page.body().fill("ARCHIVE", page.href(output::site_archive_name));  // publish puts the file
    if (site.options.archive == SiteArchive::too_large)
        page.body().fill("NO_ARCHIVE", fmt::format("{} 万", most_archived_records / 10'000));
}

void fill_downloads(Page& page, const Site& site, records::PublicSite& records) {
    for (const Set& set : {enterprises(site, records), tasks(site, records), follow_ups(site, records)}) {
        View view = page.body().add("SET");
        view.set("SET_WORDS", set.words);
        view.set("SET_ROWS", set.rows);
        view.set("SET_CSV", page.href(set.address + ".csv"));
        view.set("SET_XLSX", page.href(set.address + ".xlsx"));
    }
    for (const records::PublicSite::ResultYear& list : records.result_years()) {
        const std::string address = records::address::results(list.area, list.year) + "results";
        View view = page.body().add("SET");
        view.set("SET_WORDS", fmt::format("{}{}年检查结果", site.office_name(list.area), list.year));
        view.set("SET_ROWS", list.count);
        view.set("SET_CSV", page.href(address + ".csv"));
        view.set("SET_XLSX", page.href(address + ".xlsx"));
    }
}

}  // namespace

void write_data(const Site& site, records::PublicSite& records) {
    Page page(site, "data/", "数据", "data.tpl");
    page.describe("全站数据日期、覆盖范围、批量下载、许可。");
    page.dated(site.facts.as_of);
    page.twin(records.body("site", ""));
    FactList facts(page, page.body(), "FACTS");
    facts.date("数据截至", site.facts.as_of);
    facts.text("发布次数", site.facts.publication > 0 ? fmt::format("第 {} 次", site.facts.publication) : "");
    facts.text("主办单位", site.facts.publisher);
    facts.text("数据许可", site.facts.license);
    facts.text("生成程序", fmt::format("gongshi {}", site.facts.program_version));
    page.body().set("DATABASE_HREF", page.href("data/public.db"));  // publish puts the file
    fill_archive(page, site);
    fill_coverage(page, site, records);
    fill_withheld(page, site, records);
    fill_downloads(page, site, records);
    page.put();
}

}  // namespace pages
