// Follow-ups 后续处置: every progress (未完结 → 已完结) is a further row of one result.
#include <algorithm>
#include <map>
#include <memory>

#include "generator/import/disclosure.h"
#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/object_lookup.h"
#include "generator/import/task_lookup.h"
#include "text/fold.h"

namespace importing {

namespace {

using records::FollowUpFacts;
using records::Id;
using records::ResultFacts;

bool same_facts(const FollowUpFacts& one, const FollowUpFacts& other) {
    return one.state == other.state && one.measure == other.measure && one.transfer == other.transfer &&
           one.transferred_to == other.transferred_to && one.arose_on == other.arose_on &&
           one.handled_on == other.handled_on && one.finished_on == other.finished_on &&
           one.published_on == other.published_on && one.outcome == other.outcome && one.revisit == other.revisit &&
           one.agency == other.agency && one.disclosure == other.disclosure &&
           one.withheld_reason == other.withheld_reason && one.withheld_basis == other.withheld_basis &&
           one.withheld_decided_by == other.withheld_decided_by && one.withheld_review_on == other.withheld_review_on &&
           one.note == other.note;
}

class FollowUpImport {
  public:
    explicit FollowUpImport(ImportRun& run) : run_(run) {}

    void sheet() {
        if (!tasks_ && run_.require_office()) tasks_.emplace(run_);
    }

    void row(const RowValues& row) {
        if (!tasks_) return;
        const auto task = tasks_->find(row);
        const auto object = find_object(run_, row, UnknownObject::refuse);
        FollowUpFacts facts = read_facts(row);
        if (facts.state == "已完结" && facts.finished_on.empty()) row.note("finished_on", "已完结却没有完结日期");
        check_withheld_reason(row, facts.disclosure, facts.withheld_reason, facts.withheld_basis);
        if (!task || !object || !is_state(row, facts.state)) return;
        const auto result = result_of(row, *task, *object);
        if (!result) return;
        facts.result = *result;
        store(row, facts);
    }

  private:
    static bool is_state(const RowValues& row, const std::string& state) {
        if (state == "未完结" || state == "已完结") return true;
        row.error("state", "处置状态应是“未完结”或“已完结”");
        return false;
    }

    FollowUpFacts read_facts(const RowValues& row) const {
        FollowUpFacts facts;
        facts.state = row.choice("state");
        facts.measure = row.text("measure");
        facts.transfer = row.choice("transfer");
        facts.transferred_to = row.text("transferred_to");
        facts.arose_on = row.date("arose_on");
        facts.handled_on = row.date("handled_on");
        facts.finished_on = row.date("finished_on");
        facts.published_on = row.date("published_on");
        facts.outcome = row.text("outcome");
        facts.revisit = row.text("revisit");
        facts.agency = row.text("agency");
        facts.disclosure = disclosure_of(row);
        facts.withheld_reason = row.text("withheld_reason");
        facts.withheld_basis = row.text("withheld_basis");
        facts.withheld_decided_by = row.text("withheld_decided_by");
        facts.withheld_review_on = row.date("withheld_review_on");
        facts.note = row.text("note");
        return facts;
    }

    std::optional<Id> result_of(const RowValues& row, Id task, Id object) const {
        std::vector<ResultFacts> results = run_.portal.results_of(task, object);
        if (const std::string item = text::fold(row.text("item")); !item.empty())
            std::erase_if(results, [&](const ResultFacts& result) { return text::fold(result.item) != item; });
        if (results.size() == 1) return results.front().id;
        row.error("name", results.empty() ? "没有这个对象在这个任务里的检查结果" : "这个对象在这个任务里有几个结果",
                  results.empty() ? "请先导入 results" : "填写“检查事项”，写明是哪一个结果的后续");
        return std::nullopt;
    }

    /// The step a row is: the one it names; else the one that says the same; else the latest when that is an earlier
    /// import's draft in the same state (then this row replaces it); else the next.
    int step_of(const RowValues& row, const FollowUpFacts& facts,
                const std::vector<std::pair<records::Portal::Current, FollowUpFacts>>& earlier) const {
        if (const auto step = row.integer("step")) return static_cast<int>(*step);
        for (const auto& [current, known] : earlier)
            if (same_facts(known, facts)) return known.step;
        if (earlier.empty()) return 1;
        const auto latest = std::max_element(earlier.begin(), earlier.end(), [](const auto& one, const auto& other) {
            return one.second.step < other.second.step;
        });
        const bool redraft = !latest->first.published && latest->first.batch != run_.batch &&
                             latest->second.state == facts.state &&
                             !seen_.contains({facts.result, latest->second.step});
        return latest->second.step + (redraft ? 0 : 1);
    }

    void store(const RowValues& row, FollowUpFacts& facts) {
        const auto earlier = run_.portal.current_follow_ups(facts.result);
        facts.step = step_of(row, facts, earlier);
        if (const auto [at, first] = seen_.emplace(std::pair(facts.result, facts.step), row.number()); !first)
            return row.error("step",
                             "同一结果的同一次进展在本文件里出现两次，另一行是第 " + std::to_string(at->second) + " 行",
                             "删去多余的一行，或填写不同的“第几次进展”");
        if (facts.step < 1 || facts.step > 1000) return row.error("step", "第几次进展应是从 1 起的数");
        std::optional<records::Portal::Current> current;
        bool same = false;
        for (const auto& [at, known] : earlier) {
            if (known.step < facts.step && known.state == "已完结" && facts.state == "未完结")
                row.note("state", "前一次进展已是“已完结”，这一次又是“未完结”", "若是重新处理，请在备注里说明");
            if (known.step != facts.step) continue;
            current = at;
            same = same_facts(known, facts);
        }
        const Settled settled =
            run_.settle(current, same, [&](const std::string& reason) { row.error("state", reason, how_to_correct); });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        facts.correction = run_.correction(settled, current);
        run_.portal.add_follow_up(run_.batch, run_.keep(row), facts);
    }

    ImportRun& run_;
    std::optional<TaskLookup> tasks_;
    std::map<std::pair<Id, int>, std::uint32_t> seen_;  // result and step → their row in this file
};

}  // namespace

KindImporter import_follow_ups(ImportRun& run) {
    auto import = std::make_shared<FollowUpImport>(run);
    return {[import](SheetColumns&) { import->sheet(); }, [import](const RowValues& row) { import->row(row); }, {}};
}

}  // namespace importing
