// Plans: one file is one edition (原计划或一次调整) of one plan; its rows are tasks, whose permanent ids are found
// again in the edition before (task_identity.h) or minted.
#include <algorithm>
#include <map>
#include <memory>

#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/task_identity.h"
#include "text/fold.h"
#include "text/number.h"

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
        PlanRow one{row.sheet(), row.number(), row.cells(), ready_ ? run_.keep(row) : 0};
        if (task_name(one.cells).empty())
            row.error("task_name", "这一行没有任务名称，也没有抽查事项",
                      "至少写明其中一项；空白若表示同上一行，加 --fill-down 列名");
        note_numbers(row, one.cells);
        rows_.push_back(std::move(one));
    }

    void finish() {
        if (!ready_ || run_.problems.any_error()) return;
        const auto editions = editions_of_plan();
        const auto current = run_.portal.current_plan_edition(plan_.id, edition_.number);
        const auto own = std::find_if(editions.begin(), editions.end(),
                                      [&](const records::Edition& one) { return one.number == edition_.number; });
        const bool known = own != editions.end();
        const bool same_head = known && own->head == edition_.head && own->reason == edition_.reason;
        const Settled settled = run_.settle(current, same_head, [&](const std::string& reason) {
            run_.context_error("title", "这一版计划的" + changed_head(own->head, edition_.head) + "：" + reason,
                               how_to_correct);
        });
        if (settled == Settled::refused) return;
        if (settled == Settled::add) --run_.report.added;  // its rows are counted
        if (settled == Settled::unchanged) --run_.report.unchanged;
        edition_.of = plan_.id;
        edition_.correction = run_.correction(settled, current);
        const std::vector<records::EditionRow> before = rows_before(editions, edition_.number - (known ? 0 : 1));
        const Id edition = settled == Settled::unchanged ? own->id : run_.portal.add_plan_edition(run_.batch, edition_);
        const IdentifiedTasks identified = identify_tasks(run_, plan_.id, rows_, before);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const records::EditionRow* old = known ? row_of(before, identified.tasks[i]) : nullptr;
            const bool published = current && current->published;
            add_row({0, edition, identified.tasks[i], static_cast<int>(i), rows_[i].cells, std::nullopt}, old,
                    published);
        }
        if (known)
            tell_missing_rows(before, identified.dropped);
        else
            tell_dropped(before, identified.dropped);
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
        plan_.name = run_.context.text("plan_id").empty() ? run_.require("plan_name") : run_.context.text("plan_name");
        run_.require_joint_or_department();
        find_named_plan();
        edition_ = read_edition(run_, plan_.name);
        if (run_.problems.any_error()) return false;
        if (plan_.id == 0) plan_.id = known_plan();
        if (plan_.id != 0 && take_back_draft(run_, run_.portal.current_plan_edition(plan_.id, edition_.number)))
            if (!is_there(plan_.id)) plan_.id = 0;  // it had come with the draft
        if (plan_.id == 0) plan_.id = run_.portal.mint_plan(run_.batch, plan_);
        return check_predecessor();
    }

    /// 计划页面编号 names the plan whatever it is called now.
    void find_named_plan() {
        const std::string named = run_.context.text("plan_id");
        if (named.empty()) return;
        const auto id = text::parse_integer(named);
        for (const records::Plan& plan : run_.portal.plans())
            if (id == plan.id && plan.office == plan_.office) {
                plan_.id = plan.id;
                if (plan_.name.empty()) plan_.name = plan.name;
            }
        if (plan_.id == 0) run_.context_error("plan_id", "没有这个编号的计划", "编号见计划页的网址 plans/编号/");
    }

    bool is_there(Id id) {
        const std::vector<records::Plan> plans = run_.portal.plans();
        return std::any_of(plans.begin(), plans.end(), [&](const records::Plan& plan) { return plan.id == id; });
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
                           "先导入" + edition_term(edition_.number - 1) + "，再导入这一版");
        return false;
    }

    /// The rows tasks are found again in: this edition's own when it was imported before, else those of the edition
    /// before it.
    std::vector<records::EditionRow> rows_before(const std::vector<records::Edition>& editions, int number) {
        for (const records::Edition& edition : editions)
            if (edition.number == number) return run_.portal.tasks_in_edition(edition.id, Which::with_drafts);
        return {};
    }

    static const records::EditionRow* row_of(const std::vector<records::EditionRow>& rows, Id task) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.task == task; });
        return found == rows.end() ? nullptr : &*found;
    }

    void add_row(records::EditionRow row, const records::EditionRow* old, bool edition_published) {
        const PlanRow& from = rows_[static_cast<std::size_t>(row.position)];
        if (old == nullptr && edition_published && !run_.request.correct)
            return refuse(from, "这一版已经公布，不能再添任务",
                          "新增的任务请作为下一次调整导入；若是公布时漏了，加 --correct --reason \"理由\"");
        const auto current = run_.portal.current_task_in_edition(row.edition, row.task);
        const bool same = old != nullptr && old->cells == row.cells;
        const Settled settled = run_.settle(current, same, [&](const std::string& reason) {
            refuse(from, reason + "（" + changed_cells("plans", old->cells, row.cells) + "）", how_to_correct);
        });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        row.correction = run_.correction(settled, current);
        run_.portal.add_task_in_edition(run_.batch, from.source, row);
    }

    void refuse(const PlanRow& row, std::string reason, std::string suggestion) {
        Problem problem;
        problem.sheet = row.sheet;
        problem.row = row.number;
        problem.value = task_name(row.cells);
        problem.reason = std::move(reason);
        problem.suggestion = std::move(suggestion);
        run_.problems.error(std::move(problem));
    }

    /// Tasks of the edition before that are not in this one: 取消.
    void tell_dropped(const std::vector<records::EditionRow>& before, const std::vector<Id>& dropped) {
        run_.report.dropped += static_cast<std::int64_t>(dropped.size());
        for (const Id task : dropped)
            run_.file_note("上一版的任务 " + std::to_string(task) + "（" + task_name(row_of(before, task)->cells) +
                               "）不在这一版里，作为取消",
                           "若只是改了名称，用 --same " + std::to_string(task) + "=行N 确认是同一任务");
    }

    /// A missing row never deletes: what an earlier import of this same edition had stays, and the clerk is told.
    void tell_missing_rows(const std::vector<records::EditionRow>& earlier, const std::vector<Id>& missing) {
        for (const Id task : missing)
            run_.file_note("这一版原有的任务 " + std::to_string(task) + "（" + task_name(row_of(earlier, task)->cells) +
                               "）不在新表里，仍然保留",
                           "若是草稿写错，用 gongshi undo 撤销旧批次；若是取消任务，请作为下一次调整导入");
    }

    /// Numbers that are no national ones are kept as written; one that stands in several rows finds no task again.
    void note_numbers(const RowValues& row, const records::Cells& cells) {
        if (const auto number = cells.text("task_number"); !number.empty()) {
            if (!is_national_number(number, 18))
                row.note("task_number", "非国家编号，照原样保存",
                         "国家编号是 18 位数字：区划 6 位、日期 8 位、1、顺序号 3 位");
            if (const auto [at, first] = rows_of_number_.emplace(text::fold(number), row.number()); !first)
                row.note("task_number",
                         "与第 " + std::to_string(at->second) + " 行的编号相同，各作为一个任务，调整时按名称认定");
        }
        if (const auto number = cells.text("plan_number"); !number.empty() && !is_national_number(number, 14))
            row.note("plan_number", "非国家编号，照原样保存",
                     "国家编号是 14 位数字：区划 6 位、年份 4 位、1、顺序号 3 位");
    }

    ImportRun& run_;
    bool ready_ = false;
    records::Plan plan_;
    records::Edition edition_;
    std::vector<PlanRow> rows_;
    std::map<std::string, std::uint32_t> rows_of_number_;
};

}  // namespace

KindImporter import_plans(ImportRun& run) {
    auto import = std::make_shared<PlanImport>(run);  // lives as long as its three functions
    return {[import](SheetColumns& columns) { import->sheet(columns); },
            [import](const RowValues& row) { import->row(row); }, [import] { import->finish(); }};
}

}  // namespace importing
