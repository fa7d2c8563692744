#include "generator/import/kind_evidence.h"

#include <algorithm>
#include <array>

namespace importing {

namespace {

struct Points {
    std::string_view kind, field;
    int points;
};

// Fields not listed count one. Plans and item lists have nearly all columns in common: what tells them apart is a
// task's name or number, a time and a number of objects on one side, the legal basis and caps on the other.
constexpr Points table[] = {
    {"plans", "task_name", 5},
    {"plans", "task_number", 5},
    {"plans", "plan_number", 4},
    {"plans", "plan_name", 4},
    {"plans", "period", 5},
    {"plans", "starts_on", 4},
    {"plans", "ends_on", 4},
    {"plans", "count", 4},
    {"plans", "draw_type", 4},
    {"plans", "change", 4},
    {"items", "basis", 5},
    {"items", "ratio_cap", 4},
    {"items", "annual_cap", 4},
    {"items", "inspector_requirement", 4},
    {"objects", "name", 2},
    {"objects", "code", 4},
    {"objects", "registered_on", 3},
    {"objects", "entity_type", 3},
    {"objects", "capital", 3},
    {"objects", "trade", 2},
    {"objects", "status", 2},
    {"objects", "address", 3},
    {"objects", "legal_person", 2},
    {"objects", "credit_class", 3},
    {"objects", "former_names", 3},
    {"objects", "registration_number", 2},
    {"objects", "kind", 2},
    {"objects", "owner", 2},
    {"objects", "serial", 0},
    {"inspectors", "name", 4},
    {"inspectors", "certificate", 6},
    {"inspectors", "qualification", 3},
    {"inspectors", "fields", 2},
    {"inspectors", "skills", 3},
    {"inspectors", "expert", 2},
    {"draws", "name", 2},
    {"draws", "code", 4},
    {"draws", "authority", 2},
    {"draws", "task_number", 2},
    {"draws", "task_name", 2},
    {"draws", "draw_number", 3},
    {"draws", "drawn_at", 4},
    {"draws", "inspectors", 3},
    {"draws", "population", 3},
    {"draws", "witnesses", 4},
    {"results", "name", 2},
    {"results", "code", 4},
    {"results", "task_number", 2},
    {"results", "task_name", 2},
    {"results", "plan_number", 2},
    {"results", "plan_name", 2},
    {"results", "outcome", 6},
    {"results", "codes", 4},
    {"results", "inspected_on", 2},
    {"results", "finished_on", 3},
    {"results", "produced_on", 3},
    {"results", "entered_on", 3},
    {"results", "audit_state", 3},
    {"results", "signature", 3},
    {"results", "problem", 3},
    {"follow-ups", "name", 2},
    {"follow-ups", "code", 4},
    {"follow-ups", "state", 5},
    {"follow-ups", "measure", 4},
    {"follow-ups", "arose_on", 5},
    {"follow-ups", "transfer", 4},
    {"follow-ups", "revisit", 4},
    {"follow-ups", "outcome", 2},
    {"follow-ups", "finished_on", 2},
    {"penalties", "name", 2},
    {"penalties", "code", 4},
    {"penalties", "decision_number", 6},
    {"penalties", "violation", 4},
    {"penalties", "content", 4},
    {"penalties", "decided_on", 3},
    {"penalties", "amount", 3},
    {"calendar", "day", 3},
    {"calendar", "name", 3},
    {"calendar", "kind", 3},
    {"rules", "document", 3},
    {"rules", "clause", 4},
    {"rules", "requirement", 3},
    {"rules", "start_event", 4},
    {"rules", "numerator", 4},
    {"rules", "denominator", 4},
    {"rules", "threshold", 3},
    {"declared-figures", "name", 4},
    {"declared-figures", "value", 4},
    {"declared-figures", "source", 2},
    {"rule-exceptions", "rule", 4},
    {"rule-exceptions", "reason", 3},
    {"rule-exceptions", "decided_on", 3},
    {"reports", "name", 4},
    {"reports", "period", 3},
    {"reports", "submitted_on", 5},
};

struct TitleWord {
    std::string_view kind, word;
};
constexpr TitleWord title_words[] = {
    {"plans", "计划"},         {"items", "事项清单"},       {"items", "抽查清单"},          {"objects", "对象名录"},
    {"objects", "对象库"},     {"objects", "企业名单"},     {"inspectors", "人员名录"},     {"inspectors", "人员库"},
    {"draws", "抽查名单"},     {"draws", "抽取名单"},       {"draws", "对象名单"},          {"draws", "抽取结果"},
    {"results", "抽查结果"},   {"results", "检查结果"},     {"follow-ups", "后续处置"},     {"follow-ups", "后续处理"},
    {"penalties", "行政处罚"}, {"penalties", "处罚信息"},   {"calendar", "节假日"},         {"calendar", "调休"},
    {"rules", "规则"},         {"results", "抽查检查结果"}, {"declared-figures", "申报数"}, {"rule-exceptions", "例外"},
    {"reports", "报送"}};

}  // namespace

int evidence(std::string_view kind, std::string_view field, std::string_view heading) {
    if (kind == "plans" && field == "period" && (heading == "实施日期" || heading == "完成时限")) return 1;
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const Points& one) { return one.kind == kind && one.field == field; });
    if (found != std::end(table)) return found->points;
    return field == "note" || field == "disclosure" ? 0 : 1;
}

int title_evidence(std::string_view kind, std::string_view title) {
    return std::any_of(
               std::begin(title_words), std::end(title_words),
               [&](const TitleWord& one) { return one.kind == kind && title.find(one.word) != std::string_view::npos; })
               ? 3
               : 0;
}

}  // namespace importing
