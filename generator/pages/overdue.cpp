// 逾期清单: who was drawn and has no public result past its due date, longest overdue first.
#include <fmt/format.h>

#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {

namespace {

/// Only the first page says how many days ago and as of when: the others would change with every day otherwise.
void fill_head(Page& page, const Site& site, std::int64_t all, int number) {
    page.section("rules");
    page.describe("被抽中后，检查结果超过期限仍未公开的清单。");
    const std::string blame = "这是检查机关的逾期，不说明企业有问题。";
    if (number > 1) {
        page.crumb("逾期未公开", "overdue/");
        page.body().set("LEAD", "被抽中后，检查结果超过期限仍未公开的（续）。" + blame);
        return;
    }
    page.dated(site.facts.as_of);
    page.body().set("LEAD", fmt::format("被抽中后，检查结果超过期限仍未公开的，截至{}共 {} 户。{}",
                                        date_words(site.facts.as_of), all, blame));
    if (all == 0) page.body().fill("EMPTY", "没有逾期未公开的结果。");
}

void write_page(const Site& site, std::int64_t all, int number, const std::vector<records::PublicSite::Drawing>& rows,
                bool more) {
    Page page(site, numbered_address("overdue/", number),
              number == 1 ? "逾期未公开" : fmt::format("逾期未公开第{}页", number), "list.tpl");
    fill_head(page, site, all, number);
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
        table.also(drawing.row.result_due.clause);
        if (number == 1) table.number(days_between(drawing.row.result_due.on, site.facts.as_of));
    }
    fill_pager(page, number > 1 ? numbered_address("overdue/", number - 1) : "",
               more ? numbered_address("overdue/", number + 1) : "", "", "逾期分页");
    page.put();
}

}  // namespace

void write_overdue(const Site& site, records::PublicSite& records) {
    const std::int64_t all = records.totals("", 0).overdue_results;
    RowPages<records::PublicSite::Drawing> list(
        [&](int number, const auto& rows, bool more) { write_page(site, all, number, rows, more); });
    records.each_overdue("", [&](const records::PublicSite::Drawing& drawing) { list.add(drawing); });
    list.finish();
}

}  // namespace pages
