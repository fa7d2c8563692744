#include "generator/duties/rule_figures.h"

#include <tuple>

#include "generator/duties/deadlines.h"
#include "text/fold.h"

namespace duties {

namespace {

int year_of(std::string_view day) {
    return std::stoi(std::string(day.substr(0, 4)));
}

/// The newest declared figure of a name for a year and a department, or the office.
const DeclaredFigure* find_declared(const std::vector<DeclaredFigure>& declared, std::string_view name, int year,
                                    std::optional<records::Id> department) {
    const std::string folded = text::fold(name);
    const DeclaredFigure* newest = nullptr;
    for (const DeclaredFigure& figure : declared) {
        if (figure.year != year || figure.department != department || text::fold(figure.name) != folded) continue;
        if (newest == nullptr || std::tie(newest->as_of, newest->value) < std::tie(figure.as_of, figure.value))
            newest = &figure;
    }
    return newest;
}

}  // namespace

void RuleFigures::Figures::add(bool withheld_row, const RowJudgement& judgement) {
    switch (judgement.outcome) {
        case Outcome::counted:
            ++counted;
            break;
        case Outcome::missing:
            ++missing;
            missing_provisional += judgement.provisional;
            break;
        case Outcome::excepted:
            ++excepted;
            break;
        case Outcome::open:
            ++open;
            break;
    }
    withheld += withheld_row;
    provisional = provisional || judgement.provisional;
    numerator += judgement.in_numerator;
    denominator += judgement.in_denominator;
    if (!judgement.in_numerator && !judgement.in_denominator) return;
    MonthFigure& month = months[judgement.month];
    month.numerator += judgement.in_numerator;
    month.denominator += judgement.in_denominator;
}

bool RuleFigures::speaks_of(int year) const {
    if (!facts_.effective_on.empty() && year < year_of(facts_.effective_on)) return false;
    if (!facts_.ended_on.empty() && year > year_of(facts_.ended_on)) return false;
    const bool once = text::parse_iso(facts_.fixed_date).has_value();
    return !once || year == year_of(facts_.fixed_date);
}

bool RuleFigures::speaks_of(std::string_view day) const {
    return (facts_.effective_on.empty() || day >= facts_.effective_on) &&
           (facts_.ended_on.empty() || day <= facts_.ended_on);
}

void RuleFigures::count(int year, std::span<const records::Id> departments, bool withheld,
                        const RowJudgement& judgement) {
    Year& of_year = years_[year];
    of_year.whole.add(withheld, judgement);
    for (const records::Id department : departments) of_year.departments[department].add(withheld, judgement);
}

void RuleFigures::add_without_start(int year, std::span<const records::Id> departments) {
    Year& of_year = years_[year];
    ++of_year.whole.without_start;
    for (const records::Id department : departments) ++of_year.departments[department].without_start;
}

void RuleFigures::finish_row(FindingRow& row, bool withheld, const RowJudgement& judgement) {
    row.outcome = judgement.outcome;
    row.provisional = judgement.provisional;
    row.withheld = withheld;
    if (!withheld) return;
    row.id = 0;
    row.code.clear();
    row.name.clear();
    if (row.reason.empty()) row.reason = "不予公开";
}

std::string RuleFigures::final_day(int year) const {
    if (read_.deadline) return {};
    const std::vector<text::Date> days = fixed_days(facts_, year);
    return days.empty() ? std::string() : text::iso(days.back());
}

void RuleFigures::use_declared(Finding& finding, RowsUnclear& unclear,
                               const std::vector<DeclaredFigure>& declared) const {
    for (const auto* expression : {&read_.numerator, &read_.denominator}) {
        if (!*expression || (*expression)->noun != Noun::declared) continue;
        const DeclaredFigure* figure = find_declared(declared, (*expression)->figure, finding.year, finding.department);
        if (figure == nullptr) {
            unclear.missing_figure = (*expression)->figure;
            continue;
        }
        finding.declared = *figure;
        if (expression == &read_.numerator)
            finding.numerator = figure->value;
        else
            finding.denominator = figure->value;
    }
}

Finding RuleFigures::finding(int year, std::optional<records::Id> department, const Figures& figures,
                             RowsUnclear& unclear, const std::vector<DeclaredFigure>& declared) const {
    Finding finding;
    finding.rule = facts_.code;
    finding.year = year;
    finding.department = department;
    finding.numerator = figures.numerator;
    if (read_.deadline || (read_.denominator && read_.denominator->noun != Noun::declared))
        finding.denominator = figures.denominator;
    finding.upper = read_.threshold && read_.threshold->upper();
    finding.counted = figures.counted;
    finding.missing = figures.missing;
    finding.excepted = figures.excepted;
    finding.open = figures.open;
    finding.withheld = figures.withheld;
    finding.provisional = figures.provisional;
    finding.final_day = final_day(year);
    for (const auto& [name, month] : figures.months)
        finding.months.push_back({name, month.numerator, month.denominator});
    unclear.without_start = figures.without_start;
    unclear.missing_provisional = figures.missing_provisional;
    use_declared(finding, unclear, declared);
    return finding;
}

std::vector<Finding> RuleFigures::findings(const std::vector<DeclaredFigure>& declared, bool no_reports,
                                           std::string_view as_of) {
    std::vector<Finding> findings;
    for (auto& [year, of_year] : years_) {
        RowsUnclear unclear;
        unclear.no_reports = no_reports && read_.subject != nullptr && read_.subject->noun == Noun::report;
        Finding whole = finding(year, std::nullopt, of_year.whole, unclear, declared);
        settle(whole, read_, unclear, as_of);
        const std::int64_t total = of_year.rows.total();
        whole.rows = of_year.rows.take();
        whole.rows_left_out = total - static_cast<std::int64_t>(whole.rows.size());
        findings.push_back(std::move(whole));
        for (const auto& [department, figures] : of_year.departments) {
            RowsUnclear of_department;
            Finding part = finding(year, department, figures, of_department, declared);
            if (!of_department.missing_figure.empty()) continue;  // nobody declared it for a department
            settle(part, read_, of_department, as_of);
            findings.push_back(std::move(part));
        }
    }
    return findings;
}

}  // namespace duties
