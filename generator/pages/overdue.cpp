// 逾期清单: who was drawn and has no public result past its due date, longest overdue first; of the whole site and of
// each office. Whether the inspection was made cannot be seen here: results on their way through audit are not public.
#include <fmt/format.h>

#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {

namespace {

struct OverdueList {
    std::string folder, title;
    bool whole = false;  // of the site: its first page says how many days ago and as of when
    records::PublicSite::Totals totals;
};

/// Day counts stand on one page only: every other page would change with every day otherwise.
void fill_head(Page& page, const Site& site, const OverdueList& list, int number) {
    const std::string meaning =
        "可能还没有检查，也可能已经检查、正在录入或审核：公开的数据只看得出结果没有公开。这是检查机关的逾期，不说明企业"
        "有问题。";
    page.section("rules");
    page.describe("被抽中后，检查结果超过期限仍未公开的清单。");
    if (!list.whole) page.crumb("逾期未公开", "overdue/");
    if (number > 1) {
        page.crumb(list.title, list.folder);
        page.body().set("LEAD", "被抽中后，检查结果超过期限仍未公开的（续）。" + meaning);
        return;
    }
    if (list.whole) page.dated(site.facts.as_of);
    page.body().set("LEAD",
                    fmt::format("被抽中后，检查结果超过期限仍未公开的{}共 {} 户。{}",
                                list.whole ? fmt::format("，截至{}", date_words(site.facts.as_of)) : std::string(),
                                list.totals.overdue_results, meaning));
    if (list.totals.unjudged_results > 0)
        page.body().fill("EMPTY", fmt::format("有 {} 户被抽中后结果还没有公开，但没有登记规定公开期限的规则，本站不判断"
                                              "是否逾期，也不列在这里。",
                                              list.totals.unjudged_results));
    else if (list.totals.overdue_results == 0)
        page.body().fill("EMPTY", "没有逾期未公开的结果。");
}

void fill_offices(Page& page, const Site& site) {
    for (const records::Office& office : site.offices) {
        View link = page.body().add("MORE");
        link.set("MORE_HREF", page.href(overdue_address(office.area)));
        link.set("MORE_WORDS", fmt::format("只看{}", office.name));
    }
}

void write_page(const Site& site, const OverdueList& list, int number,
                const std::vector<records::PublicSite::Drawing>& rows, bool more) {
    Page page(site, numbered_address(list.folder, number),
              number == 1 ? list.title : fmt::format("{}第{}页", list.title, number), "list.tpl");
    fill_head(page, site, list, number);
    Table table(page, page.body(), "TABLE", "逾期未公开（逾期久的在前）",
                {"检查对象", "抽取", "检查机关", "应公开日期", "已过天数"});
    table.column_style(3, "date");
    table.column_style(4, "number");
    for (const records::PublicSite::Drawing& drawing : rows) {
        const std::string& drawn_at = drawing.draw.draw.drawn_at;
        table.row();
        table.link(enterprise_address(drawing.row.code, drawing.row.row.object), drawing.row.name);
        table.also_code(drawing.row.code);
        table.link(records::address::draw(drawing.draw.draw.draw), drawing.draw.task_name);
        table.also(drawn_at.empty() ? "" : fmt::format("{}抽取", date_words(drawn_at.substr(0, 10))));
        table.text(drawing.draw.draw.agency);
        table.date(drawing.row.result_due.on);
        table.also(drawing.row.result_due.provisional ? "（暂定）" : "");
        table.also(drawing.row.result_due.clause);
        if (list.whole && number == 1) table.number(days_between(drawing.row.result_due.on, site.facts.as_of));
    }
    fill_pager(page, number > 1 ? numbered_address(list.folder, number - 1) : "",
               more ? numbered_address(list.folder, number + 1) : "", "", "逾期分页");
    if (list.whole && number == 1) fill_offices(page, site);
    page.put();
}

void write_list(const Site& site, records::PublicSite& records, std::string_view area, const OverdueList& list) {
    RowPages<records::PublicSite::Drawing> pages(
        [&](int number, const auto& rows, bool more) { write_page(site, list, number, rows, more); });
    records.each_overdue(area, [&](const records::PublicSite::Drawing& drawing) { pages.add(drawing); });
    pages.finish();
}

}  // namespace

std::string overdue_address(std::string_view area) {
    return fmt::format("overdue/{}/", area);
}

void write_overdue(const Site& site, records::PublicSite& records) {
    write_list(site, records, "", {"overdue/", "逾期未公开", true, records.totals("", 0)});
    for (const records::Office& office : site.offices)
        write_list(site, records, office.area,
                   {overdue_address(office.area), fmt::format("{}逾期未公开", office.name), false,
                    records.totals(office.area, 0)});
}

}  // namespace pages
