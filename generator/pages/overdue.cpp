// 逾期清单: who was drawn and has no public result past its due date, longest overdue first.
#include <fmt/format.h>

#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {

void write_overdue(const Site& site, records::PublicSite& records) {
    const std::int64_t all = records.totals("", 0).overdue_results;
    RowPages<records::PublicSite::Drawing> list([&](int number, const auto& rows, bool more) {
        Page page(site, numbered_address("overdue/", number),
                  number == 1 ? "逾期未公开" : fmt::format("逾期未公开第{}页", number), "list.tpl");
        page.section("rules");
        if (number > 1) page.crumb("逾期未公开", "overdue/");
        page.describe("被抽中后，检查结果超过期限仍未公开的清单。");
        page.dated(site.facts.as_of);
        page.body().set("LEAD", fmt::format("被抽中后，检查结果超过期限仍未公开的，截至{}共 {} 户。这是检查机关的逾期，"
                                            "不说明企业有问题。",
                                            date_words(site.facts.as_of), all));
        if (rows.empty()) page.body().fill("EMPTY", "没有逾期未公开的结果。");
        Table table(page, page.body(), "TABLE", "逾期未公开（逾期久的在前）",
                    {"检查对象", "抽取", "检查机关", "应公开日期", "已过天数"});
        table.column_style(3, "date");
        table.column_style(4, "number");
        for (const records::PublicSite::Drawing& drawing : rows) {
            table.row();
            table.link(enterprise_address(drawing.row.code, drawing.row.row.object), drawing.row.name);
            table.also_code(drawing.row.code);
            table.link(records::address::draw(drawing.draw.draw.draw), drawing.draw.task_name);
            table.also(drawing.draw.draw.drawn_at.empty()
                           ? ""
                           : fmt::format("{}抽取", date_words(drawing.draw.draw.drawn_at)));
            table.text(drawing.draw.draw.agency);
            table.date(drawing.row.result_due.on);
            table.also(drawing.row.result_due.clause);
            table.number(days_between(drawing.row.result_due.on, site.facts.as_of));
        }
        fill_pager(page, number > 1 ? numbered_address("overdue/", number - 1) : "",
                   more ? numbered_address("overdue/", number + 1) : "", "", "逾期分页");
        page.put();
    });
    records.each_overdue("", [&](const records::PublicSite::Drawing& drawing) { list.add(drawing); });
    list.finish();
}

}  // namespace pages
