// 规则与进度: how many duties each office keeps this year, leading to its board; an office without a board has its
// rules here in words.
#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/board.h"
#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

struct OfficeStanding {
    records::Office office;
    std::vector<records::RuleFacts> rules;
    std::vector<int> years;
    std::optional<int> year;
    StandingCounts counts;  // of that year, the whole office
};

std::vector<OfficeStanding> gather(const Site& site, records::PublicSite& records) {
    std::vector<OfficeStanding> all;
    for (const records::Office& office : site.offices) {
        OfficeStanding one{office,
                           records.rules(office.area),
                           records.finding_years(office.area),
                           current_year(site, records, office.area),
                           {}};
        if (one.year) one.counts = counts_of(records.findings(office.area, *one.year), 0);
        all.push_back(std::move(one));
    }
    return all;
}

/// Of the rules; the board lists them.
std::int64_t not_judged(const OfficeStanding& one) {
    return std::count_if(one.rules.begin(), one.rules.end(), [](const auto& rule) { return !rule.machine_judged; });
}

void fill_overview(Page& page, const std::vector<OfficeStanding>& offices) {
    Table table(page, page.body(), "OVERVIEW", "各区县做到了多少",
                {"区县", "年度", "✓ 达到", "✕ 未达到", "◌ 未到期", "? 不能判断", "机器不能判断"});
    for (std::size_t column = 1; column < 7; ++column) table.column_style(column, "number");
    for (const OfficeStanding& one : offices) {
        if (!one.year) continue;
        const std::string address = board_address(one.office.area, *one.year);
        table.row();
        table.link(address, one.office.name);
        table.number(*one.year);
        for (const std::string_view state : {"met", "not_met", "not_due", "unjudged"})
            table.number(one.counts.of(state), fmt::format("{}#{}", address, state));
        table.number(not_judged(one), address + "#others");
    }
}

void fill_rules(Page& page, View view, const OfficeStanding& one) {
    Table table(page, view, "TABLE", fmt::format("{}执行的规则（{}条）", one.office.name, one.rules.size()),
                {"要求", "期限或比例", "例外", "依据"});
    table.column_style(1, "medium");
    table.column_style(3, "medium");
    for (const records::RuleFacts& rule : one.rules) {
        table.row();
        table.text(rule.requirement);
        table.text(threshold_words(rule));
        table.text(rule.exception);
        table.text(rule.document_number.empty() ? rule.document : rule.document_number);
        table.also(rule.clause);
    }
}

void fill_office(Page& page, records::PublicSite& records, const OfficeStanding& one) {
    const records::PublicSite::Totals totals = records.totals(one.office.area, 0);
    View view = page.body().add("OFFICE");
    view.set("OFFICE_ID", fmt::format("o{}", one.office.area));
    view.set("OFFICE_NAME", one.office.name);
    view.set("OFFICE_HREF", page.href(records::address::office(one.office.area)));
    view.set("STAND", fmt::format("被抽中 {} 户次，已公开结果 {} 条，逾期未公开：{}，后续处置未完结 {} 条。",
                                  totals.drawn, totals.results, overdue_words(totals), totals.open_follow_ups));
    if (one.rules.empty()) return view.show("NO_RULES");
    if (one.year) view.fill("COUNTS", fmt::format("{}年：{}。", *one.year, counts_words(one.counts)));
    for (const int year : one.years) {
        View link = view.add("YEAR");
        link.set("YEAR_HREF", page.href(board_address(one.office.area, year)));
        link.set("YEAR_WORDS", fmt::format("{}年逐条看", year));
    }
    if (one.years.empty()) fill_rules(page, view, one);
}

}  // namespace

void write_rules(const Site& site, records::PublicSite& records) {
    Page page(site, "rules/", "规则与进度", "rules.tpl");
    page.section("rules");
    page.describe("各区县按自己执行的文件，每条要求做到了多少，依据是哪一条，没有做到的是哪些。");
    page.dated(site.facts.as_of);
    page.body().set("AS_OF", date_words(site.facts.as_of));
    const std::vector<OfficeStanding> offices = gather(site, records);
    fill_overview(page, offices);
    if (!rule_texts(site).texts.empty()) page.body().show("ABOUT");
    for (const OfficeStanding& one : offices) fill_office(page, records, one);
    page.put();
}

}  // namespace pages
