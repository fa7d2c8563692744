// A clerk's sheets, one of every kind, each with every column the field table knows: what belongs to a person holds a
// person's secrets, everything else something lawful unless a test says otherwise.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "records/fields.h"
#include "tests/import_case.h"

namespace tests {

using Row = std::map<std::string, std::string>;  // field name → text

inline const std::vector<std::string> kinds_in_order{"calendar",   "rules",     "inspectors",      "items",
                                                     "plans",      "objects",   "draws",           "results",
                                                     "follow-ups", "penalties", "declared-figures"};

/// What the person's columns of every sheet hold: none of it may ever reach a release.
inline Row personal_secrets() {
    return {{"certificate", "99010200170"},
            {"phone", "13800138000"},
            {"email", "wang.er@example.cn"},
            {"citizen_number", "11010519491231002X"},
            {"contact", "张三丰"},
            {"legal_person", "钱七八"},
            {"address", "甲市乙区某某街道某巷某号住所"},
            {"inspectors", "张三丰、高峰"},
            {"credit_class", "信用风险戊级"},
            {"section", "某科室"},
            {"position_title", "某职务"},
            {"gender", "女"},
            {"born_on", "1980-01"}};
}

inline std::string some_value(const records::Field& field) {
    using Type = records::FieldType;
    if (field.person) {
        const Row secrets = personal_secrets();
        const auto found = secrets.find(std::string(field.name));
        return found == secrets.end() ? "" : found->second;
    }
    switch (field.type) {
        case Type::date:
            return "2026-03-05";
        case Type::moment:
            return "2026-03-05 09:30";
        case Type::quantity:
            return "5%";
        case Type::period:
            return "2026年3月至10月";
        case Type::integer:
            return "20";
        case Type::yes_no:
            return "是";
        case Type::choice:
            return field.choices.empty() ? "其他" : std::string(field.choices[0]);
        case Type::code:
            return "";
        default:
            return "某" + std::string(field.term);
    }
}

/// The cells that cannot be just anything.
inline Row fixed_values(const std::string& kind) {
    const Row task{{"task_id", ""},
                   {"plan_number", ""},
                   {"plan_name", ""},
                   {"task_number", "999901202602101001"},
                   {"task_name", "登记事项检查"}};
    const Row object{{"name", "示例甲商贸有限公司"}, {"code", fictional_code(1)}};
    const Row open{{"disclosure", "主动公开"}, {"withheld_reason", ""}, {"withheld_basis", ""}};
    Row row;
    if (kind == "calendar")
        return {{"day", "2026-10-01"}, {"name", "国庆节"}, {"kind", "休"}, {"year", "2026"}, {"area", ""}};
    if (kind == "rules")
        return {{"kind", "期限"},
                {"subject", "结果公示"},
                {"start_event", "检查结果产生"},
                {"fixed_date", ""},
                {"length", "20"},
                {"unit", "工作日"},
                {"numerator", "结果[检查日期=有]"},
                {"denominator", ""},
                {"excepted", "结果[公开方式=不予公开]"},
                {"threshold", "≥95%"},
                {"code", "999-1"}};
    if (kind == "declared-figures") return {{"year", "2026"}, {"department", "乙区市场监督管理局"}};
    if (kind == "reports")
        return {{"name", "月报"},    {"period", "2026-02"}, {"department", "乙区市场监督管理局"},
                {"task_id", ""},     {"plan_number", ""},   {"plan_name", ""},
                {"task_number", ""}, {"task_name", ""}};
    if (kind == "rule-exceptions")
        return {{"rule", "999-1"},
                {"task_id", ""},
                {"plan_number", ""},
                {"plan_name", ""},
                {"task_number", "999901202602101001"},
                {"task_name", "登记事项检查"},
                {"draw_number", ""},
                {"code", ""}};
    if (kind == "inspectors") return {{"name", "张三丰"}, {"department", "乙区市场监督管理局"}};
    if (kind == "plans")
        return {{"task_number", "999901202602101001"},
                {"task_name", "登记事项检查"},
                {"plan_number", ""},
                {"item", "登记事项"}};
    if (kind == "objects") row = {{"registration_number", ""}, {"area", "999901"}, {"owner", ""}};
    if (kind == "draws") row = {{"draw_number", "第1批"}, {"list_public", "是"}, {"kind", "企业"}};
    if (kind == "results")
        row = {{"outcome", "发现问题待后续处理"},   {"codes", ""},
               {"audit_state", "已公示"},           {"item", "登记事项检查"},
               {"expires_on", "2030-01-01"},        {"draw_number", "第1批"},
               {"department", "乙区市场监督管理局"}};
    if (kind == "follow-ups") row = {{"state", "未完结"}, {"item", "登记事项检查"}, {"step", "1"}};
    if (kind == "penalties")
        row = {{"decision_number", "乙市监罚〔2026〕1号"},
               {"item", ""},
               {"result_id", ""},
               {"warning_only", "否"},
               {"revoked_on", ""},
               {"revoked_reason", ""},
               {"expires_on", "2030-01-01"}};
    if (kind != "items") row.insert(object.begin(), object.end());
    if (kind != "objects" && kind != "items") row.insert(task.begin(), task.end());
    row.insert(open.begin(), open.end());
    return row;
}

/// The sheet of a kind with one row; `changed` cells instead of the usual ones.
inline std::string clerk_sheet(const std::string& kind, const Row& changed = {}) {
    const Row fixed = fixed_values(kind);
    std::string header, row;
    for (const records::Field& field : records::fields_of(kind)) {
        const std::string name(field.name);
        std::string text = fixed.contains(name) ? fixed.at(name) : some_value(field);
        if (const auto found = changed.find(name); found != changed.end()) text = found->second;
        for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2))
            text.insert(at, "\"");
        header += (header.empty() ? "\"" : ",\"") + std::string(field.term) + "\"";
        row += (row.empty() ? "\"" : ",\"") + text + "\"";
    }
    return header + "\n" + row + "\n";
}

/// What comes with the sheet of a kind.
inline Context clerk_context(const std::string& kind, const Context& changed = {}) {
    Context context{{"office", "999901"}};
    if (kind == "plans") context = plan_context();
    if (kind == "items")
        context = {{"office", "999901"},           {"joint", "是"},
                   {"list_name", "乙区清单"},      {"edition", "原清单"},
                   {"published_on", "2026-02-13"}, {"disclosure", "主动公开"}};
    for (const auto& [name, text] : changed) context[name] = text;
    return context;
}

}  // namespace tests
