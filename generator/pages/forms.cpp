#include "generator/pages/forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "generator/pages/page.h"
#include "generator/pages/visits.h"

namespace pages {
namespace {

using Kind = FormPeriod::Kind;

std::string kind_words(const FormPeriod& period) {
    switch (period.kind) {
        case Kind::month:
            return fmt::format("{}月报表", period.words);
        case Kind::quarter:
            return fmt::format("{}汇总", period.words);
        case Kind::year:
            break;
    }
    return fmt::format("{}度汇总", period.words);
}

void add_link(Page& page, View year, std::string_view section, std::string_view address, std::string_view words) {
    View link = year.add(section);
    link.set("FORM_HREF", page.href(address));
    link.set("FORM_WORDS", words);
}

/// Newest year first; within a year the year, its quarters, its months.
void write_index(const Site& site, const records::Office& office, const std::vector<FormPeriod>& periods,
                 const std::set<records::VisitYear>& visited) {
    Page page(site, forms_address(office.area), fmt::format("{}的月报和汇总", office.name), "forms.tpl");
    page.section("rules");
    page.crumb(office.name, records::address::office(office.area));
    page.describe(fmt::format("{}的双随机、一公开月报表，季度和年度汇总。", office.name));
    if (periods.empty()) page.body().show("NONE");
    std::set<int, std::greater<>> years;
    for (const FormPeriod& period : periods) years.insert(period.year());
    for (const int year : years) {
        View view = page.body().add("YEAR");
        view.set("YEAR", static_cast<std::int64_t>(year));
        for (const auto& [kind, section] :
             {std::pair{Kind::year, "SUMMARY"}, {Kind::quarter, "SUMMARY"}, {Kind::month, "MONTH"}})
            for (const FormPeriod& period : periods)
                if (period.kind == kind && period.year() == year)
                    add_link(page, view, section, form_address(office.area, period), kind_words(period));
        if (visited.contains({office.area, year}))
            add_link(page, view, "VISITS", visits_address(office.area, year),
                     fmt::format("{}年同一企业检查次数", year));
    }
    page.put();
}

void write_office_forms(const Site& site, records::PublicSite& records, const records::Office& office,
                        const std::set<records::VisitYear>& visited) {
    const std::vector<FormPeriod> periods = periods_of(records::active_months(records, office.area));
    write_index(site, office, periods, visited);
    const ItemCategories categories(records, office.area);
    std::vector<FormFigures> months;
    for (const FormPeriod& period : periods) {
        FormFigures figures = figures_of(records, office.area, period, categories);
        if (period.kind == Kind::month) {
            write_monthly_form(site, records, office, figures);
            months.push_back(std::move(figures));
            continue;
        }
        std::vector<FormFigures> within;
        std::copy_if(months.begin(), months.end(), std::back_inserter(within),
                     [&](const FormFigures& month) { return period.holds(month.period); });
        write_summary(site, records, office, figures, within);
    }
}

}  // namespace

std::string forms_address(std::string_view area) {
    return records::address::office(area) + "forms/";
}
std::string form_address(std::string_view area, const FormPeriod& period) {
    return fmt::format("{}{}/", forms_address(area), period.key);
}
std::string form_workbook_address(std::string_view area, const FormPeriod& period) {
    return form_address(area, period) + (period.kind == Kind::month ? "form.xlsx" : "summary.xlsx");
}
bool still_running(const Site& site, const FormPeriod& period) {
    return site.facts.as_of.substr(0, 10) <= period.span.to;
}

void write_forms(const Site& site, records::PublicSite& records) {
    const std::set<records::VisitYear> visited = records::visit_years(records);
    for (const records::Office& office : site.offices) write_office_forms(site, records, office, visited);
}

}  // namespace pages
