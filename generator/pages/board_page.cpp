// The board 规则与进度 of one office or department and year: all its duties in one table, then each with its clause,
// figure, months and who is missing, then what no machine can judge.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "generator/pages/board.h"
#include "generator/pages/month_chart.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

/// How much of each duty a board shows: as much as keeps the page small. The rest is on the rule's own page.
struct Detail {
    bool sections = true, chart = true;
    std::size_t missing = 5;  // rows
};

/// About how many bytes a board takes with such detail.
std::size_t estimate(const Board& board, std::size_t departments, const Detail& detail) {
    constexpr std::size_t frame = 8'000, matrix_row = 480, section = 950, chart = 800, month = 120, line = 190,
                          other = 200, department = 560;
    std::size_t bytes = frame + departments * department;
    for (const records::RuleFacts& rule : board.others) bytes += other + rule.requirement.size() + rule.code.size();
    for (const Duty& duty : board.duties) {
        bytes += matrix_row;
        if (!detail.sections) continue;
        bytes += section + duty.rule.requirement.size() + duty.rule.exception.size() + duty.finding.reason.size();
        for (const auto& [reason, count] : duty.rows.reasons) bytes += reason.size() + 20;
        if (detail.chart && duty.months.size() > 1) bytes += chart + month * months_shown(duty.months);
        const auto missing = duty.rows.first_missing.find(board.department.id);
        if (missing == duty.rows.first_missing.end()) continue;
        for (std::size_t i = 0; i < std::min(detail.missing, missing->second.size()); ++i)
            bytes += line + missing->second[i].name.size();
    }
    return bytes;
}

Detail detail_of(const Board& board, std::size_t departments) {
    constexpr std::size_t most = 92'000;
    for (const bool chart : {true, false})
        for (const std::size_t missing : {5, 3, 2, 1, 0})
            if (const Detail detail{true, chart, missing}; estimate(board, departments, detail) <= most) return detail;
    return {false, false, 0};
}

/// By standing, what is not kept first; the first row of each standing has its anchor.
void fill_matrix(Page& page, const Board& board, const Detail& detail) {
    Table table(page, page.body(), "MATRIX", "各条要求", {"要求", "进度", "数字", "应达到"});
    table.column_style(1, "narrow");
    for (const std::string& standing : standings()) {
        std::string anchor = standing;
        for (const Duty& duty : board.duties) {
            if (duty.finding.state != standing) continue;
            if (!detail.sections && !anchor.empty()) page.body().add("STANDING_ANCHOR").set("STANDING", anchor);
            table.row(detail.sections ? anchor : rule_anchor(duty.rule.code));
            anchor.clear();
            table.link(detail.sections ? board_address(board.office.area, board.year, board.department.id) + "#" +
                                             rule_anchor(duty.rule.code)
                                       : denominator_address(board, duty),
                       fmt::format("{} {}", duty.rule.code, short_name(duty.rule)));
            table.state(standing_of(duty));
            const std::string rows = numerator_address(board, duty);  // none: of what
            table.link(rows.empty() ? denominator_address(board, duty) : rows, figure_of(duty));
            table.text(threshold_words(duty.rule));
        }
    }
}

void fill_departments(Page& page, const Board& board, const DepartmentCounts& departments) {
    if (departments.empty()) return;
    Table table(page, page.body().add("DEPARTMENTS"), "TABLE", "各部门",
                {"部门", "✓ 达到", "✕ 未达到", "◌ 未到期", "? 不能判断"});
    for (std::size_t column = 1; column < 5; ++column) table.column_style(column, "number");
    for (const auto& [department, counts] : departments) {
        const std::string address = board_address(board.office.area, board.year, department.id);
        table.row();
        table.link(address, department.name);
        for (const std::string_view state : {"met", "not_met", "not_due", "unjudged"})
            table.number(counts.of(state), fmt::format("{}#{}", address, state));
    }
}

/// Text with a link, or without where there is nothing to lead to.
void link_or_plain(Page& page, View view, const std::string& address) {
    if (address.empty()) return view.show("PLAIN");
    view.add("LINKED").set("HREF", page.href(address));
}

void fill_number(Page& page, View figure, std::string_view name, const std::optional<std::int64_t>& number,
                 const std::string& address) {
    if (!number) return;
    View view = figure.add(name);
    view.set("NUMBER", *number);
    link_or_plain(page, view, address);
}

void fill_missing(Page& page, View view, const Board& board, const Duty& duty, std::size_t most) {
    const auto rows = duty.rows.first_missing.find(board.department.id);
    if (rows == duty.rows.first_missing.end() || most == 0 || informational(duty.rule)) return;
    if (a_part_is_enough(duty.rule) && duty.finding.state == "met") return;
    View missing = view.add("MISSING");
    missing.set("MISSING_WORD", outcome_of(duty, "missing").word);
    for (std::size_t i = 0; i < std::min(most, rows->second.size()); ++i) {
        const records::FindingRow& row = rows->second[i];
        View line = missing.add("ROW");
        line.set("ROW_NAME", row_name_words(row));
        link_or_plain(page, line, board.addresses->of(row));
        line.fill("ROW_DAY", !row.due_on.empty() ? fmt::format("期限{}", date_words(row.due_on)) : date_words(row.day));
    }
    const std::int64_t all = duty.rows.count("missing", board.department.id);
    if (all > static_cast<std::int64_t>(most)) missing.fill("MISSING_ALL", fmt::format("{}", all));
    missing.set("MISSING_HREF", page.href(rows_address(board, duty, "missing")));
}

void fill_duty(Page& page, const Board& board, const Duty& duty, const Detail& detail) {
    const records::RuleFacts& rule = duty.rule;
    View view = page.body().add("DUTY");
    view.set("ANCHOR", rule_anchor(rule.code));
    view.set("DUTY_CODE", rule.code);
    view.set("DUTY_NAME", short_name(rule));
    view.set("REQUIREMENT", rule.requirement);
    const RuleText* text = board.texts.find(rule.document_number, rule.document);
    View source = view.add("SOURCE");
    source.set("SOURCE_WORDS", source_words(rule));
    link_or_plain(page, source, text == nullptr ? "" : text->address);
    view.fill("EXCEPTION", rule.exception);
    const State state = standing_of(duty);
    view.set("STATE", state.word);
    view.set("STATE_STYLE", state.style);
    View figure = view.add("FIGURE");
    fill_number(page, figure, "NUMERATOR", duty.finding.numerator, numerator_address(board, duty));
    fill_number(page, figure, "DENOMINATOR", duty.finding.denominator, denominator_address(board, duty));
    figure.fill("PERCENT", percent_of(duty));
    view.fill("THRESHOLD", threshold_words(rule));
    view.fill("REASON", duty.finding.reason);
    for (const std::string& note : notes_of(duty)) view.add("NOTE").set("NOTE_WORDS", note);
    if (detail.chart) fill_months(view, "MONTHS", fmt::format("{} {}：按月", rule.code, short_name(rule)), duty.months);
    fill_missing(page, view, board, duty, detail.missing);
    if (duty.rows.paged)
        view.add("ROWS").set("ROWS_HREF", page.href(duty_address(board.office.area, board.year, rule.code)));
}

void fill_others(Page& page, const Board& board) {
    if (board.others.empty()) return;
    View section = page.body().add("OTHERS");
    section.set("OTHERS_COUNT", static_cast<std::int64_t>(board.others.size()));
    for (const records::RuleFacts& rule : board.others) {
        View view = section.add("OTHER");
        view.set("OTHER_ANCHOR", rule_anchor(rule.code));
        view.set("OTHER_CODE", rule.code);
        view.set("OTHER_WORDS", rule.requirement);
        view.fill("OTHER_CLAUSE", rule.clause);
        view.set("OTHER_WHY", rule.machine_judged ? "本年度没有要判断的" : "机器不能判断");
    }
}

/// The documents the board's rules come from, those somebody wrote about with a link.
void fill_documents(Page& page, const Board& board) {
    std::vector<std::pair<std::string, std::string>> known;  // document and number
    const auto add = [&](const records::RuleFacts& rule) {
        const std::pair document(rule.document, rule.document_number);
        if (std::find(known.begin(), known.end(), document) == known.end()) known.push_back(document);
    };
    for (const Duty& duty : board.duties) add(duty.rule);
    for (const records::RuleFacts& rule : board.others) add(rule);
    for (const auto& [title, number] : known) {
        View view = page.body().add("DOCUMENT");
        view.set("DOCUMENT_TITLE", title.empty() ? number : title);
        if (!title.empty()) view.fill("DOCUMENT_NUMBER", number);
        const RuleText* text = board.texts.find(number, title);
        link_or_plain(page, view, text == nullptr ? "" : text->address);
    }
}

void fill_links(Page& page, const Board& board) {
    const auto add = [&](const std::string& address, const std::string& words) {
        View link = page.body().add("MORE");
        link.set("MORE_HREF", page.href(address));
        link.set("MORE_WORDS", words);
    };
    if (board.department.id != 0) {
        add(board_address(board.office.area, board.year), fmt::format("{}{}年全部要求", board.office.name, board.year));
        add(records::address::department(board.office.area, board.department.id), "本部门的计划和结果");
    } else {
        for (const int year : board.years)
            if (year != board.year) add(board_address(board.office.area, year), fmt::format("{}年", year));
        add(records::address::office(board.office.area), "本区县的计划和结果");
    }
}

}  // namespace

void write_board(const Site& site, const Board& board, const DepartmentCounts& departments) {
    Page page(site, board_address(board.office.area, board.year, board.department.id),
              fmt::format("{}{}年规则与进度", board.name(), board.year), "board.tpl");
    page.section("rules");
    page.crumb("规则与进度", "rules/");
    if (board.department.id != 0)
        page.crumb(fmt::format("{}{}年", board.office.name, board.year), board_address(board.office.area, board.year));
    page.describe(
        fmt::format("{}{}年按文件各条要求做到了多少：数字、依据和没有做到的各行。", board.name(), board.year));
    StandingCounts counts;
    for (const Duty& duty : board.duties) {
        counts.add(duty.finding.state);
        page.dated(duty.rows.newest);
    }
    page.twin(board_json(board, departments));
    page.body().set("COUNT", counts.all());
    page.body().set("COUNTS", counts_words(counts));
    if (board.department.id != 0) page.body().show("OF_DEPARTMENT");
    fill_documents(page, board);
    fill_links(page, board);
    const Detail detail = detail_of(board, departments.size());
    fill_matrix(page, board, detail);
    fill_departments(page, board, departments);
    if (detail.sections)
        for (const Duty& duty : board.duties) fill_duty(page, board, duty, detail);
    fill_others(page, board);
    put_board_files(page, board);
    page.put();
}

}  // namespace pages
