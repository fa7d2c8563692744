// 抽查计划 and 抽查事项清单: the lists of all of them, and each with its editions.
#include <fmt/format.h>

#include "generator/pages/editions.h"
#include "generator/pages/kinds.h"

namespace pages {
namespace {

void write_all(const Site& site, records::PublicSite& records, const Series& series) {
    write_series(site, records, series);
    for (std::size_t i = 0; i < series.editions.size(); ++i) write_edition(site, records, series, i);
}

}  // namespace

void write_plans(const Site& site, records::PublicSite& records) {
    Page page(site, "plans/", "抽查计划", "list.tpl");
    page.section("plans");
    page.describe("各区县、各部门年度抽查工作计划，含历次调整。");
    page.body().set(
        "LEAD",
        "年度抽查工作计划说明这一年抽查什么、抽多少、谁去查、什么时候查。计划调整后，每一版都保留，可以逐格对比。");
    const auto plans = records.plans();
    if (plans.empty()) page.body().fill("EMPTY", "还没有公开的抽查计划。计划公开后会列在这里。");
    Table table(page, page.body(), "TABLE", fmt::format("全部计划（{}个）", plans.size()),
                {"年度", "计划", "区县", "部门", "任务", "现行版本", "发布日期"});
    table.column_style(0, "number");
    table.column_style(4, "number");
    table.column_style(6, "date");
    for (const records::PublicPlan& plan : plans) {
        const auto editions = records.plan_editions(plan.plan.id);
        if (editions.empty()) continue;
        const records::Edition& newest = editions.back().edition;
        page.dated(newest.head.published_on);
        table.row();
        table.number(plan.plan.year);
        table.link(records::address::plan(plan.plan.id), plan.plan.name);
        table.link(records::address::office(plan.plan.office), site.office_name(plan.plan.office));
        table.text(!plan.department.empty() ? plan.department : plan.plan.joint ? "部门联合" : "");
        table.number(static_cast<std::int64_t>(editions.back().rows.size()));
        table.link(records::address::plan_edition(plan.plan.id, newest.number), edition_words(newest.number));
        table.date(newest.head.published_on);
    }
    View more = page.body().add("MORE");
    more.set("MORE_HREF", page.href("item-lists/"));
    more.set("MORE_WORDS", "抽查事项清单");
    View tasks = page.body().add("MORE");
    tasks.set("MORE_HREF", page.href("tasks/"));
    tasks.set("MORE_WORDS", "全部抽查任务");
    page.put();
}

void write_plan(const Site& site, records::PublicSite& records, const records::PublicPlan& plan) {
    write_all(site, records,
              {false, plan.plan.id, plan.plan.name, plan.plan.office,
               plan.department.empty() && plan.plan.joint ? "部门联合" : plan.department,
               records.plan_editions(plan.plan.id)});
}

void write_item_lists(const Site& site, records::PublicSite& records) {
    Page page(site, "item-lists/", "抽查事项清单", "list.tpl");
    page.section("rules");
    page.describe("各区县、各部门随机抽查事项清单，含历次修订。");
    page.body().set("LEAD",
                    "抽查事项清单列出可以抽查的事项：依据什么、查谁、查什么、怎么查。清单以外的事项不得列入随机抽查。");
    const auto lists = records.item_lists();
    if (lists.empty()) page.body().fill("EMPTY", "还没有公开的抽查事项清单。清单公开后会列在这里。");
    Table table(page, page.body(), "TABLE", fmt::format("全部清单（{}个）", lists.size()),
                {"清单", "区县", "部门", "事项", "现行版本", "发布日期"});
    table.column_style(3, "number");
    table.column_style(5, "date");
    for (const records::PublicItemList& list : lists) {
        const auto editions = records.item_list_editions(list.list.id);
        if (editions.empty()) continue;
        const records::Edition& newest = editions.back().edition;
        page.dated(newest.head.published_on);
        table.row();
        table.link(records::address::item_list(list.list.id), list.list.name);
        table.link(records::address::office(list.list.office), site.office_name(list.list.office));
        table.text(!list.department.empty() ? list.department : list.list.joint ? "部门联合" : "");
        table.number(static_cast<std::int64_t>(editions.back().rows.size()));
        table.link(records::address::item_list_edition(list.list.id, newest.number),
                   edition_words(newest.number, true));
        table.date(newest.head.published_on);
    }
    page.put();
}

void write_item_list(const Site& site, records::PublicSite& records, const records::PublicItemList& list) {
    write_all(site, records,
              {true, list.list.id, list.list.name, list.list.office,
               list.department.empty() && list.list.joint ? "部门联合" : list.department,
               records.item_list_editions(list.list.id)});
}

}  // namespace pages
