// The figures of one rule, by year and department, as rows are added to them; and the findings they end in. For
// judging.cpp and report_duties.cpp. Pure.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "generator/duties/kept_rows.h"
#include "generator/duties/rule_rows.h"
#include "generator/duties/standing.h"

namespace duties {

/// What one row adds to a rule's figures.
struct RowJudgement {
    Outcome outcome{};
    bool in_numerator = false, in_denominator = false;
    bool provisional = false;
    std::string month;  // YYYY-MM or ""
};

/// A rule with what has been counted for it.
class RuleFigures {
  public:
    RuleFigures(records::RuleFacts facts, ReadRule read) : facts_(std::move(facts)), read_(std::move(read)) {}

    const records::RuleFacts& facts() const { return facts_; }
    const ReadRule& read() const { return read_; }
    /// Whether the rule speaks of that year: 施行日期, 失效日期, and the year of a fixed date YYYY-MM-DD.
    bool speaks_of(int year) const;
    /// Whether a period that begins on that day (ISO) is one of the rule's: 施行日期 and 失效日期 belong to it.
    bool speaks_of(std::string_view day) const;

    /// `make_row` gives the FindingRow where it is kept; outcome, provisional and a withheld row's silence are set
    /// here.
    template <typename MakeRow>
    void add(int year, std::span<const records::Id> departments, bool withheld, records::Id order,
             const RowJudgement& judgement, MakeRow make_row) {
        count(year, departments, withheld, judgement);
        KeptRows& rows = years_[year].rows;
        if (!rows.keeps(judgement.outcome)) return rows.pass_over();
        FindingRow row = make_row();
        row.departments.assign(departments.begin(), departments.end());
        finish_row(row, withheld, judgement);
        rows.add(std::move(row), order);
    }
    /// A row that cannot be judged because the day its period begins is unknown.
    void add_without_start(int year, std::span<const records::Id> departments);
    /// The whole office gets a finding of this year even if it has no rows.
    void expect_year(int year) { years_[year]; }

    /// Findings by year and department, the whole office first. Once.
    std::vector<Finding> findings(const std::vector<DeclaredFigure>& declared, bool no_reports, std::string_view as_of);

  private:
    struct Figures {
        std::int64_t numerator = 0, denominator = 0;
        std::int64_t counted = 0, missing = 0, excepted = 0, open = 0, withheld = 0;
        std::int64_t without_start = 0, missing_provisional = 0;
        bool provisional = false;
        std::map<std::string, MonthFigure> months;
        void add(bool withheld_row, const RowJudgement& judgement);
    };
    struct Year {
        Figures whole;
        std::map<records::Id, Figures> departments;
        KeptRows rows;
    };

    void count(int year, std::span<const records::Id> departments, bool withheld, const RowJudgement& judgement);
    static void finish_row(FindingRow& row, bool withheld, const RowJudgement& judgement);
    Finding finding(int year, std::optional<records::Id> department, const Figures& figures, RowsUnclear& unclear,
                    const std::vector<DeclaredFigure>& declared) const;
    void use_declared(Finding& finding, RowsUnclear& unclear, const std::vector<DeclaredFigure>& declared) const;
    std::string final_day(int year) const;

    records::RuleFacts facts_;
    ReadRule read_;
    std::map<int, Year> years_;
};

}  // namespace duties
