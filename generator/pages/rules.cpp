// 规则与进度: the rules each office follows, in words with document and clause, and where things stand.
#include <fmt/format.h>

#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

/// 04-01 → 4月1日; any other text as it is.
std::string fixed_words(const std::string& date) {
    const bool month_and_day = date.size() == 5 && date[2] == '-';
    return month_and_day ? day_words("2000-" + date) : date_words(date);
}

std::string unit_words(std::string_view unit) {
    if (unit == "working_day" || unit == "工作日") return "个工作日";
    if (unit == "month" || unit == "月") return "个月";
    if (unit == "day" || unit == "天" || unit == "日" || unit.empty()) return "天";
    return std::string(unit);
}

std::string threshold_words(const records::RuleFacts& rule) {
    if (!rule.threshold.empty()) return rule.threshold;
    if (!rule.fixed_date.empty()) return fmt::format("{}前", fixed_words(rule.fixed_date));
    if (!rule.length) return {};
    return fmt::format("{}{}{}内", rule.start_event.empty() ? "" : fmt::format("{}起 ", rule.start_event), *rule.length,
                       unit_words(rule.unit));
}

void fill_office(Page& page, records::PublicSite& records, const records::Office& office) {
    const auto rules = records.rules(office.area);
    const records::PublicSite::Totals totals = records.totals(office.area, 0);
    View view = page.body().add("OFFICE");
    view.set("OFFICE_ID", fmt::format("o{}", office.area));
    view.set("OFFICE_NAME", office.name);
    view.set("OFFICE_HREF", page.href(records::address::office(office.area)));
    view.set("STAND", fmt::format("被抽中 {} 户次，已公开结果 {} 条，逾期未公开：{}，后续处置未完结 {} 条。",
                                  totals.drawn, totals.results, overdue_words(totals), totals.open_follow_ups));
    if (rules.empty()) return view.show("NO_RULES");
    Table table(page, view, "TABLE", fmt::format("{}执行的规则（{}条）", office.name, rules.size()),
                {"要求", "期限或比例", "例外", "依据"});
    table.column_style(1, "medium");
    table.column_style(3, "medium");
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
