#include "generator/duties/judging.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "generator/duties/deadlines.h"
#include "generator/duties/report_duties.h"
#include "generator/duties/rule_figures.h"

namespace duties {

namespace {

std::size_t number_of(Noun noun) {
    return static_cast<std::size_t>(noun);
}

std::string_view value(const CountedRow& row, std::size_t column) {
    return column < row.values.size() ? row.values[column] : std::string_view();
}

FindingRow listed(const CountedRow& row) {
    FindingRow listed;
    listed.kind = row.kind;
    listed.id = row.id;
    listed.code = row.code;
    listed.name = row.name;
    listed.day = row.day;
    return listed;
}

/// The exceptions of one rule by what they name.
struct Exceptions {
    std::map<records::Id, std::string> tasks, draws, objects;

    void add(const RuleException& exception) {
        if (exception.task) tasks.emplace(*exception.task, exception.reason);
        if (exception.draw) draws.emplace(*exception.draw, exception.reason);
        if (exception.object) objects.emplace(*exception.object, exception.reason);
    }
    /// The reason of the narrowest one: the object's before the draw's before the task's.
    const std::string* find(const CountedRow& row) const {
        if (const std::string* reason = find_in(objects, row.object)) return reason;
        if (const std::string* reason = find_in(draws, row.draw)) return reason;
        return find_in(tasks, row.task);
    }

  private:
    static const std::string* find_in(const std::map<records::Id, std::string>& reasons,
                                      const std::optional<records::Id>& id) {
        if (!id) return nullptr;
        const auto found = reasons.find(*id);
        return found == reasons.end() ? nullptr : &found->second;
    }
};

/// Sets the day a rule's period begins with in the form deadlines.h asks for.
void set_start(StartDays& days, std::string_view event, std::string_view day) {
    const std::array<std::pair<std::string_view, std::string*>, 6> places{
        {{"inspection_finished", &days.inspection_finished},
         {"result_produced", &days.result_produced},
         {"follow_up_arose", &days.follow_up_arose},
         {"task_completed", &days.task_completed},
         {"plan_made", &days.plan_made},
         {"list_dispatched", &days.list_dispatched}}};
    for (const auto& [key, place] : places)
        if (key == event) *place = day;
}

struct OneRule {
    RuleFigures figures;
    Exceptions exceptions;
    std::string unreadable{};                          // why the rule cannot be judged at all; empty: it can
    std::optional<std::size_t> start, done, of_fixed;  // columns, of a deadline
    std::map<std::pair<std::string, int>, std::optional<WorkingDate>> due{};  // by start day and year
};

}  // namespace

struct Judge::State {
    const WorkingDays* calendar = nullptr;
    std::vector<DeclaredFigure> declared;
    std::string as_of;
    std::vector<OneRule> rules;
    std::array<std::vector<std::size_t>, nouns> rules_of;   // by noun of the rows they are judged on
    std::array<std::set<std::size_t>, nouns> columns_read;  // by noun
    ReportDuties reports;

    void add_rule(const records::RuleFacts& facts);
    void add_deadline(OneRule& rule);
    void read_column(Noun noun, std::size_t column) { columns_read[number_of(noun)].insert(column); }
    void read_conditions(const std::optional<Expression>& expression);

    void judge(OneRule& rule, const CountedRow& row);
    void judge_figure(OneRule& rule, const CountedRow& row, const std::string* exception);
    void judge_deadline(OneRule& rule, const CountedRow& row, const std::string* exception);
    const std::optional<WorkingDate>& due(OneRule& rule, std::string_view start, int year) const;
    int year() const { return std::stoi(as_of.substr(0, 4)); }
};

void Judge::State::read_conditions(const std::optional<Expression>& expression) {
    if (!expression) return;
    for (const Condition& condition : expression->conditions) read_column(expression->noun, condition.column);
}

void Judge::State::add_deadline(OneRule& rule) {
    const DeadlineSubject& subject = *rule.figures.read().subject;
    const Noun noun =
        subject.noun == Noun::report && rule.figures.facts().fixed_date.empty() ? Noun::task : subject.noun;
    const auto column = [&](std::string_view key) {
        read_column(noun, column_index(noun, key));
        return column_index(noun, key);
    };
    if (noun == subject.noun) rule.done = column(subject.done);
    if (rule.figures.facts().fixed_date.empty()) {
        for (const EventTerm::Day& day : rule.figures.read().event->days)
            if (day.noun == noun) rule.start = column(day.column);
    } else if (!subject.of_fixed.empty()) {
        rule.of_fixed = column(subject.of_fixed);
    }
    rules_of[number_of(noun)].push_back(rules.size());
    if (subject.noun != Noun::report) return;
    for (std::size_t at = 0; at < table_of(Noun::report).columns.size(); ++at) read_column(Noun::report, at);
}

void Judge::State::add_rule(const records::RuleFacts& facts) {
    if (!facts.machine_judged) return;
    RuleReading reading = read_rule(facts);
    OneRule rule{RuleFigures(std::move(reading.facts), std::move(reading.rule)), {}, {}, {}, {}, {}};
    if (!reading.problems.empty()) {  // the import refuses such a rule; an older program may have taken it
        rule.unreadable = "规则读不懂：" + reading.problems.front().reason;
        rules.push_back(std::move(rule));
        return;
    }
    const ReadRule& read = rule.figures.read();
    read_conditions(read.numerator);
    read_conditions(read.denominator);
    read_conditions(read.excepted);
    if (read.deadline)
        add_deadline(rule);
    else
        rules_of[number_of(read.numerator->noun)].push_back(rules.size());
    if (rule.figures.speaks_of(year())) rule.figures.expect_year(year());
    rules.push_back(std::move(rule));
}

Judge::Judge(const std::vector<records::RuleFacts>& rules, const WorkingDays& calendar,
             std::vector<DeclaredFigure> figures, std::vector<RuleException> exceptions, std::string_view as_of)
    : state_(std::make_unique<State>()) {
    state_->calendar = &calendar;
    state_->declared = std::move(figures);
    state_->as_of = as_of;
    for (const records::RuleFacts& rule : rules) state_->add_rule(rule);
    for (const RuleException& exception : exceptions)
        for (OneRule& rule : state_->rules)
            if (rule.figures.facts().code == exception.rule) rule.exceptions.add(exception);
}

Judge::Judge(Judge&&) noexcept = default;
Judge::~Judge() = default;

bool Judge::counts(Noun noun) const {
    const bool of_reports = noun == Noun::report && !state_->columns_read[number_of(noun)].empty();
    return of_reports || (noun != Noun::declared && !state_->rules_of[number_of(noun)].empty());
}

bool Judge::reads(Noun noun, std::size_t column) const {
    return state_->columns_read[number_of(noun)].contains(column);
}

void Judge::count(const CountedRow& row) {
    if (row.noun == Noun::report) state_->reports.add(row);
    for (const std::size_t at : state_->rules_of[number_of(row.noun)]) state_->judge(state_->rules[at], row);
}

void Judge::State::judge(OneRule& rule, const CountedRow& row) {
    const ReadRule& read = rule.figures.read();
    if (row.noun == Noun::report && read.deadline) return;  // reports are held against periods, at the end
    const bool by_start_day = read.deadline && rule.start;  // then the start day must lie within the rule's time
    if (!by_start_day && !rule.figures.speaks_of(row.year)) return;
    const std::string* exception = rule.exceptions.find(row);
    if (exception == nullptr && read.excepted && satisfies(read.excepted->conditions, row.noun, row.values))
        exception = &rule.figures.facts().exception;
    if (read.deadline)
        judge_deadline(rule, row, exception);
    else
        judge_figure(rule, row, exception);
}

void Judge::State::judge_figure(OneRule& rule, const CountedRow& row, const std::string* exception) {
    const ReadRule& read = rule.figures.read();
    const bool of_rows = read.denominator && read.denominator->noun == row.noun;
    const bool in_denominator = of_rows && satisfies(read.denominator->conditions, row.noun, row.values);
    const bool in_numerator = satisfies(read.numerator->conditions, row.noun, row.values);
    if (of_rows ? !in_denominator : !in_numerator) return;
    const bool upper = read.threshold && read.threshold->upper();
    RowJudgement judgement;
    judgement.month = row.day.substr(0, 7);
    if (exception != nullptr) {
        judgement.outcome = Outcome::excepted;
    } else {
        judgement.in_numerator = in_numerator;
        judgement.in_denominator = in_denominator;
        judgement.outcome = in_numerator != upper ? Outcome::counted : Outcome::missing;
    }
    rule.figures.add(row.year, row.departments, row.withheld, row.id, judgement, [&] {
        FindingRow kept = listed(row);
        if (exception != nullptr) kept.reason = exception->empty() ? "符合例外条件" : *exception;
        return kept;
    });
}

const std::optional<WorkingDate>& Judge::State::due(OneRule& rule, std::string_view start, int year) const {
    const auto [at, is_new] = rule.due.try_emplace({std::string(start), year});
    if (is_new) {
        StartDays days;
        days.year = year;
        if (rule.figures.read().event != nullptr) set_start(days, rule.figures.read().event->key, start);
        if (start.empty() || rule.figures.speaks_of(start)) at->second = due_day(rule.figures.facts(), days, *calendar);
    }
    return at->second;
}

void Judge::State::judge_deadline(OneRule& rule, const CountedRow& row, const std::string* exception) {
    const ReadRule& read = rule.figures.read();
    if (read.numerator && !satisfies(read.numerator->conditions, row.noun, row.values)) return;
    if (rule.of_fixed && value(row, *rule.of_fixed) != "是") return;
    const std::string_view start = rule.start ? value(row, *rule.start) : std::string_view();
    const auto& due_on = due(rule, start.substr(0, 10), row.year);
    if (read.subject->noun == Noun::report) {
        if (due_on) reports.expect(static_cast<std::size_t>(&rule - rules.data()), row, *due_on, exception);
        return;
    }
    if (!due_on) {
        if (rule.start && start.empty() && rule.figures.speaks_of(row.year))
            rule.figures.add_without_start(row.year, row.departments);
        return;
    }
    const std::string_view done = value(row, *rule.done).substr(0, 10);
    const RowJudgement judgement = judge_due(*due_on, done, as_of, exception != nullptr);
    rule.figures.add(row.year, row.departments, row.withheld, row.id, judgement, [&] {
        FindingRow kept = listed(row);
        kept.due_on = text::iso(due_on->date);
        kept.done_on = done;
        if (exception != nullptr) kept.reason = exception->empty() ? "符合例外条件" : *exception;
        return kept;
    });
}

std::vector<Finding> Judge::finish() {
    std::vector<Finding> all;
    for (std::size_t at = 0; at < state_->rules.size(); ++at) {
        OneRule& rule = state_->rules[at];
        if (!rule.unreadable.empty()) {
            Finding unreadable;
            unreadable.rule = rule.figures.facts().code;
            unreadable.year = state_->year();
            unreadable.standing = Standing::unjudged;
            unreadable.reason = rule.unreadable;
            all.push_back(std::move(unreadable));
            continue;
        }
        state_->reports.judge(at, rule.figures, state_->as_of);
        for (Finding& finding : rule.figures.findings(state_->declared, state_->reports.none(), state_->as_of))
            all.push_back(std::move(finding));
    }
    return all;
}

}  // namespace duties
