// 区县: all offices, and each with its departments, plans, draws, results and what is overdue.
#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/board.h"
#include "generator/pages/deadline_lists.h"
#include "generator/pages/draw_accounts.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/due_calendar.h"
#include "generator/pages/feed.h"
#include "generator/pages/forms.h"
#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {

void write_offices(const Site& site, records::PublicSite& records) {
    Page page(site, "offices/", "区县与部门", "list.tpl");
    page.describe("公开抽查信息的区县和部门。");
    page.body().set("LEAD", "每个区县一页，列出牵头机构、成员单位、计划、抽取、结果和逾期事项。");
    Table table(page, page.body(), "TABLE", fmt::format("区县（{}个）", site.offices.size()),
                {"区县", "牵头机构", "部门", "计划", "任务", "抽取", "已公开结果", "逾期未公开"});
    for (std::size_t i = 2; i < 8; ++i) table.column_style(i, "number");
    for (const records::Office& office : site.offices) {
        const records::PublicSite::Totals totals = records.totals(office.area, 0);
        const std::string address = records::address::office(office.area);
        table.row();
        table.link(address, office.name);
        table.text(office.issuer);
        table.number(static_cast<std::int64_t>(records.departments(office.area).size()), address + "#departments");
        table.number(totals.plans, address + "#plans");
        table.number(totals.tasks, address + "#plans");
        table.number(totals.draws, address + "#draws");
        table.number(totals.results, address + "#results");
        const bool late = totals.overdue_results + totals.unjudged_results > 0;
        table.link(late ? overdue_address(office.area) : "", overdue_words(totals));
    }
    page.put();
}

namespace {

void fill_departments(Page& page, records::PublicSite& records, const records::Office& office) {
    for (const records::Department& department : records.departments(office.area)) {
        View view = page.body().add("DEPARTMENT");
        view.set("DEPARTMENT_NAME", department.name);
        view.set("DEPARTMENT_HREF", page.href(records::address::department(department.office, department.id)));
    }
}

void fill_plans(Page& page, records::PublicSite& records, const records::Office& office) {
    std::vector<records::PublicPlan> plans = records.plans();
    std::erase_if(plans, [&](const auto& plan) { return plan.plan.office != office.area; });
    if (plans.empty()) return page.body().show("NO_PLANS");
    Table table(page, page.body(), "PLANS", "抽查计划", {"年度", "计划", "部门", "任务", "现行版本", "发布日期"});
    table.column_style(0, "number");
    table.column_style(3, "number");
    table.column_style(5, "date");
    for (const records::PublicPlan& plan : plans) {
        const auto editions = records.plan_editions(plan.plan.id);
        if (editions.empty()) continue;
        const records::Edition& newest = editions.back().edition;
        page.dated(newest.head.published_on);
        table.row();
        table.number(plan.plan.year);
        table.link(records::address::plan(plan.plan.id), plan.plan.name);
        table.text(!plan.department.empty() ? plan.department : plan.plan.joint ? "部门联合" : "");
        table.number(static_cast<std::int64_t>(editions.back().rows.size()));
        table.text(edition_words(newest.number));
        table.date(newest.head.published_on);
    }
}

void fill_draws(Page& page, records::PublicSite& records, const records::Office& office) {
    std::vector<records::PublicDraw> draws = records.draws();
    std::erase_if(draws, [&](const auto& draw) { return draw.office != office.area; });
    if (draws.empty()) return page.body().show("NO_DRAWS");
    const DrawStates states(records, draws);
    Table table(page, page.body(), "DRAWS", "抽取", {"抽取日期", "任务", "抽中户数", "状态"});
    table.column_style(0, "date");
    table.column_style(2, "number");
    for (const records::PublicDraw& draw : draws) {
        page.dated(draw.draw.published_on);
        table.row();
        table.date(draw.draw.drawn_at);
        table.link(records::address::draw(draw.draw.draw), draw.task_name);
        table.text(states.drawn(draw));
        table.state(states.of(draw));
    }
    for (const DrawAccount& account : draw_accounts(records)) {
        if (account.area != office.area) continue;
        View view = page.body().add("ACCOUNT");
        view.set("ACCOUNT_HREF", page.href(records::address::draw_year(account.office_code, account.year)));
        view.set("ACCOUNT_WORDS", account_words(account));
    }
}

void fill_results(Page& page, records::PublicSite& records, const records::Office& office) {
    bool any = false;
    for (const records::PublicSite::ResultYear& list : records.result_years()) {
        if (list.area != office.area) continue;
        View view = page.body().add("RESULT_YEAR");
        view.set("RESULT_HREF", page.href(records::address::results(list.area, list.year)));
        view.set("RESULT_WORDS", fmt::format("{}年检查结果", list.year));
        view.set("RESULT_COUNT", records.totals(list.area, list.year).results);
        any = true;
    }
    if (!any) page.body().show("NO_RESULTS");
}

}  // namespace

void write_office(const Site& site, records::PublicSite& records, const records::Office& office) {
    Page page(site, records::address::office(office.area), office.name, "office.tpl");
    page.crumb("区县与部门", "offices/");
    page.describe(fmt::format("{}双随机、一公开抽查计划、抽取、结果和后续处置。", office.name));
    page.twin(records.body("office", office.area));
    FactList facts(page, page.body(), "FACTS");
    facts.text("牵头机构", office.issuer);
    facts.text("行政区划代码", office.area);
    facts.text("层级", office.level);
    const records::PublicSite::Totals totals = records.totals(office.area, 0);
    if (totals.overdue_results > 0) {
        View late = page.body().add("LATE");
        late.set("LATE_COUNT", totals.overdue_results);
        late.set("LATE_HREF", page.href(overdue_address(office.area)));
    }
    const auto board = current_year(site, records, office.area);
    page.body().set("RULES_HREF", page.href(board ? board_address(office.area, *board) : "rules/#o" + office.area));
    page.body().set("RULES_WORDS", board ? fmt::format("{}年规则与进度", *board) : "本区县执行的规则");
    page.body().set("FORMS_HREF", page.href(forms_address(office.area)));
    const std::string feed = records::address::office(office.area) + "feed.xml";
    page.body().set("FEED_HREF", page.href(feed));
    page.body().set("DEADLINES_HREF", page.href(deadlines_address(office.area)));
    page.body().set("CALENDAR_HREF", page.href(due_calendar(office.area)));
    page.alternate("application/atom+xml", fmt::format("{}的更新", office.name), feed);
    fill_departments(page, records, office);
    fill_plans(page, records, office);
    fill_draws(page, records, office);
    fill_results(page, records, office);
    page.put();
}

}  // namespace pages
