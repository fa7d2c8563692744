// Inspection results 抽查检查结果: one row a task, object and item.
#include <memory>

#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/object_lookup.h"
#include "generator/import/task_lookup.h"
#include "records/result_codes.h"
#include "text/fold.h"

namespace importing {

namespace {

using records::Id;
using records::ResultFacts;

bool same_facts(const ResultFacts& one, const ResultFacts& other) {
    return one.draw == other.draw && one.department == other.department && one.item == other.item &&
           one.codes == other.codes && one.outcome == other.outcome && one.problem == other.problem &&
           one.agency == other.agency && one.methods == other.methods && one.inspected_on == other.inspected_on &&
           one.finished_on == other.finished_on && one.produced_on == other.produced_on &&
           one.entered_on == other.entered_on && one.audited_on == other.audited_on &&
           one.published_on == other.published_on && one.audit_state == other.audit_state &&
           one.signature == other.signature && one.cooperation == other.cooperation &&
           one.record_form == other.record_form && one.disposal == other.disposal &&
           one.conclusion_source == other.conclusion_source && one.disclosure == other.disclosure &&
           one.withheld_reason == other.withheld_reason && one.withheld_basis == other.withheld_basis &&
           one.expires_on == other.expires_on && one.note == other.note;
}

class ResultImport {
  public:
    explicit ResultImport(ImportRun& run) : run_(run) {}

    void sheet() {
        if (!tasks_ && run_.require_office()) tasks_.emplace(run_);
    }

    void row(const RowValues& row) {
        if (!tasks_) return;
        const auto task = tasks_->find(row);
        const auto object = find_object(run_, row, UnknownObject::record);
        ResultFacts facts = read_facts(row);
        check_dates(row, facts);
        check_withholding(row, facts);
        if (!task || !object) return;
        facts.task = *task;
        facts.object = *object;
        facts.draw = draw_of(row, *task);
        const auto current = run_.portal.current_result(facts.task, facts.object, facts.item);
        if (current && current->first.batch == run_.batch)
            return row.error("name", "同一任务、同一对象、同一事项的结果在本文件里出现两次", "合并为一行，或写明不同的检查事项");
        const auto known = current ? std::optional(current->first) : std::nullopt;
        const Settled settled = run_.settle(known, current && same_facts(current->second, facts),
                                            [&](const std::string& reason) { row.error("outcome", reason, how_to_correct); });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        facts.correction = run_.correction(settled, known);
        run_.portal.add_result(run_.batch, run_.keep(row), facts);
    }

  private:
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
        if (facts.published_on.empty()) facts.published_on = run_.context_date("published_on");
        facts.audit_state = row.choice("audit_state");
        facts.signature = row.choice("signature");
        facts.cooperation = row.choice("cooperation");
        facts.record_form = row.choice("record_form");
        facts.disposal = row.text("disposal");
        facts.conclusion_source = row.text("conclusion_source");
        facts.disclosure = row.choice("disclosure");
        facts.withheld_reason = row.text("withheld_reason");
        facts.withheld_basis = row.text("withheld_basis");
        facts.expires_on = row.date("expires_on");
        facts.note = row.text("note");
        return facts;
    }

    /// 检查结果 may hold several of the usual results, and 结果代码 their codes.
    std::vector<std::string> codes(const RowValues& row, const std::string& outcome) const {
        std::vector<std::string> codes;
        for (const std::string& part : records::split_results(row.text("codes").empty() ? outcome : row.text("codes"))) {
            if (const records::ResultCode* code = records::result_code(part))
                codes.emplace_back(code->code);
            else if (!part.empty())
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
        int count = 0;
        for (const records::DrawFacts& draw : run_.portal.draws()) {
            if (draw.task != task) continue;
            ++count;
            if (number.empty() || text::fold(draw.number) == text::fold(number)) only = draw.draw;
        }
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

    static void check_withholding(const RowValues& row, const ResultFacts& facts) {
        const bool withheld = !facts.disclosure.empty() && facts.disclosure != "主动公开";
        if (withheld && facts.withheld_reason.empty())
            row.error("withheld_reason", "不主动公开却没有写理由", "写明理由和依据；网站只公布件数和理由");
    }

    ImportRun& run_;
    std::optional<TaskLookup> tasks_;
};

}  // namespace

KindImporter import_results(ImportRun& run) {
    auto import = std::make_shared<ResultImport>(run);
    return {[import](SheetColumns&) { import->sheet(); }, [import](const RowValues& row) { import->row(row); }, {}};
}

}  // namespace importing
