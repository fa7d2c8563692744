#include "generator/pages/summary_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "generator/pages/board.h"
#include "generator/pages/download.h"
#include "generator/pages/forms.h"
#include "generator/pages/table.h"
#include "generator/pages/table_files.h"
#include "records/result_codes.h"

namespace pages {
namespace {

constexpr std::string_view unsorted = "没有分类";

/// Its place in the order of the code table; results of no known code come last.
std::size_t place_of(std::string_view code) {
    const auto codes = records::result_codes();
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](const records::ResultCode& known) { return known.code == code; });
    return static_cast<std::size_t>(found - codes.begin());
}

std::set<std::size_t> places_of(const std::vector<std::string>& codes) {
    std::set<std::size_t> places;
    for (const std::string& code : codes) places.insert(place_of(code));
    if (places.empty()) places.insert(records::result_codes().size());
    return places;
}

}  // namespace

OutcomeTable outcomes_within(records::PublicSite& records, std::string_view area, const FormFigures& figures) {
    const auto all = records::outcomes_by_unit(records, area, figures.period.span);
    std::set<std::size_t> used;
    for (const records::OutcomeActivity& outcome : all) used.merge(places_of(outcome.codes));
    OutcomeTable table;
    for (const std::size_t place : used)
        table.outcomes.emplace_back(place < records::result_codes().size() ? records::result_codes()[place].term
                                                                           : unsorted);
    OutcomeTable::Row whole{"全部单位", 0, std::vector<std::int64_t>(used.size())};
    records::Id department = -1;
    std::string unit;
    for (const records::OutcomeActivity& outcome : all) {
        if (table.rows.empty() || department != outcome.department || unit != outcome.unit)
            table.rows.push_back(
                {outcome.unit.empty() ? "（没有写明单位）" : outcome.unit, 0, std::vector<std::int64_t>(used.size())});
        department = outcome.department, unit = outcome.unit;
        table.rows.back().results += outcome.count;
        whole.results += outcome.count;
        for (const std::size_t place : places_of(outcome.codes)) {
            const auto column = static_cast<std::size_t>(std::distance(used.begin(), used.find(place)));
            table.rows.back().counts[column] += outcome.count;
            whole.counts[column] += outcome.count;
        }
    }
    if (!table.rows.empty()) table.rows.push_back(std::move(whole));
    return table;
}

void fill_outcomes(Page& page, const OutcomeTable& outcomes) {
    if (outcomes.rows.empty()) return page.body().show("NO_OUTCOMES");
    std::vector<std::string> columns{"单位", "公示结果"};
    columns.insert(columns.end(), outcomes.outcomes.begin(), outcomes.outcomes.end());
    Table table(page, page.body(), "OUTCOMES", "抽查结果统计表（一条结果可以有几类）", columns);
    for (std::size_t column = 1; column < columns.size(); ++column) table.column_style(column, "number");
    table.column_style(0, "medium");
    if (columns.size() > 8) table.scrolling();
    for (const OutcomeTable::Row& row : outcomes.rows) {
        table.row();
        table.text(row.unit);
        table.number(row.results);
        for (const std::int64_t count : row.counts) table.number(count);
    }
}

FormSheet outcome_sheet(const OutcomeTable& outcomes) {
    FormSheet sheet{"抽查结果统计表", {{"单位", 30}, {"公示结果", 10}}, {}};
    for (const std::string& outcome : outcomes.outcomes) sheet.columns.push_back({outcome, 16});
    for (const OutcomeTable::Row& row : outcomes.rows) {
        std::vector<SheetCell>& cells = sheet.rows.emplace_back();
        cells.insert(cells.end(), {row.unit, row.results});
        cells.insert(cells.end(), row.counts.begin(), row.counts.end());
    }
    return sheet;
}

void write_drawn_list(Page& page, View view, records::PublicSite& records, std::string_view area,
                      const FormFigures& figures) {
    if (figures.drawn == 0) return;
    const std::vector<std::string> columns{"抽取日期",         "任务",        "抽取机关", "序号", "检查对象",
                                           "统一社会信用代码", "结果公开情况"};
    Download download(page.site(), form_address(area, figures.period) + "objects", "抽查名单", columns, columns,
                      figures.drawn <= workbook_rows_at_most);
    for (const records::PublicDraw& draw : figures.draws) {
        if (!draw.revealed) continue;
        records.each_drawn_object(draw.draw.draw, [&](const records::PublicDrawnObject& object) {
            download.text(draw.draw.drawn_at.substr(0, 10));
            download.text(draw.task_name);
            download.text(draw.draw.agency);
            download.number(object.row.position);
            download.text(object.name);
            download.text(object.code);
            download.text(object.state);
            download.end_row();
        });
    }
    download.finish();
    const std::string stem = form_address(area, figures.period) + "objects";
    View link = view.add("DRAWN_LIST");
    link.set("DRAWN_ROWS", download.rows());
    link.set("DRAWN_CSV", page.href(stem + ".csv"));
    if (figures.drawn <= workbook_rows_at_most) link.fill("DRAWN_XLSX", page.href(stem + ".xlsx"));
}

std::optional<FormSheet> fill_findings(Page& page, View view, records::PublicSite& records, std::string_view area,
                                       int year) {
    std::map<std::string, records::RuleFacts> rules;
    for (records::RuleFacts& rule : records.rules(area)) rules.emplace(rule.code, rule);
    std::vector<records::PublicFinding> findings = records.findings(area, year);
    std::erase_if(findings, [](const records::PublicFinding& finding) { return finding.department != 0; });
    if (findings.empty()) {
        view.show("NO_FINDINGS");
        return std::nullopt;
    }
    FormSheet sheet{"规则的进度", {{"规则", 10}, {"要求", 50}, {"进度", 20}, {"状态", 12}, {"说明", 30}}, {}};
    Table table(page, view, "FINDINGS", fmt::format("规则的进度（{}条）", findings.size()),
                {"规则", "要求", "进度", "状态", "说明"});
    for (const records::PublicFinding& finding : findings) {
        Duty duty;
        duty.rule = rules[finding.rule];
        duty.finding = finding;
        const State state = standing_of(duty);
        table.row();
        table.link(fmt::format("{}#{}", board_address(area, year), rule_anchor(finding.rule)), finding.rule);
        table.text(duty.rule.requirement);
        table.also(source_words(duty.rule));
        table.text(figure_of(duty));
        table.state(state);
        table.text(finding.reason);
        sheet.rows.push_back({finding.rule, duty.rule.requirement, figure_of(duty), state.word, finding.reason});
    }
    return sheet;
}

}  // namespace pages
