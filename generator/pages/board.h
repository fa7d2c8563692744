// 规则与进度 boards: where each duty of an office stands in one year, with the rows behind every figure. Values,
// addresses and words that the board's pages share; findings are made by publish, here they are only shown. No page
// says how many days are left: a board whose findings did not change is the same file on every day.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/pages/board_rows.h"
#include "generator/pages/page.h"
#include "generator/pages/rule_texts.h"
#include "generator/pages/wording.h"
#include "records/public_site.h"

namespace pages {

/// One rule with its finding of an office, or of one of its departments, in one year.
struct Duty {
    records::RuleFacts rule;
    records::PublicFinding finding;
    std::vector<records::FindingMonth> months;
    std::optional<records::PublicDeclaredFigure> declared;
    RowPlaces rows;  // of the whole office's finding, also for a department
};

/// All that is shown of one office, or one of its departments, in one year.
struct Board {
    records::Office office;
    records::Department department;  // id 0: the whole office
    int year = 0;
    std::vector<int> years;    // that have a board, newest first
    std::vector<Duty> duties;  // by code
    std::vector<records::RuleFacts>
        others;  // without a finding of this year: 机器不能判断的, and what it does not speak of
    RuleTexts texts;
    const RowAddresses* addresses = nullptr;  // never null on a page
    const std::string& name() const { return department.id == 0 ? office.name : department.name; }
};

/// How many duties stand so: met, not_met, not_due, unjudged.
struct StandingCounts {
    std::int64_t met = 0, not_met = 0, not_due = 0, unjudged = 0;
    void add(std::string_view state);
    std::int64_t of(std::string_view state) const;
    std::int64_t all() const { return met + not_met + not_due + unjudged; }
};
StandingCounts counts_of(const std::vector<records::PublicFinding>& findings, records::Id department);
/// In the order in which boards have them: what is not kept first.
const std::vector<std::string>& standings();

/// The year of the site's date when the office has findings of it, else its newest; nothing without findings.
std::optional<int> current_year(const Site& site, records::PublicSite& records, std::string_view area);

/// A rule's code as a part of an address: itself when it is of a–z, 0–9 and - with a digit, so that it is no word of
/// ours (departments, visits), else "r-" and 16 hex digits of its SHA-256. Two codes never have the same, also where
/// capitals are not told apart.
std::string rule_slug(std::string_view code);
std::string rule_anchor(std::string_view code);  // "rule-…"
/// "rules/999901/2026/", "rules/999901/2026/departments/7/".
std::string board_address(std::string_view area, int year, records::Id department = 0);
/// The rows of a rule: "rules/999901/2026/000-14/".
std::string duty_address(std::string_view area, int year, std::string_view code);

// The board's words (board_wording.cpp).
/// 达到 未达到 未到期 不能判断, with their marks ✓ ✕ ◌ ?.
State standing_of(std::string_view state);
/// Of a finding: a rule without a threshold only shows its figure.
State standing_of(const Duty& duty);
/// 符合 不符合 例外 未到期 of a row.
State outcome_of(const Duty& duty, std::string_view outcome);
/// "12/15 = 80.0%"; never rounded up to a threshold that was not reached. Empty when nothing was counted.
std::string figure_of(const Duty& duty);
std::string percent_of(const Duty& duty);  // "80.0%", empty without a denominator
/// 起算事件起20个工作日内, 4月1日前, 每月20日前; empty when the rule has no period.
std::string period_words(const records::RuleFacts& rule);
/// The threshold, else the period.
std::string threshold_words(const records::RuleFacts& rule);
/// "联合抽查次数" of 规则对象, else the beginning of the requirement.
std::string short_name(const records::RuleFacts& rule);
/// 文号（or the document's name） and clause.
std::string source_words(const records::RuleFacts& rule);
/// More of the numerator speaks against the duty: ≤, <, =0.
bool upper(const records::RuleFacts& rule);
/// A rule that only shows its figure.
bool informational(const records::RuleFacts& rule);
/// Whether a part of what is counted is enough: then nothing is wrong with the rows outside the numerator.
bool a_part_is_enough(const records::RuleFacts& rule);

/// 达到 9 条，未达到 4 条 …; standings without any are left out.
std::string counts_words(const StandingCounts& counts);

/// How many rows speak against the duty.
std::int64_t missing_of(const Duty& duty);

// Numbers that lead to their rows: addresses are empty where there are no rows. A row of several departments stands
// under none of them, so a department whose rows are such is led to those of the whole office.
std::string numerator_address(const Board& board, const Duty& duty);
std::string denominator_address(const Board& board, const Duty& duty);
std::string rows_address(const Board& board, const Duty& duty, std::string_view outcome);
/// How a figure came about, in sentences: 分母是申报数…, 例外 3（理由：…）, 判断日….
std::vector<std::string> notes_of(const Duty& duty);

/// A department's share of one rule.
struct DepartmentDuty {
    records::Department department;
    Duty duty;
};

using Names = std::map<records::Id, std::string>;  // of departments

// Each writes one kind of page with its files (duty_page.cpp, board_page.cpp).
/// The pages of a rule's rows. `rows` as `duty.rows` has arranged them.
void write_duty(const Site& site, const Board& board, const Duty& duty, const std::vector<DepartmentDuty>& departments,
                const Names& names, const std::vector<records::FindingRow>& rows);
using DepartmentCounts = std::vector<std::pair<records::Department, StandingCounts>>;
void write_board(const Site& site, const Board& board, const DepartmentCounts& departments);

// Their files (board_files.cpp).
/// board.csv and board.xlsx beside a board; {{>DOWNLOADS}} leads to them.
void put_board_files(Page& page, const Board& board);
/// rows.csv and rows.xlsx beside a rule's rows.
void put_row_files(const Site& site, const Board& board, const Duty& duty, const Names& names,
                   const std::vector<records::FindingRow>& rows);
void fill_row_files(Page& page, const Board& board, const Duty& duty);
std::string board_json(const Board& board, const DepartmentCounts& departments);
std::string duty_json(const Board& board, const Duty& duty, const Names& names,
                      const std::vector<records::FindingRow>& rows);

}  // namespace pages
