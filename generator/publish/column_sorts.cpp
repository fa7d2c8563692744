#include "generator/publish/column_sorts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "records/fields.h"

namespace publish {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct TableTerm {
    std::string_view table, term, kind;  // kind of sheet, for the columns' Chinese names
};
constexpr std::array<TableTerm, 36> tables{{{"site", "站点", ""},
                                            {"office", "区县", ""},
                                            {"department", "部门", ""},
                                            {"calendar_day", "日历", "calendar"},
                                            {"rule", "规则", "rules"},
                                            {"item_list", "事项清单", "context"},
                                            {"item_list_edition", "清单版本", "context"},
                                            {"item", "抽查事项", "items"},
                                            {"plan", "抽查计划", "context"},
                                            {"plan_edition", "计划版本", "context"},
                                            {"task", "抽查任务", "plans"},
                                            {"task_in_edition", "计划中的任务", "plans"},
                                            {"draw", "抽取", "draws"},
                                            {"drawn_object", "抽查名单", "draws"},
                                            {"committed_draw", "可核验抽取", ""},
                                            {"draw_stratum", "抽取的分层", ""},
                                            {"draw_exclusion", "抽取的排除理由", ""},
                                            {"draw_pool", "抽取的对象库", ""},
                                            {"draw_file", "抽取的文件", ""},
                                            {"result", "抽查结果", "results"},
                                            {"follow_up", "后续处置", "follow-ups"},
                                            {"penalty", "行政处罚", "penalties"},
                                            {"enterprise", "检查对象", "objects"},
                                            {"enterprise_code", "其他代码", "objects"},
                                            {"attachment", "附件", ""},
                                            {"withheld", "不公开计数", "results"},
                                            {"declared_figure", "申报数", "declared-figures"},
                                            {"finding", "规则的进度", ""},
                                            {"finding_month", "规则的进度（按月）", ""},
                                            {"finding_row", "规则所计的行", ""},
                                            {"publication", "发布", ""},
                                            {"change", "公开日志", ""},
                                            {"correction", "更正", ""},
                                            {"statement", "企业陈述", ""},
                                            {"objection", "异议", ""},
                                            {"body", "汇总数据", ""}}};

}  // namespace

ColumnSort sort_of(std::string_view table, std::string_view column) {
    if (is_one_of(column, {"object_code", "other_codes", "area", "parent", "office", "url", "object_url"}))
        return ColumnSort::code;
    if (column == "id" && table == "draw_pool") return ColumnSort::code;
    if (column == "code" && table != "rule") return ColumnSort::code;
    if (is_one_of(column, {"number", "task_number", "plan_number", "index_number", "document_number", "decision_number",
                           "site_id_code", "series"}))
        return ColumnSort::number;
    if (is_one_of(column, {"object_name", "former_names"})) return ColumnSort::enterprise_name;
    if (column == "name" && is_one_of(table, {"enterprise", "drawn_object", "finding_row"}))
        return ColumnSort::enterprise_name;
    return ColumnSort::text;
}

bool holds_json(std::string_view table, std::string_view column) {
    if (table == "body") return column == "json";
    return is_one_of(column, {"cells", "corrected", "former_names", "other_codes"}) ||
           (table == "result" && is_one_of(column, {"codes", "methods"})) ||
           (table == "drawn_object" && column == "inspectors");
}

bool about_one_enterprise(std::string_view table) {
    return is_one_of(table, {"enterprise", "drawn_object", "draw_pool", "result", "follow_up", "penalty", "finding_row",
                             "statement"});
}

bool copied(std::string_view table, std::string_view column) {
    if (is_one_of(table, {"task", "enterprise_code", "withheld", "body"})) return true;
    if (table == "drawn_object" && is_one_of(column, {"code", "name"})) return true;
    return is_one_of(column, {"task_name", "plan_name", "department_name", "object_name", "object_code", "due_clause",
                              "result_due_clause", "published_due_clause"});
}

std::string place_of(std::string_view table, std::string_view column, std::string_view key, std::int64_t row) {
    const auto known =
        std::find_if(tables.begin(), tables.end(), [&](const TableTerm& one) { return one.table == table; });
    const std::string_view term = known == tables.end() ? std::string_view() : known->term;
    const std::string_view kind = known == tables.end() ? std::string_view() : known->kind;
    const std::string_view name = key.empty() ? column : key;
    std::string column_name = fmt::format("{}.{}", table, column);
    if (!key.empty()) column_name += fmt::format(".{}", key);
    const records::Field* field = records::find_field(kind, name);
    if (field == nullptr) field = records::find_field(kind, fmt::format("{}_{}", table, name));  // draw.number
    if (field != nullptr) column_name += fmt::format("（{}）", field->term);
    return fmt::format("{} {} 第{}条", term, column_name, row);
}

}  // namespace publish
