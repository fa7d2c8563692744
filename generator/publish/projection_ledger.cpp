// What stands beside a record: what an enterprise says about it 企业陈述, objections to it 异议; and how the ledger
// hears of each record.
#include "generator/publish/ledger_masters.h"
#include "generator/publish/projection.h"
#include "text/date.h"

namespace publish {

using records::Id;

namespace {

/// 异议 is marked within one working day of its receipt.
constexpr int working_days_to_mark = 1;
constexpr const char* mark_clause = "受理次日起一个工作日内标注";

records::Due mark_due(const records::ObjectionFacts& received, const std::string& marked_on,
                      const duties::WorkingDays& calendar, std::string_view as_of) {
    records::Due due;
    const auto day = text::parse_iso(received.received_on);
    if (!day) return due;
    const duties::WorkingDate last = calendar.after(*day, working_days_to_mark);
    due.on = text::iso(last.date);
    due.clause = mark_clause;
    due.provisional = last.provisional;
    due.state = duties::due_state(last.date, marked_on, as_of);
    return due;
}

/// Of an objection to what is now a tombstone only how it ended: its words would tell what the record said.
void keep_only_the_outcome(records::PublicObjection& objection) {
    objection.object = 0;
    objection.ground.clear();
    objection.outcome = objection.outcome.substr(0, objection.outcome.find("："));
}

}  // namespace

void Projection::masters_told() {
    const auto shown = [this](const records::RuleException& exception) {
        if (exception.kind == "object") return object_name(exception.record).shown;
        if (exception.kind == "draw") {
            const auto draw = public_draws_.find(exception.record);
            return draw != public_draws_.end() && withdrawals_.find("draw_record", draw->second.fact) == nullptr;
        }
        const TaskPlace* task = place(exception.record);
        return task != nullptr && !task->withdrawn;
    };
    log_masters(portal_, which_, shown, ledger_);
}

void Projection::told(const Ledger::Record& record, Id object) {
    ledger_.record(record);
    const records::Standing& standing = *record.standing;
    const std::string kind(record.kind);
    const bool tombstone = !standing.withdrawn_on.empty() || !standing.expired_on.empty();
    if (const auto named = beside_.find({std::string(record.table), record.fact}); named != beside_.end())
        named->second = Beside{kind, record.id, tombstone ? 0 : object, record.office, tombstone};
    if (!standing.withdrawn_on.empty()) {
        const auto* withdrawn = withdrawals_.find(record.table, record.fact);
        // 撤销 of a penalty comes with its own day in the sheet.
        const std::string day = withdrawn == nullptr ? standing.withdrawn_on : withdrawn->published_on;
        ledger_.add({0, withdrawn == nullptr ? 0 : withdrawn->publication, day, "withdrawn", kind, record.office,
                     record.id, "", 1, standing.withdrawn_reason},
                    true);
    } else if (!standing.expired_on.empty()) {
        ledger_.add({0, 0, standing.expired_on, "expired", kind, record.office, record.id, "", 1, ""}, false);
    }
}

void Projection::read_named_facts() {
    for (const records::StatementFacts& statement : portal_.statements(which_))
        if (statement.result) beside_[{"result", *statement.result}];
    for (const records::Portal::PublishedObjection& step : portal_.objections(which_))
        beside_[{step.facts.kind, step.facts.fact}];
}

const Projection::Beside* Projection::beside(std::string_view table, Id fact) const {
    const auto found = beside_.find({std::string(table), fact});
    return found == beside_.end() || found->second.record == 0 ? nullptr : &found->second;
}

/// Of a result that is not public or gone nothing is said, also not by the enterprise: the statement would tell of it.
void Projection::statements() {
    for (const records::StatementFacts& facts : portal_.statements(which_)) {
        const ObjectName name = object_name(facts.object);
        const Beside* of = facts.result ? beside("result", *facts.result) : nullptr;
        if (!name.shown || (facts.result && (of == nullptr || of->tombstone || of->object != facts.object))) continue;
        records::PublicStatement shown;
        shown.id = facts.id;
        shown.object = facts.object;
        shown.result = facts.result.value_or(0);
        shown.received_on = facts.received_on;
        shown.body = facts.body;
        const std::string office = of == nullptr ? std::string() : of->office;
        const records::Stamp first = portal_.first_published("statement", facts.id);
        const auto* withdrawn = withdrawals_.find("statement", facts.id);
        ledger_.add({0, first.publication, first.as_of, "stated", "statement", office, facts.id,
                     withdrawn == nullptr ? name.name : "", 1, ""},
                    true);
        if (withdrawn != nullptr) {
            shown.body.clear(), shown.received_on.clear();
            shown.standing.withdrawn_on = withdrawn->decided_on, shown.standing.withdrawn_reason = withdrawn->reason;
            ledger_.add({0, withdrawn->publication, withdrawn->published_on, "withdrawn", "statement", office, facts.id,
                         "", 1, withdrawn->reason},
                        true);
        }
        writer_.statement(shown);
    }
}

void Projection::objections() {
    std::map<std::string, records::PublicObjection> by_receipt;
    std::set<std::string> ended;  // receipts about tombstones
    for (const records::Portal::PublishedObjection& step : portal_.objections(which_)) {
        const records::ObjectionFacts& facts = step.facts;
        const Beside* of = beside(facts.kind, facts.fact);
        if (of == nullptr) continue;
        if (of->tombstone) ended.insert(facts.receipt);
        const bool answer = facts.event == "answered";
        const records::Stamp first = portal_.first_published("objection", facts.id);
        records::PublicObjection& shown = by_receipt[facts.receipt];
        shown.office = of->office.empty() ? facts.receipt.substr(0, facts.receipt.find('-')) : of->office;
        ledger_.add({0, first.publication, first.as_of, answer ? "answered" : "objected", "objection", shown.office,
                     facts.id, facts.receipt, 1, ""},
                    true);
        if (answer) {
            shown.answered_on = facts.answered_on, shown.outcome = facts.outcome;
            continue;
        }
        shown.id = facts.id;
        shown.receipt = facts.receipt;
        shown.kind = of->kind, shown.record = of->record, shown.object = of->object;
        shown.received_on = facts.received_on, shown.marked_on = step.published_on;
        shown.due = mark_due(facts, step.published_on, calendar(shown.office), as_of_);
        shown.ground = facts.ground;
    }
    for (auto& [receipt, shown] : by_receipt) {
        if (shown.id == 0) continue;
        if (ended.contains(receipt)) keep_only_the_outcome(shown);
        writer_.objection(shown);
    }
}

}  // namespace publish
