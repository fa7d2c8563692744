// 抽取: when, how, from how many, who was drawn, and what became of each. An unrevealed list says when it will be
// public.
#include <fmt/format.h>

#include "generator/pages/attachments.h"
#include "generator/pages/committed_draw.h"
#include "generator/pages/draw_accounts.h"
#include "generator/pages/draw_list.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/due_clock.h"
#include "generator/pages/ledger.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

std::string page_address(records::Id draw, int number) {
    return numbered_address(records::address::draw(draw), number);
}

void fill_verdict(Page& page, const records::PublicDraw& draw) {
    std::string words;
    if (!draw.draw.list_public)
        words = "这次抽取的名单按规定不公开，只公开数量。";
    else if (!draw.revealed)
        words = fmt::format("名单将在{}公开（{}）。提前公开会使检查失去意义。", date_words(draw.draw.reveal_on),
                            left_as_of(page.site(), draw.office, {draw.draw.reveal_on, "", false, "open"}));
    else if (draw.listed + draw.withheld == 0)
        words = "名单应当已经公开，但本站还没有收到名单。";
    else if (draw.draw.population)
        words = fmt::format("从 {} 户中抽中 {} 户。", *draw.draw.population, draw.listed + draw.withheld);
    else
        words = fmt::format("抽中 {} 户。", draw.listed + draw.withheld);
    page.body().fill("VERDICT", words);
    if (draw.withheld > 0)
        page.body().fill("WITHHELD", fmt::format("其中 {} 户依法不予公开，名单中不列出。", draw.withheld));
}

/// Who stands in the rows of the list that were corrected.
PartNames part_names(records::PublicSite& records, const Ledger& ledger, records::Id draw) {
    PartNames names;
    if (!ledger.of_parts()) return names;
    records.each_drawn_object(draw, [&](const records::PublicDrawnObject& row) {
        names[row.row.id] = fmt::format("名单第 {} 号 {}", row.row.position, row.name);
    });
    return names;
}

using Committed = std::optional<records::PublicCommittedDraw>;

void write_page(const Site& site, records::PublicSite& records, const records::PublicDraw& draw,
                const Committed& committed, int number, const std::vector<records::PublicDrawnObject>& rows,
                bool more) {
    const std::string title = title_of(draw);
    Page page(site, page_address(draw.draw.draw, number),
              number == 1 ? title : fmt::format("{}：名单第{}页", title, number),
              committed && number == 1 ? "committed_draw.tpl" : "draw.tpl");
    page.section("draws");
    page.crumb("抽取", "draws/");
    if (number > 1) page.crumb(title, records::address::draw(draw.draw.draw));
    page.published(draw.draw.published_on, draw.draw.agency);
    page.body().set("DRAW_TITLE", title);
    if (number == 1) {
        page.describe(fmt::format("{}：{}。", site.office_name(draw.office), title));
        page.qr_on_paper();
        page.twin(records.body("draw", fmt::format("{}", draw.draw.draw)));
        Ledger ledger;
        if (draw.standing.withdrawn_on.empty()) ledger.add(records, "draw", draw.draw.draw);
        if (!fill_standing(page, draw.standing, ledger)) {
            if (committed)
                fill_committed_draw(page, records, draw, *committed);
            else
                fill_verdict(page, draw);
            fill_draw_facts(page, draw, committed.has_value());
            fill_attachments(page, records, records::PublicSite::Of::draw, draw.draw.draw);
            fill_ledger(page, ledger, part_names(records, ledger, draw.draw.draw));
            if (!rows.empty()) write_list_download(page, records, draw, committed.has_value());
            fill_citation(page, draw.draw.agency, title, draw.draw.published_on, page_address(draw.draw.draw, 1));
        }
    }
    if (committed && number > 1 && committed->overdue) page.body().fill("VERDICT", committed_words(*committed));
    if (!rows.empty()) fill_draw_list(page, rows, committed.has_value());
    fill_pager(page, number > 1 ? page_address(draw.draw.draw, number - 1) : "",
               more ? page_address(draw.draw.draw, number + 1) : "", "", "名单分页");
    page.put();
}

}  // namespace

void write_draw(const Site& site, records::PublicSite& records, const records::PublicDraw& draw) {
    const bool shown = draw.standing.withdrawn_on.empty();
    const Committed committed = shown ? records.committed_draw(draw.draw.draw) : std::nullopt;
    RowPages<records::PublicDrawnObject> list([&](int number, const auto& rows, bool more) {
        write_page(site, records, draw, committed, number, rows, more);
    });
    if (committed && pool_is_public(*committed)) write_pool(site, records, draw, *committed);
    if (draw.revealed && shown)
        records.each_drawn_object(draw.draw.draw, [&](const records::PublicDrawnObject& row) { list.add(row); });
    list.finish();
}

namespace {

/// Draws whose list should be public and is not; the home page leads here.
void fill_overdue(Page& page, const std::vector<records::PublicDraw>& overdue) {
    if (overdue.empty()) return;
    View view = page.body().add("LATE_DRAWS");
    view.set("LATE_DRAWS_COUNT", static_cast<std::int64_t>(overdue.size()));
    for (const records::PublicDraw& draw : overdue) {
        View late = view.add("LATE_DRAW");
        late.set("LATE_DRAW_HREF", page.href(records::address::draw(draw.draw.draw)));
        late.set("LATE_DRAW_TITLE", title_of(draw));
    }
}

void write_draws_page(const Site& site, const std::vector<records::PublicDraw>& overdue, const DrawStates& states,
                      const std::vector<records::PublicDraw>& draws, std::int64_t all,
                      const std::vector<DrawAccount>& accounts, int number, bool more) {
    Page page(site, numbered_address("draws/", number), number == 1 ? "抽取" : fmt::format("抽取第{}页", number),
              "list.tpl");
    page.section("draws");
    if (number > 1) page.crumb("抽取", "draws/");
    page.describe("历次随机抽取：时间、方式、抽中多少、名单。");
    page.body().set("LEAD", "每一次抽取何时进行、从多少户里抽、抽中了谁。被抽中只说明被随机选到，不说明有问题。");
    if (number == 1) fill_overdue(page, overdue);
    if (draws.empty()) page.body().fill("EMPTY", "还没有公开的抽取。抽取公开后会列在这里。");
    Table table(page, page.body(), "TABLE", fmt::format("抽取（{}次，新的在前）", all),
                {"抽取日期", "抽取", "区县", "对象总数", "抽中", "状态"});
    table.column_style(0, "date");
    table.column_style(3, "number");
    table.column_style(4, "number");
    for (const records::PublicDraw& draw : draws) {
        page.dated(draw.draw.published_on);
        table.row();
        const auto* committed = states.find(draw.draw.draw);
        table.date(draw.draw.drawn_at);
        if (committed != nullptr && draw.draw.drawn_at.empty())
            table.also(fmt::format("{} 承诺", committed->announced_at.substr(0, 10)));
        table.link(records::address::draw(draw.draw.draw), title_of(draw));
        table.link(records::address::office(draw.office), site.office_name(draw.office));
        table.text(draw.draw.population ? fmt::format("{}", *draw.draw.population) : "");
        table.text(states.drawn(draw));
        table.state(states.of(draw));
        if (const auto mark = objection_mark(site, "draw", draw.draw.draw)) table.also_state(*mark);
        const bool over = committed != nullptr && (!committed->ended_at.empty() || committed->overdue);
        if (draw.draw.list_public && !draw.revealed && !over) table.also(fmt::format("{}公开", draw.draw.reveal_on));
    }
    fill_pager(page, number > 1 ? numbered_address("draws/", number - 1) : "",
               more ? numbered_address("draws/", number + 1) : "", "", "抽取分页");
    for (const DrawAccount& account : accounts) {
        if (number > 1) break;
        View more_link = page.body().add("MORE");
        more_link.set("MORE_HREF", page.href(records::address::draw_year(account.office_code, account.year)));
        more_link.set("MORE_WORDS",
                      fmt::format("{}：{}", account.area.empty() ? account.office_code : site.office_name(account.area),
                                  account_words(account)));
    }
    page.put();
}

}  // namespace

void write_draws(const Site& site, records::PublicSite& records) {
    const auto draws = records.draws();
    const DrawStates states(records, draws);
    std::vector<records::PublicDraw> overdue;
    for (const records::PublicDraw& draw : draws)
        if (const auto* committed = states.find(draw.draw.draw); committed != nullptr && committed->overdue)
            overdue.push_back(draw);
    const auto accounts = draw_accounts(records);
    RowPages<records::PublicDraw> list([&](int number, const auto& rows, bool more) {
        write_draws_page(site, overdue, states, rows, static_cast<std::int64_t>(draws.size()), accounts, number, more);
    });
    for (const records::PublicDraw& draw : draws) list.add(draw);
    list.finish();
}

}  // namespace pages
