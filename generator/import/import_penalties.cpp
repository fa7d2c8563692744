// Administrative penalties 行政处罚信息摘要 (市场监督管理行政处罚信息公示规定).
#include <memory>

#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/object_lookup.h"
#include "text/number.h"

namespace importing {

namespace {

using records::PenaltyFacts;

bool same_facts(const PenaltyFacts& one, const PenaltyFacts& other) {
    return one.object == other.object && one.result == other.result && one.decision_number == other.decision_number &&
           one.violation == other.violation && one.content == other.content && one.category == other.category &&
           one.amount == other.amount && one.agency == other.agency && one.decided_on == other.decided_on &&
           one.published_on == other.published_on && one.expires_on == other.expires_on &&
           one.warning_only == other.warning_only && one.revoked_on == other.revoked_on &&
           one.revoked_reason == other.revoked_reason && one.disclosure == other.disclosure &&
           one.withheld_reason == other.withheld_reason && one.withheld_basis == other.withheld_basis &&
           one.note == other.note;
}

PenaltyFacts read_facts(const RowValues& row) {
    PenaltyFacts facts;
    facts.decision_number = row.required("decision_number");
    facts.violation = row.required("violation");
    facts.content = row.required("content");
    facts.category = row.text("category");
    facts.amount = row.text("amount");
    facts.agency = row.required("agency");
    row.required("decided_on");
    facts.decided_on = row.date("decided_on");
    facts.published_on = row.date("published_on");
    facts.expires_on = row.date("expires_on");
    facts.warning_only = row.yes_no("warning_only", facts.category == "警告");
    facts.revoked_on = row.date("revoked_on");
    facts.revoked_reason = row.text("revoked_reason");
    facts.disclosure = row.choice("disclosure");
    facts.withheld_reason = row.text("withheld_reason");
    facts.withheld_basis = row.text("withheld_basis");
    facts.note = row.text("note");
    if (!facts.revoked_on.empty() && facts.revoked_reason.empty())
        row.error("revoked_reason", "撤销的处罚没有写撤销原因", "撤销要公开说明理由（行政处罚法第四十八条）");
    return facts;
}

void import_row(ImportRun& run, const RowValues& row) {
    PenaltyFacts facts = read_facts(row);
    const auto object = find_object(run, row, UnknownObject::record);
    if (!object || facts.decision_number.empty()) return;
    facts.object = *object;
    if (const std::string result = row.text("result_id"); !result.empty()) {
        facts.result = text::parse_integer(result);
        if (!facts.result) row.error("result_id", "结果编号应是数字", "编号见结果页的网址");
    }
    const auto current = run.portal.current_penalty(facts.decision_number);
    const auto known = current ? std::optional(current->first) : std::nullopt;
    // A revocation (撤销) is its own event with its own public reason: it needs no --correct.
    const bool revocation = current && current->second.revoked_on.empty() && !facts.revoked_on.empty();
    if (revocation && known->published) {
        ++run.report.corrected;
        facts.correction = records::Correction{known->row, facts.revoked_reason};
    } else {
        const Settled settled =
            run.settle(known, current && same_facts(current->second, facts),
                       [&](const std::string& reason) { row.error("decision_number", reason, how_to_correct); });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        facts.correction = run.correction(settled, known);
    }
    if (!run.problems.any_error()) run.portal.add_penalty(run.batch, run.keep(row), facts);
}

}  // namespace

KindImporter import_penalties(ImportRun& run) {
    return {{}, [&run](const RowValues& row) { import_row(run, row); }, {}};
}

}  // namespace importing
