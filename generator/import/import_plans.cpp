// Plans: one file is one edition (原计划或一次调整) of one plan; its rows are tasks, whose permanent ids are found again
// in the edition before (task_identity.h) or minted.
#include <algorithm>
#include <memory>

#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/task_identity.h"
#include "text/fold.h"

namespace importing {

namespace {

using records::Id;
using Which = records::Portal::Which;

class PlanImport {
  public:
    explicit PlanImport(ImportRun& run) : run_(run) {}

    void sheet(SheetColumns& columns) {
        if (!ready_) ready_ = prepare();
        columns.year = plan_.year;
    }

    void row(const RowValues& row) {
        PlanRow one;
        one.number = row.number();
        one.cells = row.cells();
        one.source = ready_ ? run_.keep(row) : 0;
        if (task_name(one.cells).empty())
            row.error("task_name", "这一行没有任务名称，也没有抽查事项", "至少写明其中一项；若是合并单元格，请在工作簿里合并后再存");
        note_foreign_number(row, one.cells);
        rows_.push_back(std::move(one));
    }

    void finish() {
        if (!ready_ || run_.problems.any_error()) return;
        const auto editions = editions_of_plan();
        const auto current = run_.portal.current_plan_edition(plan_.id, edition_.number);
        const auto own = std::find_if(editions.begin(), editions.end(),
                                      [&](const records::Edition& one) { return one.number == edition_.number; });
        const bool same_head = own != editions.end() && own->head == edition_.head && own->reason == edition_.reason;
        const Settled settled = run_.settle(current, same_head, [&](std::string reason) {
            run_.context_error("title", "这一版计划的信息头已经公布，与公布的不同：" + reason, how_to_correct);
        });
        if (settled == Settled::refused) return;
        std::vector<records::EditionRow> before = rows_before(editions, own);
        edition_.of = plan_.id;
        edition_.correction = run_.correction(settled, current);
        const Id edition = settled == Settled::unchanged ? own->id : run_.portal.add_plan_edition(run_.batch, edition_);
        const std::vector<Id> tasks = identify_tasks(run_, plan_.id, rows_, before);
        for (std::size_t i = 0; i < rows_.size(); ++i) add_row(edition, static_cast<int>(i), tasks[i]);
        if (own != editions.end()) tell_missing_rows(before, tasks);
    }

  private:
    bool prepare() {
        run_.require_office();
        const std::string year = run_.require("year");
        plan_.year = static_cast<int>(run_.context_integer("year").value_or(0));
        if (!year.empty() && (plan_.year < 2000 || plan_.year > 2100))
            run_.context_error("year", "不像是计划年度", "写四位年份，如 2026");
        plan_.office = run_.area;
        plan_.joint = run_.context_yes_no("joint", !run_.department.has_value());
        plan_.department = run_.department;
        plan_.number = run_.context.text("plan_number");
        plan_.name = run_.require("plan_name");
        edition_ = read_edition(run_);
        if (run_.problems.any_error()) return false;
        find_or_mint_plan();
        return check_predecessor();
    }

    void find_or_mint_plan() {
        plan_.id = known_plan();
        if (plan_.id != 0 && take_back_draft(run_, run_.portal.current_plan_edition(plan_.id, edition_.number)))
            plan_.id = known_plan();  // it may have come with the draft
        if (plan_.id == 0) plan_.id = run_.portal.mint_plan(run_.batch, plan_);
    }

    Id known_plan() {
        for (const records::Plan& plan : run_.portal.plans()) {
            const bool same = plan.office == plan_.office && plan.year == plan_.year && plan.joint == plan_.joint &&
                              plan.department == plan_.department && text::fold(plan.name) == text::fold(plan_.name);
            if (same) return plan.id;
        }
        return 0;
    }

    std::vector<records::Edition> editions_of_plan() {
        std::vector<records::Edition> editions = run_.portal.plan_editions(Which::with_drafts);
        std::erase_if(editions, [&](const records::Edition& edition) { return edition.of != plan_.id; });
        return editions;
    }

    bool check_predecessor() {
        if (edition_.number == 0) return true;
        for (const records::Edition& edition : editions_of_plan())
            if (edition.number == edition_.number - 1) return true;
        run_.context_error("edition", "还没有它的上一版",
                           "先导入" + (edition_.number == 1 ? std::string("原计划")
                                                           : "第" + std::to_string(edition_.number - 1) + "次调整") +
                               "，再导入这一版");
        return false;
    }

    /// The rows tasks are found again in: this edition's own when it was imported before, else the edition before it.
    std::vector<records::EditionRow> rows_before(const std::vector<records::Edition>& editions,
                                                 std::vector<records::Edition>::const_iterator own) {
        if (own != editions.end()) return run_.portal.tasks_in_edition(own->id, Which::with_drafts);
        for (const records::Edition& edition : editions)
            if (edition.number == edition_.number - 1)
                return run_.portal.tasks_in_edition(edition.id, Which::with_drafts);
        return {};
    }

    void add_row(Id edition, int position, Id task) {
        const PlanRow& row = rows_[static_cast<std::size_t>(position)];
        const auto current = run_.portal.current_task_in_edition(edition, task);
        bool same = false;
        if (current)
            for (const records::EditionRow& old : run_.portal.tasks_in_edition(edition, Which::with_drafts))
                same = same || (old.task == task && old.cells == row.cells);
        const Settled settled = run_.settle(current, same, [&](std::string reason) {
            Problem problem;
            problem.row = row.number;
            problem.reason = std::move(reason);
            problem.value = task_name(row.cells);
            problem.suggestion = how_to_correct;
            run_.problems.error(std::move(problem));
        });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        run_.portal.add_task_in_edition(
            run_.batch, row.source, {0, edition, task, position, row.cells, run_.correction(settled, current)});
    }

    /// A missing row never deletes: what an earlier import of this same edition had stays, and the clerk is told.
    void tell_missing_rows(const std::vector<records::EditionRow>& earlier, const std::vector<Id>& tasks) {
        for (const records::EditionRow& row : earlier) {
            if (std::find(tasks.begin(), tasks.end(), row.task) != tasks.end()) continue;
            run_.file_note("这一版原有的任务 " + std::to_string(row.task) + "（" + task_name(row.cells) + "）不在新表里，仍然保留",
                           "若是草稿写错，用 gongshi undo 撤销旧批次；若是取消任务，请作为下一次调整导入");
        }
    }

    /// 国家编号: 14 digits for plans, 18 for tasks (area, year or date, kind digit 1, serial). Others are kept as
    /// written.
    void note_foreign_number(const RowValues& row, const records::Cells& cells) {
        const auto national = [](std::string_view number, std::size_t length) {
            return number.size() == length && number.find_first_not_of("0123456789") == number.npos &&
                   number[length - 4] == '1';
        };
        if (const auto number = cells.text("task_number"); !number.empty() && !national(number, 18))
            row.note("task_number", "非国家编号，照原样保存", "国家编号是 18 位数字：区划 6 位、日期 8 位、1、顺序号 3 位");
        if (const auto number = cells.text("plan_number"); !number.empty() && !national(number, 14))
            row.note("plan_number", "非国家编号，照原样保存", "国家编号是 14 位数字：区划 6 位、年份 4 位、1、顺序号 3 位");
    }

    ImportRun& run_;
    bool ready_ = false;
    records::Plan plan_;
    records::Edition edition_;
    std::vector<PlanRow> rows_;
};

}  // namespace

KindImporter import_plans(ImportRun& run) {
    auto import = std::make_shared<PlanImport>(run);  // lives as long as its three functions
    return {[import](SheetColumns& columns) { import->sheet(columns); },
            [import](const RowValues& row) { import->row(row); }, [import] { import->finish(); }};
}

}  // namespace importing
