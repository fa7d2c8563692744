// What rules are judged with besides the facts: declared figures 申报数, exceptions 规则例外, reports handed in
// 报送记录.
#include <memory>
#include <optional>

#include "generator/duties/fixed_dates.h"
#include "generator/duties/vocabulary.h"
#include "generator/import/import_run.h"
#include "generator/import/once.h"
#include "generator/import/task_lookup.h"
#include "text/fold.h"

namespace importing {

namespace {

using records::Id;

constexpr std::int64_t largest_figure = 1'000'000'000'000;
constexpr int first_year = 2000, last_year = 2100;

std::string nearest_of(const std::string& word, const std::vector<std::string>& known) {
    const std::vector<std::string_view> words(known.begin(), known.end());
    std::string text;
    for (const std::string_view near : duties::nearest(word, words))
        text += (text.empty() ? "" : "、") + std::string(near);
    return text;
}

/// The department's name as the portal has it; "" when the row names none. An unknown one is an error.
std::string department_of(ImportRun& run, const RowValues& row) {
    const std::string name = row.text("department").empty() ? run.context.text("department") : row.text("department");
    if (name.empty()) return {};
    std::vector<std::string> known;
    for (const records::Department& department : run.portal.departments()) {
        if (department.office != run.area) continue;
        if (text::fold(department.name) == text::fold(name)) return department.name;
        known.push_back(department.name);
    }
    const std::string near = nearest_of(name, known);
    row.error("department", "没有这个部门：" + name,
              near.empty() ? "写部门全称；整个区县的留空" : "最接近的有：" + near + "；整个区县的留空");
    return {};
}

void import_declared_figure(ImportRun& run, const RowValues& row, Once& once) {
    if (run.area.empty()) return;
    records::DeclaredFigure figure;
    figure.office = run.area;
    figure.name = row.required("name");
    const auto year = row.text("year").empty() ? run.context_integer("year") : row.integer("year");
    if (!year && row.text("year").empty()) row.error("year", "没有写年度", "写用于哪一年度的规则，如 2026");
    if (year && (*year < first_year || *year > last_year)) row.error("year", "不是一个年度", "写成 2026");
    figure.department = department_of(run, row);
    row.required("value");
    const auto value = row.integer("value");
    if (value && (*value < 0 || *value > largest_figure)) row.error("value", "数值不合理", "写一个不带单位的整数");
    figure.as_of = row.date("as_of");
    figure.source = row.required("source");
    figure.note = row.text("note");
    if (row.has_errors() || !value || !year) return;
    figure.year = static_cast<int>(*year);
    figure.value = *value;
    const std::string key = text::fold(figure.name) + "|" + std::to_string(figure.year) + "|" + figure.department;
    if (once.seen(row, "name", key, "同一年度、同一部门的这个申报数")) return;
    run.keep(row);
    run.count_master(run.portal.put_declared_figure(run.batch, figure));
}

/// What the rows of exceptions and reports name; made when the first sheet begins.
struct Named {
    std::optional<TaskLookup> tasks;
    Once once;

    void begin(ImportRun& run) {
        if (!tasks && run.require_office()) tasks.emplace(run);
    }
};

bool names_task(const RowValues& row) {
    return !row.text("task_id").empty() || !row.text("task_number").empty() || !row.text("task_name").empty();
}

/// The rule's code as the rule sheet has it; an unknown one is an error and "".
std::string rule_of(ImportRun& run, const RowValues& row) {
    const std::string code = row.required("rule");
    std::vector<std::string> known;
    for (const records::RuleFacts& rule : run.portal.rules()) {
        if (rule.office != run.area) continue;
        if (text::fold(rule.code) == text::fold(code)) return rule.code;
        known.push_back(rule.code);
    }
    if (code.empty()) return {};
    const std::string near = nearest_of(code, known);
    row.error("rule", "没有编号为“" + code + "”的规则", near.empty() ? "请先导入规则" : "最接近的有：" + near);
    return {};
}

void find_draw(ImportRun& run, const RowValues& row, Id task, records::RuleException& exception) {
    const std::string number = row.text("draw_number");
    for (const records::DrawFacts& draw : run.portal.draw_records(records::Portal::Which::with_drafts))
        if (draw.task == task && text::fold(draw.number) == text::fold(number)) exception.record = draw.draw;
    exception.kind = "draw";
    if (exception.record == 0) row.error("draw_number", "这个任务没有批次为“" + number + "”的抽取", "请核对抽取批次");
}

/// Sets kind and record: an object, a draw of a task, or a task.
void find_record(ImportRun& run, const RowValues& row, const TaskLookup& tasks, records::RuleException& exception) {
    const bool has_code = !row.text("code").empty();
    if (has_code == names_task(row))
        return row.error(has_code ? "code" : "task_name",
                         has_code ? "一行只能写一样：任务（或它的一个批次），或者一个检查对象" : "没有写明什么是例外",
                         has_code ? "分成两行写" : "写任务编号或名称、任务和抽取批次，或者统一社会信用代码");
    if (has_code) {
        const auto code = row.code("code");
        if (!code) return;
        exception.kind = "object";
        if (const auto object = run.portal.object_with_code(code->code))
            exception.record = *object;
        else
            row.error("code", "对象库里没有这个代码", "请先导入 objects，或核对代码");
        return;
    }
    const auto task = tasks.find(row);
    if (!task) return;
    if (!row.text("draw_number").empty()) return find_draw(run, row, *task, exception);
    exception.kind = "task";
    exception.record = *task;
}

void import_rule_exception(ImportRun& run, const RowValues& row, Named& named) {
    if (!named.tasks) return;
    records::RuleException exception;
    exception.office = run.area;
    exception.rule = rule_of(run, row);
    find_record(run, row, *named.tasks, exception);
    exception.reason = row.required("reason");
    exception.basis = row.text("basis");
    exception.decided_on = row.date("decided_on");
    if (row.has_errors()) return;
    const std::string key = exception.rule + "|" + exception.kind + "|" + std::to_string(exception.record);
    if (named.once.seen(row, "rule", key, "同一规则的这个例外")) return;
    run.keep(row);
    run.count_master(run.portal.put_rule_exception(run.batch, exception));
}

/// 月报 季报 …: of another name no rule could ask.
std::string report_name(const RowValues& row) {
    const std::string name = row.required("name");
    const duties::DeadlineSubject* subject = duties::find_deadline_subject(name);
    if (subject != nullptr && subject->noun == duties::Noun::report) return std::string(subject->term);
    std::vector<std::string> known;
    std::string all;
    for (const duties::DeadlineSubject& one : duties::deadline_subjects()) {
        if (one.noun != duties::Noun::report) continue;
        known.emplace_back(one.term);
        all += (all.empty() ? "" : "、") + known.back();
    }
    if (!name.empty()) row.error("name", "不认识的报送名称“" + name + "”", "应是 " + all + " 之一");
    return {};
}

void import_report(ImportRun& run, const RowValues& row, Named& named) {
    if (!named.tasks) return;
    records::HandedInReport report;
    report.office = run.area;
    report.name = report_name(row);
    const std::string period = row.text("period");
    if (const auto standard = duties::standard_period(period))
        report.period = *standard;
    else if (!period.empty())
        row.error("period", "不是一个期间", "写成 2026-10、2026年第三季度、2026年第2次 或 2026");
    if (period.empty() == !names_task(row))
        row.error("period", period.empty() ? "没有写期间" : "期间和任务只能写一样",
                  "按期报送的写期间；为某一任务报送的写任务，期间留空");
    else if (names_task(row))
        report.task = named.tasks->find(row).value_or(0);
    report.department = department_of(run, row);
    row.required("submitted_on");
    report.submitted_on = row.date("submitted_on");
    if (report.submitted_on > run.request.as_of) row.error("submitted_on", "报送日期晚于今天", "报出以后再登记");
    report.document = row.text("document");
    if (row.has_errors()) return;
    const std::string key =
        report.name + "|" + report.period + "|" + std::to_string(report.task) + "|" + report.department;
    if (named.once.seen(row, "name", key, "同一期间（或任务）、同一部门的这份报送")) return;
    run.keep(row);
    run.count_master(run.portal.put_handed_in_report(run.batch, report));
}

}  // namespace

KindImporter import_declared_figures(ImportRun& run) {
    auto once = std::make_shared<Once>();
    return {[&run](SheetColumns&) { run.require_office(); },
            [&run, once](const RowValues& row) { import_declared_figure(run, row, *once); },
            {}};
}

KindImporter import_rule_exceptions(ImportRun& run) {
    auto named = std::make_shared<Named>();
    return {[&run, named](SheetColumns&) { named->begin(run); },
            [&run, named](const RowValues& row) { import_rule_exception(run, row, *named); },
            {}};
}

KindImporter import_reports(ImportRun& run) {
    auto named = std::make_shared<Named>();
    return {[&run, named](SheetColumns&) { named->begin(run); },
            [&run, named](const RowValues& row) { import_report(run, row, *named); },
            {}};
}

}  // namespace importing
