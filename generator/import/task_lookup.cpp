#include "generator/import/task_lookup.h"

#include <algorithm>

#include "generator/import/task_identity.h"
#include "text/fold.h"
#include "text/number.h"

namespace importing {

using records::Id;
using Which = records::Portal::Which;

TaskLookup::TaskLookup(ImportRun& run) : run_(run) {
    const std::vector<records::Plan> plans = run.portal.plans();
    for (const records::Edition& edition : run.portal.plan_editions(Which::with_drafts)) {
        const auto plan =
            std::find_if(plans.begin(), plans.end(), [&](const records::Plan& one) { return one.id == edition.of; });
        if (plan == plans.end() || plan->office != run.area) continue;
        for (const records::EditionRow& row : run.portal.tasks_in_edition(edition.id, Which::with_drafts)) {
            // A task dropped by an adjustment can still have results: the newest edition that has it names it.
            const Known known{row.task, task_name(row.cells), plan->name, plan->year};
            by_id_.insert_or_assign(row.task, known);
            plan_number_[row.task] = text::fold(plan->number);
            const auto add = [&](std::map<std::string, std::vector<Known>>& index, const std::string& key) {
                if (key.empty()) return;
                std::vector<Known>& list = index[key];
                if (std::none_of(list.begin(), list.end(), [&](const Known& one) { return one.task == known.task; }))
                    list.push_back(known);
            };
            add(by_number_, text::fold(row.cells.text("task_number")));
            add(by_name_, text::fold(known.name));
        }
    }
}

std::vector<TaskLookup::Known> TaskLookup::candidates(const std::string& number, const std::string& name,
                                                      const std::string& plan, const std::string& plan_number) const {
    std::vector<Known> found;
    const auto take = [&](const std::map<std::string, std::vector<Known>>& index, const std::string& key) {
        if (const auto list = index.find(text::fold(key)); !key.empty() && list != index.end()) found = list->second;
    };
    take(by_number_, number);
    if (found.empty()) take(by_name_, name);
    const auto narrow = [&](auto fits) {
        std::vector<Known> narrower;
        std::copy_if(found.begin(), found.end(), std::back_inserter(narrower), fits);
        if (!narrower.empty()) found = std::move(narrower);
    };
    if (!name.empty()) narrow([&](const Known& one) { return text::fold(one.name) == text::fold(name); });
    if (const auto year = text::parse_integer(run_.context.text("year")))
        narrow([&](const Known& one) { return one.year == *year; });
    if (!plan.empty()) narrow([&](const Known& one) { return text::fold(one.plan) == text::fold(plan); });
    if (!plan_number.empty())
        narrow([&](const Known& one) { return plan_number_.at(one.task) == text::fold(plan_number); });
    return found;
}

/// Whether a task has this name in one of its editions.
bool TaskLookup::called(Id task, const std::string& name) const {
    const auto list = by_name_.find(text::fold(name));
    return list != by_name_.end() &&
           std::any_of(list->second.begin(), list->second.end(), [&](const Known& one) { return one.task == task; });
}

/// Found by one thing while another says otherwise: taken, but told.
void TaskLookup::tell_differences(const RowValues& row, const Known& found, const std::string& number,
                                  const std::string& name, const std::string& plan) const {
    if (!number.empty() && !by_number_.contains(text::fold(number)))
        row.note("task_number", "计划里没有这个编号，按名称认定为“" + found.name + "”", "请核对编号");
    else if (!name.empty() && !called(found.task, name))
        row.note("task_name", "编号对上的任务名称是“" + found.name + "”，按编号认定", "请核对编号和名称");
    if (!plan.empty() && text::fold(plan) != text::fold(found.plan))
        row.note("plan_name", "对上的任务属于计划“" + found.plan + "”", "请核对计划名称");
}

std::optional<Id> TaskLookup::find(const RowValues& row) const {
    const auto value = [&](std::string_view field) {
        const std::string own = row.text(field);
        return own.empty() ? run_.context.text(field) : own;
    };
    if (const std::string id = value("task_id"); !id.empty()) {
        const auto number = text::parse_integer(id);
        if (number && by_id_.contains(*number)) return *number;
        row.error("task_id", "没有永久编号为 " + id + " 的任务", "编号见任务页的网址 tasks/编号/");
        return std::nullopt;
    }
    const std::string number = value("task_number"), name = value("task_name");
    if (number.empty() && name.empty()) {
        row.error("task_name", "没有写明是哪个抽查任务", "填抽查任务编号或名称，或在“说明”表里写明");
        return std::nullopt;
    }
    const std::vector<Known> found = candidates(number, name, value("plan_name"), value("plan_number"));
    if (found.size() == 1) {
        tell_differences(row, found.front(), number, name, value("plan_name"));
        return found.front().task;
    }
    if (found.empty()) {
        row.error(number.empty() ? "task_name" : "task_number",
                  "计划里没有这个任务：" + (number.empty() ? name : number), "请先导入计划，或核对任务编号、名称");
        return std::nullopt;
    }
    std::string ids;
    for (const Known& one : found)
        ids += (ids.empty() ? "" : "，") + std::to_string(one.task) + "（" + one.plan + "：" + one.name + "）";
    row.error("task_name", "有几个任务都对得上：" + ids, "加一列“任务页面编号”写明是哪一个");
    return std::nullopt;
}

}  // namespace importing
