#include <algorithm>

#include "generator/duties/holiday_notices.h"
#include "generator/publish/projection.h"
#include "generator/publish/tombstones.h"
#include "records/result_codes.h"
#include "text/date.h"

namespace publish {

using records::Id;

void Projection::results() {
    portal_.each_result(which_, [&](const records::ResultFacts& facts) { one_result(facts); });
}

void Projection::one_result(const records::ResultFacts& facts) {
    const TaskPlace* task = place(facts.task);
    const ObjectName name = object_name(facts.object);
    const Verdict verdict = name.shown ? visibility_.of(facts) : Verdict{Verdict::Kind::withheld, "不予公开", ""};
    records::PublicResult result;
    result.facts = facts;
    result.facts.id = portal_.first_of("result", facts.id);
    if (const auto follow_up = tally_.follow_ups.find(result.facts.id); follow_up != tally_.follow_ups.end())
        result.follow_up_state = follow_up->second.state;
    findings_.result(result.facts, {name.code, name.name, name.kind}, result.follow_up_state,
                     counted("result", facts.id, verdict));
    if (!verdict.has_page() || task == nullptr)
        return count_withheld(task == nullptr ? "" : task->office, "result", verdict);
    if (facts.draw && !tally_.task_of_draw.contains(*facts.draw)) result.facts.draw.reset();
    const bool tombstone = standing("result", facts.id, facts.correction, verdict, result.standing);
    result.office = task->office;
    result.department = facts.department ? department_names_[*facts.department] : std::string();
    result.task_name = task->name;
    result.plan_name = task->plan_name;
    result.plan = task->plan;
    result.year = task->year;
    result.object_code = name.code;
    result.object_name = name.name;
    result.problem_found = records::any_problem(result.facts.codes);
    duties::StartDays days;
    days.inspection_finished = facts.finished_on;
    days.result_produced = facts.produced_on;
    days.plan_made = task->plan_made_on;
    days.year = task->year;
    if (const auto due = duties::due(duties::Matter::result, rules(task->office), days, calendar(task->office),
                                     facts.published_on, as_of_))
        result.published_due = *due;
    result.facts.expires_on = verdict.expires_on;
    if (tombstone) empty_out(result);
    writer_.result(result);
    told({"result", result.facts.id, "result", result.facts.id, task->office, result.object_name,
          result.facts.published_on, &result.standing, false},
         facts.object);
    if (tombstone) return;
    const auto id = static_cast<std::size_t>(result.facts.id);
    if (public_results_.size() <= id) public_results_.resize(2 * id + 1);
    public_results_[id] = true;
    attachments_of("result", result.facts.id);
}

std::optional<Id> Projection::public_result(Id row) {
    const Id permanent = portal_.first_of("result", row);
    const auto id = static_cast<std::size_t>(permanent);
    return id < public_results_.size() && public_results_[id] ? std::optional(permanent) : std::nullopt;
}

void Projection::follow_ups() {
    portal_.each_follow_up(which_, [&](const records::FollowUpFacts& facts) {
        const Id result = portal_.first_of("result", facts.result);
        const auto of_result = tally_.follow_ups.find(result);
        const TaskPlace* task = of_result == tally_.follow_ups.end() ? nullptr : place(of_result->second.task);
        const Verdict verdict = visibility_.of(facts);
        count_follow_up(facts, result, verdict);
        if (!verdict.shown()) return count_withheld(task == nullptr ? "" : task->office, "follow_up", verdict);
        if (task == nullptr) return;  // its result is not public, so neither is this
        const ObjectName name = object_name(of_result->second.object);
        if (!name.shown) return;
        records::PublicFollowUp follow_up;
        follow_up.facts = facts;
        follow_up.facts.id = portal_.first_of("follow_up", facts.id);
        follow_up.facts.result = result;
        follow_up.office = task->office;
        follow_up.object_code = name.code;
        follow_up.object_name = name.name;
        follow_up.task_name = task->name;
        follow_up.task = of_result->second.task;
        follow_up.latest = of_result->second.latest == follow_up.facts.id;
        duties::StartDays days;
        days.follow_up_arose = facts.arose_on.empty() ? of_result->second.arose_on : facts.arose_on;
        days.year = task->year;
        if (const auto due = duties::due(duties::Matter::follow_up, rules(task->office), days, calendar(task->office),
                                         facts.finished_on, as_of_))
            follow_up.due = *due;
        if (standing("follow_up", facts.id, facts.correction, verdict, follow_up.standing)) empty_out(follow_up);
        writer_.follow_up(follow_up);
        told({"follow_up", follow_up.facts.id, "follow_up", follow_up.facts.id, task->office, follow_up.object_name,
              follow_up.facts.published_on, &follow_up.standing, false},
             of_result->second.object);
    });
}

void Projection::count_follow_up(const records::FollowUpFacts& facts, Id result, const Verdict& verdict) {
    const auto found = tally_.follow_ups.find(result);
    if (found == tally_.follow_ups.end() || found->second.counted_latest != portal_.first_of("follow_up", facts.id))
        return;
    const FollowUpState& of = found->second;
    const ObjectName name = of.counted_object == 0 ? ObjectName{} : object_name(of.counted_object);
    Counted as = counted("follow_up", facts.id, verdict);
    if (as == Counted::by_name && (of.task == 0 || !name.shown)) as = Counted::withheld;  // as its result is
    records::FollowUpFacts step = facts;
    step.result = result;
    findings_.follow_up(step, of, {name.code, name.name, name.kind}, as);
}

void Projection::penalties() {
    portal_.each_penalty(which_, [&](const records::PenaltyFacts& facts) {
        const ObjectName name = object_name(facts.object);
        const Verdict verdict = name.shown ? visibility_.of(facts) : Verdict{Verdict::Kind::withheld, "不予公开", ""};
        if (!verdict.has_page()) return count_withheld("", "penalty", verdict);
        records::PublicPenalty penalty;
        penalty.facts = facts;
        penalty.facts.id = portal_.first_of("penalty", facts.id);
        if (facts.result) penalty.facts.result = public_result(*facts.result);
        penalty.object_code = name.code;
        penalty.object_name = name.name;
        bool tombstone = standing("penalty", facts.id, facts.correction, verdict, penalty.standing);
        if (!facts.revoked_on.empty()) {  // 行政处罚法第四十八条：撤回并公开说明理由
            penalty.standing.withdrawn_on = facts.revoked_on;
            penalty.standing.withdrawn_reason = facts.revoked_reason;
            tombstone = true;
        }
        penalty.facts.expires_on = verdict.expires_on;
        if (tombstone) empty_out(penalty);
        writer_.penalty(penalty);
        told({"penalty", penalty.facts.id, "penalty", penalty.facts.id, "", penalty.facts.decision_number,
              penalty.facts.published_on, &penalty.standing, true},
             facts.object);
    });
}

void Projection::count_withheld(const std::string& office, std::string_view kind, const Verdict& verdict) {
    if (verdict.kind == Verdict::Kind::withheld) ++withheld_[{office, std::string(kind), verdict.ground}];
}

void Projection::withheld_counts() {
    for (const auto& [key, count] : withheld_) {
        const auto& [office, kind, ground] = key;
        writer_.withheld({office, kind, ground, count});
    }
}

bool Projection::standing(std::string_view table, Id row, const std::optional<records::Correction>& correction,
                          const Verdict& verdict, records::Standing& into) {
    if (correction)
        for (const auto& corrected : portal_.corrections_of(table, row, which_))
            into.corrected.push_back(corrected.reason);
    if (const auto* withdrawn = withdrawals_.find(table, portal_.first_of(table, row)))
        into.withdrawn_on = withdrawn->decided_on, into.withdrawn_reason = withdrawn->reason;
    if (verdict.kind == Verdict::Kind::expired) into.expired_on = verdict.expired_on;
    return !into.withdrawn_on.empty() || !into.expired_on.empty();
}

Counted Projection::counted(std::string_view table, Id row, const Verdict& verdict) {
    if (withdrawals_.find(table, portal_.first_of(table, row)) != nullptr) return Counted::not_at_all;
    return counted_as(verdict);
}

Projection::ObjectName Projection::object_name(Id object) {
    const auto facts = portal_.object_facts(object);
    if (!facts) return {};
    ObjectName name{"", facts->name, facts->kind, visibility_.of(*facts).shown()};
    for (const std::string_view scheme : {"unified", "registration15"})
        for (const records::ObjectCode& code : portal_.codes_of(object))
            if (name.code.empty() && code.scheme == scheme) name.code = code.code;
    if (name.code.empty()) name.code = "o" + std::to_string(object);
    return name;
}

const Projection::TaskPlace* Projection::place(Id task) const {
    const auto found = tasks_.find(task);
    return found == tasks_.end() ? nullptr : &found->second;
}

const duties::WorkingDays& Projection::calendar(const std::string& office) {
    if (const auto found = calendars_.find(office); found != calendars_.end()) return found->second;
    return calendars_.emplace(office, duties::WorkingDays(duties::merged_calendar(portal_.calendar()), office))
        .first->second;
}

const std::vector<records::RuleFacts>& Projection::rules(const std::string& office) {
    if (const auto found = rules_.find(office); found != rules_.end()) return found->second;
    std::vector<records::RuleFacts> own;
    for (const records::RuleFacts& rule : portal_.rules())
        if (rule.office == office) own.push_back(rule);
    return rules_.emplace(office, std::move(own)).first->second;
}

records::Due Projection::awaited_result(const TaskPlace& task, std::string_view done_on) {
    duties::StartDays days;
    days.plan_made = task.plan_made_on;
    days.year = task.year;
    const records::CellValue* period = task.cells.find("period");
    if (const auto last = period != nullptr && period->period ? period->period->last_day() : std::nullopt)
        days.inspection_finished = days.result_produced = days.task_completed = text::iso(*last);
    const auto due =
        duties::due(duties::Matter::result, rules(task.office), days, calendar(task.office), done_on, as_of_);
    return due ? *due : records::Due{};
}

}  // namespace publish
