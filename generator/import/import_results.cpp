// Inspection results 抽查检查结果: one row a task, object and item.
#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

#include "generator/import/disclosure.h"
#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/named_inspectors.h"
#include "generator/import/object_lookup.h"
#include "generator/import/task_lookup.h"
#include "records/result_codes.h"
#include "text/fold.h"

namespace importing {

namespace {

using records::Id;
using records::ResultFacts;

bool same_facts(const ResultFacts& one, const ResultFacts& other) {
    return one.item == other.item && one.codes == other.codes && one.outcome == other.outcome &&
           one.problem == other.problem && one.agency == other.agency && one.methods == other.methods &&
           one.inspected_on == other.inspected_on && one.finished_on == other.finished_on &&
           one.produced_on == other.produced_on && one.entered_on == other.entered_on &&
           one.audited_on == other.audited_on && one.published_on == other.published_on &&
           one.audit_state == other.audit_state && one.signature == other.signature &&
           one.cooperation == other.cooperation && one.record_form == other.record_form &&
           one.disposal == other.disposal && one.conclusion_source == other.conclusion_source &&
           one.disclosure == other.disclosure && one.withheld_reason == other.withheld_reason &&
           one.withheld_basis == other.withheld_basis && one.withheld_decided_by == other.withheld_decided_by &&
           one.withheld_review_on == other.withheld_review_on && one.expires_on == other.expires_on &&
           one.note == other.note;
}

class ResultImport {
  public:
    explicit ResultImport(ImportRun& run) : run_(run) {}

    void sheet() {
        if (tasks_ || !run_.require_office()) return;
        tasks_.emplace(run_);
        for (const records::DrawFacts& draw : run_.portal.draws()) draws_[draw.task].push_back(draw);
        published_on_ = run_.context_date("published_on");
    }

    void row(const RowValues& row) {
        if (!tasks_) return;
        const auto task = tasks_->find(row);
        const auto object = find_object(run_, row, UnknownObject::record);
        ResultFacts facts = read_facts(row);
        check_dates(row, facts);
        check_withheld_reason(row, facts.disclosure, facts.withheld_reason, facts.withheld_basis);
        pseudonyms_of(run_, row);  // so that the privacy gate knows the names; results show no inspectors
        if (!task || !object) return;
        facts.task = *task;
        facts.object = *object;
        facts.draw = draw_of(row, *task);
        const std::tuple key(facts.task, facts.object, text::fold(facts.item));
        if (const auto [at, first] = rows_.emplace(key, row.number()); !first)
            return row.error("name",
                             "同一任务、同一对象、同一事项的结果在本文件里出现两次，另一行是第 " +
                                 std::to_string(at->second) + " 行",
                             "合并为一行，或写明不同的检查事项");
        const auto current = run_.portal.current_result(facts.task, facts.object, facts.item);
        const auto known = current ? std::optional(current->first) : std::nullopt;
        const bool same = current && same_facts(current->second, facts) && same_links(row, *current, facts);
        const Settled settled =
            run_.settle(known, same, [&](const std::string& reason) { row.error("outcome", reason, how_to_correct); });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        facts.correction = run_.correction(settled, known);
        run_.portal.add_result(run_.batch, run_.keep(row), facts);
    }

  private:
    /// Department and draw may follow from what else was imported: of a published result such a new link is no change.
    static bool same_links(const RowValues& row, const std::pair<records::Portal::Current, ResultFacts>& current,
                           const ResultFacts& facts) {
        const bool published = current.first.published;
        return (current.second.draw == facts.draw || (published && row.text("draw_number").empty())) &&
               (current.second.department == facts.department || (published && row.text("department").empty()));
    }

    ResultFacts read_facts(const RowValues& row) const {
        ResultFacts facts;
        facts.item = row.text("item");
        facts.outcome = row.required("outcome");
        facts.codes = codes(row, facts.outcome);
        facts.problem = row.text("problem");
        facts.agency = row.text("agency");
        if (facts.agency.empty()) facts.agency = run_.context.text("agency");
        facts.department = department(row, facts.agency);
        facts.methods = methods(row);
        facts.inspected_on = row.date("inspected_on");
        facts.finished_on = row.date("finished_on");
        facts.produced_on = row.date("produced_on");
        facts.entered_on = row.date("entered_on");
        facts.audited_on = row.date("audited_on");
        facts.published_on = row.date("published_on");
        if (facts.published_on.empty()) facts.published_on = published_on_;
        facts.audit_state = row.choice("audit_state");
        facts.signature = row.choice("signature");
        facts.cooperation = row.choice("cooperation");
        facts.record_form = row.choice("record_form");
        facts.disposal = row.text("disposal");
        facts.conclusion_source = row.text("conclusion_source");
        facts.disclosure = disclosure_of(row);
        facts.withheld_reason = row.text("withheld_reason");
        facts.withheld_basis = row.text("withheld_basis");
        facts.withheld_decided_by = row.text("withheld_decided_by");
        facts.withheld_review_on = row.date("withheld_review_on");
        facts.expires_on = row.date("expires_on");
        facts.note = row.text("note");
        return facts;
    }

    /// 检查结果 may hold several of the usual results, and 结果代码 their codes.
    std::vector<std::string> codes(const RowValues& row, const std::string& outcome) const {
        std::vector<std::string> codes;
        for (const std::string& part :
             records::split_results(row.text("codes").empty() ? outcome : row.text("codes"))) {
            const records::ResultCode* code = records::result_code(part);
            if (code != nullptr && std::find(codes.begin(), codes.end(), code->code) == codes.end())
                codes.emplace_back(code->code);
            else if (code == nullptr)
                row.note("outcome", "“" + part + "”不是规定的结果用语，按原文保存", "规定用语见数据说明页的结果代码表");
        }
        return codes;
    }

    std::vector<std::string> methods(const RowValues& row) const {
        std::vector<std::string> methods;
        for (const std::string& word : row.list("methods")) {
            const records::MethodCode* code = records::method_code(word);
            methods.push_back(code == nullptr ? word : std::string(code->code));
        }
        return methods;
    }

    std::optional<Id> department(const RowValues& row, const std::string& agency) const {
        if (const std::string name = row.text("department"); !name.empty())
            return run_.portal.department(run_.area, name);
        if (run_.department) return run_.department;
        return agency.empty() ? std::nullopt : run_.portal.find_department(run_.area, agency);
    }

    std::optional<Id> draw_of(const RowValues& row, Id task) const {
        const std::string number = row.text("draw_number");
        std::optional<Id> only;
        const auto of_task = draws_.find(task);
        const std::size_t count = of_task == draws_.end() ? 0 : of_task->second.size();
        if (count > 0)
            for (const records::DrawFacts& draw : of_task->second)
                if (number.empty() || text::fold(draw.number) == text::fold(number)) only = draw.draw;
        if (!number.empty() && !only) row.note("draw_number", "没有这次抽取的记录", "先导入 draws，结果就能连到名单");
        return number.empty() && count != 1 ? std::nullopt : only;
    }

    static void check_dates(const RowValues& row, const ResultFacts& facts) {
        const auto in_order = [&](const std::string& early, const std::string& late, std::string_view field,
                                  const char* what) {
            if (!early.empty() && !late.empty() && late < early) row.note(field, what, "请核对两个日期");
        };
        in_order(facts.inspected_on, facts.finished_on, "finished_on", "检查完成日期早于检查日期");
        in_order(facts.finished_on, facts.published_on, "published_on", "公示日期早于检查完成日期");
    }

    ImportRun& run_;
    std::optional<TaskLookup> tasks_;
    std::string published_on_;                             // of the context
    std::map<Id, std::vector<records::DrawFacts>> draws_;  // by task
    std::map<std::tuple<Id, Id, std::string>, std::uint32_t> rows_;
};

}  // namespace

KindImporter import_results(ImportRun& run) {
    auto import = std::make_shared<ResultImport>(run);
    return {[import](SheetColumns&) { import->sheet(); }, [import](const RowValues& row) { import->row(row); }, {}};
}

}  // namespace importing
