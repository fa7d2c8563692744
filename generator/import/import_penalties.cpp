// Administrative penalties 行政处罚信息摘要 (市场监督管理行政处罚信息公示规定).
#include <map>
#include <memory>
#include <set>

#include "generator/import/disclosure.h"
#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/object_lookup.h"
#include "generator/import/task_lookup.h"
#include "text/fold.h"
#include "text/number.h"

namespace importing {

namespace {

using records::Id;
using records::PenaltyFacts;

bool same_facts(const PenaltyFacts& one, const PenaltyFacts& other) {
    return one.object == other.object && one.result == other.result &&
           text::fold(one.decision_number) == text::fold(other.decision_number) && one.violation == other.violation &&
           one.content == other.content && one.category == other.category && one.amount == other.amount &&
           one.agency == other.agency && one.decided_on == other.decided_on && one.published_on == other.published_on &&
           one.expires_on == other.expires_on && one.warning_only == other.warning_only &&
           one.revoked_on == other.revoked_on && one.revoked_reason == other.revoked_reason &&
           one.disclosure == other.disclosure && one.withheld_reason == other.withheld_reason &&
           one.withheld_basis == other.withheld_basis && one.withheld_decided_by == other.withheld_decided_by &&
           one.withheld_review_on == other.withheld_review_on && one.note == other.note;
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
    facts.disclosure = disclosure_of(row);
    facts.withheld_reason = row.text("withheld_reason");
    facts.withheld_basis = row.text("withheld_basis");
    facts.withheld_decided_by = row.text("withheld_decided_by");
    facts.withheld_review_on = row.date("withheld_review_on");
    facts.note = row.text("note");
    check_withheld_reason(row, facts.disclosure, facts.withheld_reason, facts.withheld_basis);
    if (!facts.revoked_on.empty() && facts.revoked_reason.empty())
        row.error("revoked_reason", "撤销的处罚没有写撤销原因", "撤销要公开说明理由（行政处罚法第四十八条）");
    return facts;
}

class PenaltyImport {
  public:
    explicit PenaltyImport(ImportRun& run) : run_(run) {}

    void row(const RowValues& row) {
        PenaltyFacts facts = read_facts(row);
        const auto object = find_object(run_, row, UnknownObject::record);
        if (!object || facts.decision_number.empty()) return;
        facts.object = *object;
        facts.result = result_of(row, *object);
        const std::string number = text::fold(facts.decision_number);
        if (const auto [at, first] = rows_.emplace(number, row.number()); !first)
            return row.error("decision_number",
                             "同一文号在本文件里出现两次，另一行是第 " + std::to_string(at->second) + " 行",
                             "删去多余的一行，或核对文号");
        if (row.has_errors()) return;
        store(row, facts);
    }

  private:
    /// The result that led to the penalty: by its page's number, or by the task the row names.
    std::optional<Id> result_of(const RowValues& row, Id object) {
        if (const std::string named = row.text("result_id"); !named.empty()) {
            const auto id = text::parse_integer(named);
            if (id && is_result(*id)) return id;
            row.error("result_id", "没有这个编号的检查结果", "编号见结果页的网址；与抽查无关的处罚留空");
            return std::nullopt;
        }
        if (row.text("task_id").empty() && row.text("task_number").empty() && row.text("task_name").empty())
            return std::nullopt;
        if (!tasks_ && !run_.require_office()) return std::nullopt;
        if (!tasks_) tasks_.emplace(run_);
        const auto task = tasks_->find(row);
        if (!task) return std::nullopt;
        std::vector<records::ResultFacts> results = run_.portal.results_of(*task, object);
        if (const std::string item = text::fold(row.text("item")); !item.empty())
            std::erase_if(results, [&](const records::ResultFacts& result) { return text::fold(result.item) != item; });
        if (results.size() == 1) return results.front().id;
        row.error("task_name",
                  results.empty() ? "没有这个对象在这个任务里的检查结果" : "这个对象在这个任务里有几个结果",
                  results.empty() ? "请先导入 results；与抽查无关的处罚不填任务" : "填写“检查事项”，写明是哪一个结果");
        return std::nullopt;
    }

    bool is_result(Id id) {
        if (!results_) {
            results_.emplace();
            run_.portal.each_result(records::Portal::Which::with_drafts,
                                    [&](const records::ResultFacts& result) { results_->insert(result.id); });
        }
        return results_->contains(id);
    }

    void store(const RowValues& row, PenaltyFacts& facts) {
        const auto current = run_.portal.current_penalty(facts.decision_number);
        const auto known = current ? std::optional(current->first) : std::nullopt;
        // A revocation (撤销) is its own event with its own public reason: it needs no --correct.
        const bool revocation = current && current->second.revoked_on.empty() && !facts.revoked_on.empty();
        if (revocation && known->published && !run_.request.correct && only_revoked(current->second, facts)) {
            ++run_.report.corrected;
            facts.correction = records::Correction{known->row, facts.revoked_reason};
        } else {
            const Settled settled =
                run_.settle(known, current && same_facts(current->second, facts),
                            [&](const std::string& reason) { row.error("decision_number", reason, how_to_correct); });
            if (settled == Settled::unchanged || settled == Settled::refused) return;
            facts.correction = run_.correction(settled, known);
        }
        run_.portal.add_penalty(run_.batch, run_.keep(row), facts);
    }

    /// Nothing else was changed under the cover of a revocation.
    static bool only_revoked(const PenaltyFacts& published, PenaltyFacts now) {
        now.revoked_on = published.revoked_on;
        now.revoked_reason = published.revoked_reason;
        return same_facts(published, now);
    }

    ImportRun& run_;
    std::optional<TaskLookup> tasks_;
    std::optional<std::set<Id>> results_;
    std::map<std::string, std::uint32_t> rows_;  // folded decision number → row in this file
};

}  // namespace

KindImporter import_penalties(ImportRun& run) {
    auto import = std::make_shared<PenaltyImport>(run);
    return {{}, [import](const RowValues& row) { import->row(row); }, {}};
}

}  // namespace importing
