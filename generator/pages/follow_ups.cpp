// 后续处置: what is not finished (overdue first) and what is. Days are counted on the first page only, with 截至.
#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/due_clock.h"
#include "generator/pages/ledger.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

void fill_row(Table& table, const records::PublicFollowUp& follow_up) {
    const records::FollowUpFacts& facts = follow_up.facts;
    table.row();
    table.link(enterprise_address(follow_up.object_code, follow_up.object_code.empty() ? 0 : 1), follow_up.object_name);
    table.also_code(follow_up.object_code);
    table.link(follow_up.task != 0 ? records::address::task(follow_up.task) : "", follow_up.task_name);
    table.link(records::address::result(facts.result), facts.measure.empty() ? "看检查结果" : facts.measure);
    table.text(facts.agency);
}

bool overdue(const records::PublicFollowUp& follow_up) {
    return follow_up.due.state == "overdue";
}

/// Only the first page says how many days ago and as of when: the others would change with every day otherwise.
void fill_open_head(Page& page, const Site& site, std::size_t all, std::ptrdiff_t late, int number) {
    page.section("rules");
    page.describe("检查发现问题后的后续处置：未完结、已完结和逾期。");
    if (number > 1) {
        page.crumb("后续处置", "follow-ups/");
        page.body().set("LEAD", "检查发现问题后怎样处理（续）。");
    } else {
        page.dated(site.facts.as_of);
        page.body().set("LEAD", fmt::format("检查发现问题后怎样处理。截至{}，未完结 {} 条，其中逾期 {} 条。",
                                            date_words(site.facts.as_of), all, late));
    }
    if (all == 0) page.body().fill("EMPTY", "没有未完结的后续处置。");
    View closed = page.body().add("MORE");
    closed.set("MORE_HREF", page.href("follow-ups/closed/"));
    closed.set("MORE_WORDS", "已完结的后续处置");
}

std::string limit_words(const records::PublicFollowUp& follow_up, const Site& site, int number) {
    const std::string words = deadline_words(follow_up.due, "后续处置");
    if (number > 1 || follow_up.due.on.empty()) return words;
    return fmt::format("{}；{}", words, left_words(site, follow_up.office, follow_up.due));
}

void write_open(const Site& site, records::PublicSite& records) {
    auto open = records.open_follow_ups("");
    std::stable_sort(open.begin(), open.end(), [](const auto& a, const auto& b) {
        if (overdue(a) != overdue(b)) return overdue(a);
        return overdue(a) && a.due.on < b.due.on;
    });
    const auto late = std::count_if(open.begin(), open.end(), overdue);
    RowPages<records::PublicFollowUp> list([&](int number, const auto& rows, bool more) {
        Page page(site, numbered_address("follow-ups/", number),
                  number == 1 ? "后续处置" : fmt::format("后续处置（未完结）第{}页", number), "list.tpl");
        fill_open_head(page, site, open.size(), late, number);
        Table table(page, page.body(), "TABLE", "未完结（逾期的在前）", {"检查对象", "任务", "措施", "机关", "期限"});
        for (const records::PublicFollowUp& follow_up : rows) {
            fill_row(table, follow_up);
            table.state(overdue(follow_up) ? state_of("overdue") : state_of("未完结"));
            if (const auto mark = objection_mark(site, "follow_up", follow_up.facts.id)) table.also_state(*mark);
            table.also(limit_words(follow_up, site, number));
        }
        fill_pager(page, number > 1 ? numbered_address("follow-ups/", number - 1) : "",
                   more ? numbered_address("follow-ups/", number + 1) : "", "", "未完结分页");
        page.put();
    });
    for (const records::PublicFollowUp& follow_up : open) list.add(follow_up);
    list.finish();
}

void write_closed(const Site& site, records::PublicSite& records) {
    RowPages<records::PublicFollowUp> list([&](int number, const auto& rows, bool more) {
        Page page(site, numbered_address("follow-ups/closed/", number),
                  number == 1 ? "已完结的后续处置" : fmt::format("已完结的后续处置第{}页", number), "list.tpl");
        page.section("rules");
        page.crumb("后续处置", "follow-ups/");
        if (number > 1) page.crumb("已完结的后续处置", "follow-ups/closed/");
        page.body().set("LEAD", "已经处理完的后续处置。");
        if (rows.empty()) page.body().fill("EMPTY", "还没有已完结的后续处置。");
        Table table(page, page.body(), "TABLE", "已完结", {"检查对象", "任务", "措施", "机关", "完结"});
        for (const records::PublicFollowUp& follow_up : rows) {
            page.dated(follow_up.facts.published_on);
            fill_row(table, follow_up);
            table.date(follow_up.facts.finished_on);
            if (const auto mark = objection_mark(site, "follow_up", follow_up.facts.id)) table.also_state(*mark);
            table.also(follow_up.facts.outcome);
            if (!follow_up.due.on.empty())
                table.also_state(kept_state(site, follow_up.office, follow_up.due, follow_up.facts.finished_on));
            table.also(deadline_words(follow_up.due, "后续处置"));
        }
        fill_pager(page, number > 1 ? numbered_address("follow-ups/closed/", number - 1) : "",
                   more ? numbered_address("follow-ups/closed/", number + 1) : "", "", "已完结分页");
        page.put();
    });
    records.each_follow_up([&](const records::PublicFollowUp& follow_up) {
        if (follow_up.latest && follow_up.facts.state == "已完结" && follow_up.standing.withdrawn_on.empty() &&
            follow_up.standing.expired_on.empty())
            list.add(follow_up);
    });
    list.finish();
}

}  // namespace

void write_follow_ups(const Site& site, records::PublicSite& records) {
    write_open(site, records);
    write_closed(site, records);
}

}  // namespace pages
