// 规则与进度: the rules each office follows, in words with document and clause, and where things stand.
#include <fmt/format.h>

#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

std::string threshold_words(const records::RuleFacts& rule) {
    if (!rule.threshold.empty()) return rule.threshold;
    if (!rule.fixed_date.empty()) return fmt::format("{}前", rule.fixed_date);
    if (!rule.length) return {};
    const std::string unit = rule.unit == "working_day" ? "个工作日" : rule.unit == "month" ? "个月" : "天";
    return fmt::format("{}{}{}内", rule.start_event.empty() ? "" : fmt::format("{}起 ", rule.start_event), *rule.length,
                       unit);
}

void fill_office(Page& page, records::PublicSite& records, const records::Office& office) {
    const auto rules = records.rules(office.area);
    const records::PublicSite::Totals totals = records.totals(office.area, 0);
    View view = page.body().add("OFFICE");
    view.set("OFFICE_ID", fmt::format("o{}", office.area));
    view.set("OFFICE_NAME", office.name);
    view.set("OFFICE_HREF", page.href(records::address::office(office.area)));
    view.set("STAND", fmt::format("被抽中 {} 户次，已公开结果 {} 条，逾期未公开 {} 户，后续处置未完结 {} 条。",
                                  totals.drawn, totals.results, totals.overdue_results, totals.open_follow_ups));
    if (rules.empty()) return view.show("NO_RULES");
    Table table(page, view, "TABLE", fmt::format("{}执行的规则（{}条）", office.name, rules.size()),
                {"要求", "期限或比例", "例外", "依据"});
    for (const records::RuleFacts& rule : rules) {
        table.row();
        table.text(rule.requirement);
        table.text(threshold_words(rule));
        table.text(rule.exception);
        table.text(rule.document_number.empty() ? rule.document : rule.document_number);
        table.also(rule.clause);
    }
}

}  // namespace

void write_rules(const Site& site, records::PublicSite& records) {
    Page page(site, "rules/", "规则与进度", "rules.tpl");
    page.section("rules");
    page.describe("各区县抽查执行的规则、期限，以及现在的进度。");
    page.dated(site.facts.as_of);
    page.body().set("AS_OF", date_words(site.facts.as_of));
    for (const records::Office& office : site.offices) fill_office(page, records, office);
    page.put();
}

}  // namespace pages
