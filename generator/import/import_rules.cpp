// The rules of an office 规则: each row is read against the closed vocabulary of duties/, so that what cannot be judged
// is refused here, with the row, the column, the word and the nearest known words.
#include <array>
#include <memory>

#include "generator/duties/rule_rows.h"
#include "generator/import/import_run.h"
#include "generator/import/once.h"
#include "text/fold.h"

namespace importing {

namespace {

/// The words of 期限单位 as rules keep them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> units{{{"工作日", "工作日"},
                                                                              {"个工作日", "工作日"},
                                                                              {"日", "日"},
                                                                              {"天", "日"},
                                                                              {"自然日", "日"},
                                                                              {"月", "月"},
                                                                              {"个月", "月"},
                                                                              {"固定日期", "固定日期"}}};

std::string unit_of(const RowValues& row) {
    const std::string text = row.text("unit");
    for (const auto& [spelling, unit] : units)
        if (text::fold(text) == text::fold(spelling)) return std::string(unit);
    if (!text.empty()) row.error("unit", "不认识的期限单位“" + text + "”", "应是 工作日、日（天）、月、固定日期 之一");
    return {};
}

std::string kind_of(const RowValues& row) {
    const std::string text = row.required("kind");
    const records::Field& field = *records::find_field("rules", "kind");
    std::string known;
    for (const std::string_view choice : field.choices) {
        if (text::fold(text) == text::fold(choice)) return std::string(choice);
        known += (known.empty() ? "" : "、") + std::string(choice);
    }
    if (!text.empty()) row.error("kind", "不认识的规则类型“" + text + "”", "应是 " + known + " 之一");
    return {};
}

records::RuleFacts as_written(const ImportRun& run, const RowValues& row) {
    records::RuleFacts rule;
    rule.office = run.area;
    rule.code = row.required("code");
    rule.document = row.required("document");
    rule.document_number = row.text("document_number");
    rule.clause = row.text("clause");
    rule.requirement = row.required("requirement");
    rule.kind = kind_of(row);
    rule.subject = row.text("subject");
    rule.start_event = row.text("start_event");
    if (const auto length = row.integer("length"))
        rule.length = static_cast<int>(std::min<std::int64_t>(*length, 9999));
    rule.unit = unit_of(row);
    rule.fixed_date = row.text("fixed_date");
    rule.numerator = row.text("numerator");
    rule.denominator = row.text("denominator");
    rule.threshold = row.text("threshold");
    rule.exception = row.text("exception");
    rule.excepted = row.text("excepted");
    rule.effective_on = row.date("effective_on");
    rule.ended_on = row.date("ended_on");
    rule.machine_judged = row.yes_no("machine_judged", false);
    return rule;
}

void import_rule(ImportRun& run, const RowValues& row, Once& once) {
    if (run.area.empty()) return;
    const duties::RuleReading reading = duties::read_rule(as_written(run, row));
    for (const duties::RuleProblem& problem : reading.problems)
        row.error(problem.field, problem.reason, problem.suggestion);
    if (row.has_errors() || once.seen(row, "code", reading.facts.code, "这个规则编号")) return;
    run.keep(row);
    run.count_master(run.portal.put_rule(run.batch, reading.facts));
}

}  // namespace

KindImporter import_rules(ImportRun& run) {
    auto once = std::make_shared<Once>();
    return {[&run](SheetColumns&) { run.require_office(); },
            [&run, once](const RowValues& row) { import_rule(run, row, *once); },
            {}};
}

}  // namespace importing
