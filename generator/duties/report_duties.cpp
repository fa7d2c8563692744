#include "generator/duties/report_duties.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "generator/duties/deadlines.h"
#include "generator/duties/fixed_dates.h"

namespace duties {

namespace {

std::string_view value(const CountedRow& row, std::string_view column) {
    const std::size_t at = column_index(row.noun, column);
    return at < row.values.size() ? row.values[at] : std::string_view();
}

int year_of(std::string_view day) {
    return std::stoi(std::string(day.substr(0, 4)));
}

}  // namespace

RowJudgement judge_due(const WorkingDate& due, std::string_view done_on, std::string_view as_of, bool excepted) {
    RowJudgement judgement;
    const std::string state = due_state(due.date, done_on, as_of);
    judgement.provisional = due.provisional;
    judgement.month = text::iso(due.date).substr(0, 7);
    if (excepted)
        judgement.outcome = Outcome::excepted;
    else if (state == "met")
        judgement.outcome = Outcome::counted;
    else
        judgement.outcome = state == "open" ? Outcome::open : Outcome::missing;
    judgement.in_numerator = judgement.outcome == Outcome::counted;
    judgement.in_denominator = judgement.in_numerator || judgement.outcome == Outcome::missing;
    return judgement;
}

void ReportDuties::add(const CountedRow& report) {
    const DeadlineSubject* subject = find_deadline_subject(value(report, "report"));
    Registered registered;
    registered.id = report.id;
    registered.departments.assign(report.departments.begin(), report.departments.end());
    registered.task = report.task;
    registered.subject = subject == nullptr ? std::string_view() : subject->key;
    registered.period = value(report, "period");
    registered.submitted_on = value(report, "submitted_on");
    registered.code = report.code;
    registered.name = report.name;
    reports_.push_back(std::move(registered));
}

void ReportDuties::expect(std::size_t rule, const CountedRow& task, const WorkingDate& due,
                          const std::string* exception) {
    OfTask expected;
    expected.task = task.id;
    expected.departments.assign(task.departments.begin(), task.departments.end());
    expected.year = task.year;
    expected.code = task.code;
    expected.name = task.name;
    expected.due = due;
    if (exception != nullptr) expected.exception = exception->empty() ? "符合例外条件" : *exception;
    expected.withheld = task.withheld;
    of_tasks_[rule].push_back(std::move(expected));
}

void ReportDuties::judge(std::size_t rule, RuleFigures& figures, std::string_view as_of) const {
    const DeadlineSubject* subject = figures.read().subject;
    if (reports_.empty() || subject == nullptr || subject->noun != Noun::report) return;
    if (!figures.facts().fixed_date.empty()) return judge_periods(figures, as_of);
    if (const auto tasks = of_tasks_.find(rule); tasks != of_tasks_.end())
        for (const OfTask& task : tasks->second) judge_task(figures, task, as_of);
}

void ReportDuties::judge_periods(RuleFigures& figures, std::string_view as_of) const {
    int first = year_of(as_of);
    for (const Registered& report : reports_)
        if (report.subject == figures.read().subject->key && !report.task && report.submitted_on.size() >= 4)
            first = std::min(first, year_of(report.submitted_on));
    for (int year = first; year <= year_of(as_of); ++year) {
        if (!figures.speaks_of(year)) continue;
        const std::size_t count = periods(figures.facts(), year).size();
        for (std::size_t period = 0; period < count; ++period) judge_period(figures, year, period, as_of);
    }
}

void ReportDuties::judge_period(RuleFigures& figures, int year, std::size_t at, std::string_view as_of) const {
    const Period period = periods(figures.facts(), year)[at];
    const records::RuleFacts& facts = figures.facts();
    if ((!facts.effective_on.empty() && period.due_on < facts.effective_on) ||
        (!facts.ended_on.empty() && period.due_on > facts.ended_on))
        return;
    std::set<Reporter> reporters;  // whoever has registered such a report must register every one
    std::map<Reporter, const Registered*> done;
    for (const Registered& report : reports_) {
        if (report.subject != figures.read().subject->key || report.task) continue;
        const Reporter reporter = report.departments.empty() ? Reporter() : Reporter(report.departments.front());
        reporters.insert(reporter);
        if (!names_period(report.period, period)) continue;
        const Registered*& earliest = done[reporter];
        if (earliest == nullptr ||
            std::tie(report.submitted_on, report.id) < std::tie(earliest->submitted_on, earliest->id))
            earliest = &report;
    }
    if (reporters.empty()) reporters.insert(Reporter());
    for (const Reporter& reporter : reporters) {
        const Registered* report = done.contains(reporter) ? done[reporter] : nullptr;
        const std::string done_on = report == nullptr ? std::string() : report->submitted_on;
        const RowJudgement judgement = judge_due({*text::parse_iso(period.due_on), false}, done_on, as_of, false);
        const std::vector<records::Id> departments =
            reporter ? std::vector<records::Id>{*reporter} : std::vector<records::Id>{};
        figures.add(year, departments, false, report == nullptr ? 0 : report->id, judgement, [&] {
            FindingRow row;
            row.kind = "report";
            row.id = report == nullptr ? 0 : report->id;
            row.code = report == nullptr ? "" : report->code;
            row.name = std::string(figures.read().subject->term) + " " + period.name();
            row.day = row.due_on = period.due_on;
            row.done_on = done_on;
            return row;
        });
    }
}

void ReportDuties::judge_task(RuleFigures& figures, const OfTask& task, std::string_view as_of) const {
    std::string done_on;
    for (const Registered& report : reports_)
        if (report.subject == figures.read().subject->key && report.task == task.task &&
            (done_on.empty() || report.submitted_on < done_on))
            done_on = report.submitted_on;
    const RowJudgement judgement = judge_due(task.due, done_on, as_of, task.exception.has_value());
    figures.add(task.year, task.departments, task.withheld, task.task, judgement, [&] {
        FindingRow row;
        row.kind = "task";
        row.id = task.task;
        row.code = task.code;
        row.name = task.name;
        row.day = row.due_on = text::iso(task.due.date);
        row.done_on = done_on;
        row.reason = task.exception.value_or("");
        return row;
    });
}

}  // namespace duties
