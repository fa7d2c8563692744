#include "generator/publish/duty_report.h"

#include <algorithm>
#include <map>

#include "records/public_site.h"

namespace publish {

namespace {

/// What needs a person comes first.
int place(const Duty& duty) {
    if (duty.overdue > 0) return 0;
    if (duty.state == "not_met") return 1;
    if (duty.state == "unjudged") return duty.only_shown ? 5 : 2;
    return duty.state == "not_due" ? 3 : 4;
}

void read_rows(records::PublicSite& site, records::Id finding, std::string_view as_of, Duty& duty) {
    site.each_finding_row(finding, [&](const records::FindingRow& row) {
        if (row.outcome != "missing" && row.outcome != "excepted") return;
        DutyRow one{row.kind, row.code, row.name, row.due_on, row.done_on, row.reason};
        if (row.outcome == "excepted") return duty.excepted_rows.push_back(std::move(one));
        ++duty.missing;
        one.overdue = !row.due_on.empty() && row.done_on.empty() && row.due_on < as_of;
        one.late = !row.due_on.empty() && row.done_on > row.due_on;
        duty.overdue += one.overdue;
        duty.late += one.late;
        duty.missing_rows.push_back(std::move(one));
    });
    std::stable_partition(duty.missing_rows.begin(), duty.missing_rows.end(),
                          [](const DutyRow& row) { return row.overdue; });
}

Duty duty_of(const records::PublicFinding& finding, const records::RuleFacts* rule) {
    Duty duty;
    duty.rule = finding.rule;
    if (rule != nullptr) duty.clause = rule->clause, duty.requirement = rule->requirement;
    duty.year = finding.year;
    duty.state = finding.state;
    duty.reason = finding.reason;
    duty.final_on = finding.final_on;
    duty.numerator = finding.numerator;
    duty.denominator = finding.denominator;
    duty.excepted = finding.excepted;
    duty.open = finding.open;
    duty.provisional = finding.provisional;
    duty.only_shown = finding.state == "unjudged" && finding.numerator &&
                      (rule == nullptr || rule->threshold.empty()) && (rule == nullptr || rule->kind != "期限");
    return duty;
}

void add_office(records::PublicSite& site, const records::Office& office, std::string_view as_of, DutyReport& report) {
    std::map<std::string, records::RuleFacts> rules;
    for (records::RuleFacts& rule : site.rules(office.area)) rules.emplace(rule.code, rule);
    std::map<records::Id, std::string> departments;
    for (const records::Department& one : site.departments(office.area)) departments[one.id] = one.name;
    const int this_year = std::stoi(std::string(as_of.substr(0, 4)));
    for (const int year : site.finding_years(office.area))
        for (const records::PublicFinding& finding : site.findings(office.area, year)) {
            const auto rule = rules.find(finding.rule);
            Duty duty = duty_of(finding, rule == rules.end() ? nullptr : &rule->second);
            duty.office = office.area;
            duty.office_name = office.name;
            duty.department = departments[finding.department];
            if (finding.department == 0) read_rows(site, finding.id, as_of, duty);
            const bool final = finding.final_on.empty() || finding.final_on < as_of;
            duty.missed = duty.overdue > 0 || (duty.state == "not_met" && final && year == this_year);
            if (finding.department == 0) {
                report.missed += duty.missed;
                report.unsettled +=
                    year == this_year && ((duty.state == "unjudged" && !duty.only_shown) || duty.provisional);
                if (duty.reason.starts_with("没有申报数"))
                    report.no_figure.push_back(office.name + " " + std::to_string(year) + "年规则 " + duty.rule + "：" +
                                               duty.reason);
            }
            report.duties.push_back(std::move(duty));
        }
}

}  // namespace

DutyReport duty_report(const std::filesystem::path& public_db, std::string_view as_of) {
    records::PublicSite site(public_db);
    DutyReport report;
    for (const records::Office& office : site.offices()) add_office(site, office, as_of, report);
    std::stable_sort(report.duties.begin(), report.duties.end(), [](const Duty& a, const Duty& b) {
        return std::pair(place(a), !a.department.empty()) < std::pair(place(b), !b.department.empty());
    });
    return report;
}

}  // namespace publish
