#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "generator/pages/board.h"
#include "generator/pages/download.h"
#include "records/public_json.h"

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}
Json number_or_null(const std::optional<std::int64_t>& number) {
    return number ? Json(*number) : Json();
}

std::string number_text(const std::optional<std::int64_t>& number) {
    return number ? fmt::format("{}", *number) : std::string();
}

Json json_of_declared(const records::PublicDeclaredFigure& figure) {
    return {{"name", figure.name},
            {"value", figure.value},
            {"as_of", text_or_null(figure.as_of)},
            {"source", text_or_null(figure.source)},
            {"note", text_or_null(figure.note)}};
}

Json months_json(const Duty& duty) {
    Json months = Json::array();
    for (const records::FindingMonth& month : duty.months)
        months.push_back(
            {{"month", text_or_null(month.month)}, {"numerator", month.numerator}, {"denominator", month.denominator}});
    return months;
}

/// Keys are those of finding in the data dictionary, and how many rows there are of each outcome.
Json json_of(const Board& board, const Duty& duty) {
    const records::PublicFinding& finding = duty.finding;
    Json rows;  // null for a department: rows of several departments are told apart on none
    if (board.department.id == 0)
        for (const std::string_view outcome : {"missing", "excepted", "open", "counted"})
            rows[outcome] = duty.rows.count(outcome, 0);
    return {{"url", duty.rows.paged ? Json(duty_address(board.office.area, board.year, duty.rule.code)) : Json()},
            {"rule", records::json_of(duty.rule)},
            {"state", finding.state},
            {"reason", text_or_null(finding.reason)},
            {"numerator", number_or_null(finding.numerator)},
            {"denominator", number_or_null(finding.denominator)},
            {"declared", duty.declared ? json_of_declared(*duty.declared) : Json()},
            {"excepted", finding.excepted},
            {"open", finding.open},
            {"provisional", finding.provisional},
            {"final_on", text_or_null(finding.final_on)},
            {"rows", rows},
            {"rows_left_out", finding.rows_left_out},
            {"months", months_json(duty)}};
}

Json json_of(const StandingCounts& counts) {
    Json json;
    for (const std::string& state : standings()) json[state] = counts.of(state);
    return json;
}

Json json_of(const Board& board, const records::FindingRow& row, const Names& names) {
    const auto department = names.find(row.department);
    const std::string address = board.addresses->of(row);
    return {{"outcome", row.outcome},
            {"kind", row.kind},
            {"url", text_or_null(address)},
            {"code", text_or_null(row.code)},
            {"name", text_or_null(row.name)},
            {"department", department == names.end() ? Json() : Json(department->second)},
            {"day", text_or_null(row.day)},
            {"due_on", text_or_null(row.due_on)},
            {"done_on", text_or_null(row.done_on)},
            {"reason", text_or_null(row.reason)}};
}

void fill_links(Page& page, const std::string& stem, std::int64_t rows) {
    View view = page.body().include("DOWNLOADS", "downloads.tpl");
    view.set("CSV_HREF", page.href(stem + ".csv"));
    view.set("XLSX_HREF", page.href(stem + ".xlsx"));
    view.set("DOWNLOAD_ROWS", rows);
}

std::string row_stem(const Board& board, const Duty& duty) {
    return duty_address(board.office.area, board.year, duty.rule.code) + "rows";
}

}  // namespace

void put_board_files(Page& page, const Board& board) {
    const std::string stem = board_address(board.office.area, board.year, board.department.id) + "board";
    Download file(page.site(), stem, "规则进度",
                  {"规则编号", "要求", "文号", "条款", "阈值", "进度", "原因", "分子", "分母", "比例", "申报数", "例外",
                   "未到期", "判断日", "网页"},
                  {"rule", "requirement", "document_number", "clause", "threshold", "state", "reason", "numerator",
                   "denominator", "percent", "declared", "excepted", "open", "final_on", "url"},
                  true);
    for (const Duty& duty : board.duties) {
        const records::PublicFinding& finding = duty.finding;
        for (const std::string* text : {&duty.rule.code, &duty.rule.requirement, &duty.rule.document_number,
                                        &duty.rule.clause, &duty.rule.threshold})
            file.text(*text);
        file.two(finding.state, standing_of(duty).word);
        file.text(finding.reason);
        file.text(number_text(finding.numerator));
        file.text(number_text(finding.denominator));
        file.text(percent_of(duty));
        file.text(duty.declared ? duty.declared->name : "");
        file.number(finding.excepted);
        file.number(finding.open);
        file.text(finding.final_on);
        file.text(duty.rows.paged ? duty_address(board.office.area, board.year, duty.rule.code) : "");
        file.end_row();
    }
    file.finish();
    fill_links(page, stem, file.rows());
}

void put_row_files(const Site& site, const Board& board, const Duty& duty, const Names& names,
                   const std::vector<records::FindingRow>& rows) {
    Download file(site, row_stem(board, duty), "所计各行",
                  {"结果", "种类", "代码", "名称", "部门", "日期", "应完成", "完成", "说明", "网页"},
                  {"outcome", "kind", "code", "name", "department", "day", "due_on", "done_on", "reason", "url"}, true);
    for (const records::FindingRow& row : rows) {
        const auto department = names.find(row.department);
        file.two(row.outcome, outcome_of(duty, row.outcome).word);
        file.two(row.kind, row_kind_words(row.kind));
        file.text(row.code);
        file.text(row.name);
        file.text(department == names.end() ? "" : department->second);
        for (const std::string* text : {&row.day, &row.due_on, &row.done_on, &row.reason}) file.text(*text);
        file.text(board.addresses->of(row));
        file.end_row();
    }
    file.finish();
}

void fill_row_files(Page& page, const Board& board, const Duty& duty) {
    fill_links(page, row_stem(board, duty), duty.rows.all);
}

std::string board_json(const Board& board, const DepartmentCounts& departments) {
    StandingCounts counts;
    Json duties = Json::array(), others = Json::array(), members = Json::array();
    for (const Duty& duty : board.duties) {
        counts.add(duty.finding.state);
        duties.push_back(json_of(board, duty));
    }
    for (const records::RuleFacts& rule : board.others) others.push_back(records::json_of(rule));
    for (const auto& [department, standing] : departments)
        members.push_back({{"department", department.name},
                           {"url", board_address(board.office.area, board.year, department.id)},
                           {"counts", json_of(standing)}});
    return records::json_text({{"kind", "board"},
                               {"url", board_address(board.office.area, board.year, board.department.id)},
                               {"office", board.office.area},
                               {"office_name", board.office.name},
                               {"department", board.department.id == 0 ? Json() : Json(board.department.name)},
                               {"year", board.year},
                               {"counts", json_of(counts)},
                               {"duties", duties},
                               {"without_finding", others},
                               {"departments", members}});
}

std::string duty_json(const Board& board, const Duty& duty, const Names& names,
                      const std::vector<records::FindingRow>& rows) {
    Json list = Json::array();
    for (const records::FindingRow& row : rows) list.push_back(json_of(board, row, names));
    Json json{
        {"kind", "duty"}, {"office", board.office.area}, {"office_name", board.office.name}, {"year", board.year}};
    json.update(json_of(board, duty));
    json["listed"] = list;
    return records::json_text(json);
}

}  // namespace pages
