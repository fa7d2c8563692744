// Writing what the judges of all offices found into public.db.
#include "generator/publish/findings.h"

namespace publish {

using records::Id;

namespace {

std::string_view ground_of(const duties::FindingRow& row) {
    return row.kind == "not_yet" ? "尚未公开" : row.kind == "expired" ? "公示期满" : "不予公开";
}

}  // namespace

void Findings::write(records::PublicWriter& writer, const std::function<SeenName(Id)>& object_of) {
    count_plan_editions();
    count_item_lists();
    count_visits(object_of);
    count_inspectors();
    count_reports();
    Id figure = 0;
    for (auto& [area, own] : offices_)
        for (const records::DeclaredFigure& facts : portal_.declared_figures()) {
            if (facts.office != area) continue;
            const Id department = portal_.find_department(area, facts.department).value_or(0);
            figure_ids_[{area, facts.name, facts.year, department}] = ++figure;
            writer.declared_figure(
                {figure, area, facts.name, facts.year, department, facts.value, facts.as_of, facts.source, facts.note});
        }
    for (auto& [area, own] : offices_)
        if (own.judge) write_office(own, writer);
}

void Findings::write_office(OneOffice& own, records::PublicWriter& writer) {
    for (const duties::Finding& finding : own.judge->finish()) write_finding(finding, own, writer);
    own.judge.reset();
}

void Findings::write_finding(const duties::Finding& finding, const OneOffice& own, records::PublicWriter& writer) {
    records::PublicFinding shown;
    shown.id = next_finding_++;
    shown.office = own.facts.area;
    shown.rule = finding.rule;
    shown.department = finding.department.value_or(0);
    shown.year = finding.year;
    shown.state = duties::name_of(finding.standing);
    shown.reason = finding.reason;
    const bool nothing = finding.denominator ? *finding.denominator == 0
                                             : finding.standing == duties::Standing::unjudged && finding.numerator == 0;
    if (!nothing) shown.numerator = finding.numerator, shown.denominator = finding.denominator;
    if (finding.declared) {
        const auto id = figure_ids_.find(
            {own.facts.area, finding.declared->name, finding.declared->year, finding.declared->department.value_or(0)});
        if (id != figure_ids_.end()) shown.declared = id->second;
    }
    shown.excepted = finding.excepted;
    shown.open = finding.open;
    shown.provisional = finding.provisional;
    shown.final_on = finding.final_day;
    shown.rows_left_out = finding.rows_left_out;
    writer.finding(shown);
    for (const duties::MonthFigure& month : finding.months)
        if (!month.month.empty()) writer.finding_month({shown.id, month.month, month.numerator, month.denominator});
    if (!finding.department) write_rows(finding, shown.id, writer);
}

void Findings::write_rows(const duties::Finding& finding, Id id, records::PublicWriter& writer) {
    for (const duties::FindingRow& row : finding.rows) {
        records::FindingRow shown;
        shown.id = next_row_++;
        shown.finding = id;
        shown.kind = row.withheld ? "withheld" : row.kind;
        if (!row.withheld && row.kind != "inspector" && row.kind != "report")
            shown.record = row.kind == "drawn_object" ? row.id >> 32 : row.id;
        shown.code = row.code;
        shown.name = row.name;
        shown.outcome = duties::name_of(row.outcome);
        shown.reason = row.withheld && row.reason == "不予公开" ? std::string(ground_of(row)) : row.reason;
        if (!row.withheld || ground_of(row) != "不予公开") {  // of what is withheld only the number is told
            if (row.departments.size() == 1) shown.department = row.departments.front();
            shown.day = row.day;
            shown.due_on = row.due_on;
            shown.done_on = row.done_on;
        }
        writer.finding_row(shown);
    }
}

}  // namespace publish
