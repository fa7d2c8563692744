// A public.db with a board: one office, two departments, five rules of every standing, for tests of pages/. Fictional.
#pragma once

#include <fmt/format.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/pages_site.h"

namespace tests {

struct BoardExample {
    Example base;
    std::vector<records::RuleFacts> rules;
    std::vector<records::PublicFinding> findings;
    std::vector<records::FindingMonth> months;
    std::vector<records::FindingRow> rows;
    std::vector<records::PublicDeclaredFigure> declared;
    records::Department second{8, "999901", "甲区公安局"};

    BoardExample();
    records::RuleFacts& rule(const std::string& code, const std::string& subject, const std::string& threshold);
    records::PublicFinding& finding(const std::string& rule, const std::string& state, records::Id department = 0);
    records::FindingRow& row(records::Id finding, const std::string& outcome, records::Id department = 0);
    void write(const std::filesystem::path& file) const;
};

inline records::RuleFacts& BoardExample::rule(const std::string& code, const std::string& subject,
                                              const std::string& threshold) {
    records::RuleFacts rule;
    rule.office = "999901", rule.code = code, rule.document = "示例工作方案",
    rule.document_number = "甲双随机办〔2024〕1号";
    rule.clause = "二（一）", rule.requirement = subject + "的要求", rule.kind = "比例", rule.subject = subject;
    rule.numerator = "任务[是否联合检查=是]", rule.denominator = "任务", rule.threshold = threshold;
    rule.machine_judged = true;
    return rules.emplace_back(rule);
}

inline records::PublicFinding& BoardExample::finding(const std::string& code, const std::string& state,
                                                     records::Id department) {
    records::PublicFinding finding;
    finding.id = static_cast<records::Id>(findings.size()) + 1;
    finding.office = "999901", finding.rule = code, finding.year = 2024, finding.state = state;
    finding.department = department;
    return findings.emplace_back(finding);
}

inline records::FindingRow& BoardExample::row(records::Id of, const std::string& outcome, records::Id department) {
    records::FindingRow row;
    row.id = static_cast<records::Id>(rows.size()) + 1;
    row.finding = of, row.kind = "task", row.record = 5, row.name = fmt::format("登记事项抽查{}", row.id);
    row.outcome = outcome, row.day = "2024-03-05", row.department = department;
    return rows.emplace_back(row);
}

inline BoardExample::BoardExample() {
    rule("t-1", "联合抽查次数", "≥80%"), rule("t-2", "年度抽查面", "≥5%"), rule("t-3", "作废方案", "=0");
    rule("t-4", "回访", ""), rule("t-5", "结果公示", "").kind = "期限";
    rules.back().length = 20, rules.back().unit = "工作日", rules.back().start_event = "检查结果产生";
    rule("t-6", "宣传", "").machine_judged = false;
    rules.back().kind = "职责";

    auto* found = &finding("t-1", "not_met");
    found->numerator = 2, found->denominator = 3, found->excepted = 1;
    for (const auto& [outcome, department] : {std::pair{"counted", 7}, {"missing", 8}, {"counted", 8}, {"excepted", 7}})
        row(1, outcome, department);
    rows.back().reason = "特殊情况";
    months = {{1, "2024-03", 1, 2}, {1, "2024-04", 1, 1}};
    found = &finding("t-1", "met", 7);
    found->numerator = 1, found->denominator = 1, found->excepted = 1;
    found = &finding("t-1", "not_met", 8);
    found->numerator = 1, found->denominator = 2;

    declared.push_back({1, "999901", "上年底企业数", 2024, 0, 900, "2023-12-31", "登记系统", "不含个体工商户"});
    found = &finding("t-2", "not_due");
    found->numerator = 40, found->denominator = 900, found->declared = 1, found->final_on = "2024-12-31";
    row(found->id, "counted").kind = "object", rows.back().record = 100, rows.back().code = "99999901MA0000001X";
    found = &finding("t-3", "met");
    found->numerator = 0, found->denominator = 2;
    found = &finding("t-4", "unjudged");
    found->numerator = 1, found->denominator = 2, found->reason = "只公布数字";
    row(found->id, "counted"), row(found->id, "missing");
    found = &finding("t-5", "unjudged");
    found->reason = "没有可以判断的结果";
}

inline void BoardExample::write(const std::filesystem::path& file) const {
    records::PublicWriter writer(file);
    base.write(writer);
    writer.department(second);
    for (const auto& rule : rules) writer.rule(rule);
    for (const auto& figure : declared) writer.declared_figure(figure);
    for (const auto& finding : findings) writer.finding(finding);
    for (const auto& month : months) writer.finding_month(month);
    for (const auto& row : rows) writer.finding_row(row);
    writer.finish();
}

}  // namespace tests
