// One rule of one office and year: how its figure came about, and every row it counted, missed or excepted, page by
// page.
#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/board.h"
#include "generator/pages/month_chart.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"
#include "generator/pages/table_files.h"

namespace pages {
namespace {

std::string folder_of(const Board& board, const Duty& duty) {
    return duty_address(board.office.area, board.year, duty.rule.code);
}

std::string title_of(const Board& board, const Duty& duty, int number) {
    return fmt::format("{} {}：{}{}年{}", duty.rule.code, short_name(duty.rule), board.office.name, board.year,
                       number == 1 ? "" : fmt::format("（第{}页）", number));
}

void fill_head(Page& page, const Board& board, const Duty& duty) {
    page.section("rules");
    page.crumb("规则与进度", "rules/");
    page.crumb(fmt::format("{}{}年", board.office.name, board.year), board_address(board.office.area, board.year));
    page.dated(duty.rows.newest);
    page.body().set("BOARD_HREF",
                    page.href(board_address(board.office.area, board.year) + "#" + rule_anchor(duty.rule.code)));
}

void fill_facts(Page& page, const Board& board, const Duty& duty) {
    const records::RuleFacts& rule = duty.rule;
    FactList facts(page, page.body(), "FACTS");
    facts.state("进度", standing_of(duty));
    facts.note(duty.finding.reason);
    facts.text("数字", figure_of(duty));
    facts.text("要求达到", threshold_words(rule));
    const RuleText* text = board.texts.find(rule.document_number, rule.document);
    facts.link("依据", text == nullptr ? "" : text->address, source_words(rule));
    facts.text("例外规定", rule.exception);
    facts.text("分子怎样数", rule.numerator);
    facts.text("分母怎样数", rule.denominator);
    facts.text("例外怎样认", rule.excepted);
    facts.date("判断日", duty.finding.final_on);
    for (const std::string& note : notes_of(duty)) page.body().add("NOTE").set("NOTE_WORDS", note);
    if (!duty.declared) return;
    View declared = page.body().add("DECLARED");
    declared.fill("DECLARED_NOTE", duty.declared->note);
    declared.set("DECLARED_WORDS", fmt::format("{} {}", duty.declared->name, duty.declared->value));
    declared.set("DECLARED_SOURCE", duty.declared->source.empty() ? "没有写明" : duty.declared->source);
    declared.fill("DECLARED_DAY", date_words(duty.declared->as_of));
}

/// Where each kind of row begins.
void fill_outcomes(Page& page, const Board& board, const Duty& duty) {
    for (const std::string_view outcome : {"missing", "excepted", "open", "counted"}) {
        const std::int64_t count = duty.rows.count(outcome, 0);
        if (count == 0) continue;
        const State state = outcome_of(duty, outcome);
        View view = page.body().add("OUTCOME");
        view.set("OUTCOME_HREF", page.href(rows_address(board, duty, outcome)));
        view.set("OUTCOME_WORD", state.word);
        view.set("OUTCOME_STYLE", state.style);
        view.set("OUTCOME_COUNT", count);
    }
}

/// What is not listed here is in the whole set.
void fill_left_out(Page& page, const Board& board, const Duty& duty, std::string_view kind) {
    if (duty.finding.rows_left_out == 0) return;
    std::string_view table = kind;
    if (kind == "object") table = "enterprise";
    if (kind == "visit") table = "result";
    View view = page.body().add("LEFT_OUT");
    view.set("LEFT_OUT_COUNT", duty.finding.rows_left_out);
    const bool known = records::find_public_table(table) != nullptr;
    view.set("LEFT_OUT_HREF", page.href(known ? table_address(table, "csv") : "data/"));
    view.set("LEFT_OUT_WHERE", fmt::format("office = {}，year = {}，{}", board.office.area, board.year,
                                           duty.rule.numerator.empty() ? duty.rule.subject : duty.rule.numerator));
}

void fill_departments(Page& page, const Board& board, const std::vector<DepartmentDuty>& departments) {
    if (departments.empty()) return;
    View section = page.body().add("DEPARTMENTS");
    Table table(page, section, "TABLE", "各部门",
                {"部门", "进度", "数字", outcome_of(departments.front().duty, "missing").word, "例外"});
    table.column_style(1, "narrow");
    table.column_style(3, "number");
    table.column_style(4, "number");
    for (const auto& [department, duty] : departments) {
        Board own;
        own.office = board.office, own.year = board.year, own.department = department;
        table.row();
        table.link(board_address(board.office.area, board.year, department.id) + "#" + rule_anchor(duty.rule.code),
                   department.name);
        table.state(standing_of(duty));
        table.link(numerator_address(own, duty), figure_of(duty));
        table.number(missing_of(duty), rows_address(own, duty, "missing"));
        table.number(duty.finding.excepted, rows_address(own, duty, "excepted"));
    }
}

void fill_rows(Page& page, const Board& board, const Duty& duty, const Names& departments,
               const std::vector<records::FindingRow>& rows, std::size_t begin, std::size_t end) {
    Table table(page, page.body(), "TABLE", fmt::format("第 {} 至 {} 行，共 {} 行", begin + 1, end, rows.size()),
                {"结果", "所计的一项", "部门", "日期", "应完成", "完成", "说明"});
    table.column_style(0, "narrow");
    for (const std::size_t column : {3, 4, 5}) table.column_style(column, "date");
    for (std::size_t i = begin; i < end; ++i) {
        const records::FindingRow& row = rows[i];
        const auto department = departments.find(row.department);
        table.row(row_anchor(duty.rows, rows, i));
        table.state(outcome_of(duty, row.outcome));
        table.link(board.addresses->of(row), row_name_words(row));
        table.also_code(row.code);
        table.text(department == departments.end() ? "" : department->second);
        table.date(row.day);
        table.date(row.due_on);
        table.date(row.done_on);
        table.text(row.reason);
    }
}

}  // namespace

void write_duty(const Site& site, const Board& board, const Duty& duty, const std::vector<DepartmentDuty>& departments,
                const Names& names, const std::vector<records::FindingRow>& rows) {
    const std::string folder = folder_of(board, duty);
    const int last = std::max(1, static_cast<int>((rows.size() + duty_rows_per_page - 1) / duty_rows_per_page));
    put_row_files(site, board, duty, names, rows);
    for (int number = 1; number <= last; ++number) {
        Page page(site, numbered_address(folder, number), title_of(board, duty, number), "duty.tpl");
        fill_head(page, board, duty);
        page.describe(duty.rule.requirement);
        page.body().set("REQUIREMENT", duty.rule.requirement);
        fill_outcomes(page, board, duty);
        if (number == 1) {
            page.twin(duty_json(board, duty, names, rows));
            page.body().show("FIRST");
            fill_facts(page, board, duty);
            fill_left_out(page, board, duty, rows.empty() ? "" : rows.back().kind);
            fill_departments(page, board, departments);
            fill_months(page.body(), "MONTHS", fmt::format("{}：按月", short_name(duty.rule)), duty.months);
        }
        if (rows.empty()) page.body().show("NO_ROWS");
        const std::size_t begin = static_cast<std::size_t>(number - 1) * duty_rows_per_page;
        fill_rows(page, board, duty, names, rows, begin, std::min(rows.size(), begin + duty_rows_per_page));
        fill_row_files(page, board, duty);
        fill_pager(page, number > 1 ? numbered_address(folder, number - 1) : "",
                   number < last ? numbered_address(folder, number + 1) : "", "", "所计各行分页");
        page.put();
    }
}

}  // namespace pages
