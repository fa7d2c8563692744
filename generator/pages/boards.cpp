// Puts the boards of one office and year together: its rules with their findings, the departments' shares of them, and
// the rows behind each. Rows are held for one rule at a time.
#include "generator/pages/boards.h"

#include <algorithm>
#include <map>
#include <set>

#include "generator/pages/board.h"

namespace pages {
namespace {

class Boards {
  public:
    Boards(const Site& site, records::PublicSite& records, const records::Office& office, int year)
        : site_(site), records_(records), addresses_(records, office.area), whole_(empty_board(office, year)) {
        for (const records::Department& department : records.departments(office.area))
            if (department.office == office.area) departments_.push_back(department);
        for (const records::Department& department : departments_) names_[department.id] = department.name;
        for (records::RuleFacts& rule : records.rules(office.area)) {
            rules_.emplace(rule.code, std::move(rule));
        }
        figures_ = records.declared_figures(office.area);
    }

    void write() {
        const auto findings = records_.findings(whole_.office.area, whole_.year);
        for (auto first = findings.begin(); first != findings.end();) {
            const auto last =
                std::find_if(first, findings.end(), [&](const auto& one) { return one.rule != first->rule; });
            write_rule({first, last});
            first = last;
        }
        for (const auto& [code, rule] : rules_)
            if (!found_.contains(code)) whole_.others.push_back(rule);
        DepartmentCounts counts;
        for (const records::Department& department : departments_)
            if (own_.contains(department.id)) counts.emplace_back(department, counts_of(findings, department.id));
        write_board(site_, whole_, counts);
        for (const auto& [id, board] : own_) write_board(site_, board, {});
    }

  private:
    Board empty_board(const records::Office& office, int year) {
        Board board;
        board.office = office, board.year = year;
        board.years = records_.finding_years(office.area);
        board.texts = rule_texts(site_);
        board.addresses = &addresses_;
        return board;
    }
    Duty duty_of(const records::PublicFinding& finding) {
        Duty duty;
        duty.rule = rules_.at(finding.rule);
        duty.finding = finding;
        duty.months = records_.finding_months(finding.id);
        for (const records::PublicDeclaredFigure& figure : figures_)
            if (finding.declared != 0 && figure.id == finding.declared) duty.declared = figure;
        return duty;
    }
    Board& board_of(const records::Department& department) {
        const auto [board, added] = own_.try_emplace(department.id);
        if (added) {
            board->second.office = whole_.office, board->second.year = whole_.year, board->second.years = whole_.years;
            board->second.addresses = &addresses_;
            board->second.texts = whole_.texts, board->second.department = department;
        }
        return board->second;
    }

    /// All findings of one rule, the whole office's first.
    void write_rule(const std::vector<records::PublicFinding>& findings) {
        RowPlaces places;
        std::vector<records::FindingRow> rows;
        found_.insert(findings.front().rule);
        const bool of_office = findings.front().department == 0;
        if (of_office) {
            records_.each_finding_row(findings.front().id,
                                      [&](const records::FindingRow& row) { rows.push_back(row); });
            places = arrange(rows);
            places.paged = true;
        }
        std::vector<DepartmentDuty> shares;
        for (const records::PublicFinding& finding : findings) {
            Duty duty = duty_of(finding);
            duty.rows = places;
            if (finding.department == 0) {
                whole_.duties.push_back(std::move(duty));
                continue;
            }
            const auto department = std::find_if(departments_.begin(), departments_.end(),
                                                 [&](const auto& one) { return one.id == finding.department; });
            if (department == departments_.end()) continue;
            board_of(*department).duties.push_back(duty);
            shares.push_back({*department, std::move(duty)});
        }
        if (of_office) write_duty(site_, whole_, whole_.duties.back(), shares, names_, rows);
    }

    const Site& site_;
    records::PublicSite& records_;
    RowAddresses addresses_;
    Board whole_;
    std::map<records::Id, Board> own_;  // of departments
    std::vector<records::Department> departments_;
    Names names_;
    std::map<std::string, records::RuleFacts> rules_;
    std::set<std::string> found_;  // codes with a finding of this year
    std::vector<records::PublicDeclaredFigure> figures_;
};

}  // namespace

void write_boards(const Site& site, records::PublicSite& records, const records::Office& office, int year) {
    Boards(site, records, office, year).write();
}

}  // namespace pages
