#include "generator/import/task_identity.h"

#include <algorithm>
#include <map>

#include "text/fold.h"

namespace importing {

namespace {

using records::Cells;
using records::EditionRow;
using records::Id;

std::string number_key(const Cells& cells) { return text::fold(cells.text("task_number")); }

std::string text_key(const Cells& cells) {
    return text::fold(task_name(cells)) + "|" + text::fold(cells.text("item")) + "|" +
           text::fold(cells.text("object_scope"));
}

class Matching {
  public:
    Matching(ImportRun& run, Id plan, const std::vector<PlanRow>& rows, const std::vector<EditionRow>& before)
        : run_(run), rows_(rows), before_(before), tasks_(rows.size(), 0), taken_(before.size(), false), plan_(plan) {}

    std::vector<Id> run() {
        confirmed_by_clerk();
        match_by(number_key);
        match_by(text_key);
        list_candidates();
        for (Id& task : tasks_)
            if (task == 0) task = run_.portal.mint_task(run_.batch, plan_);
        run_.report.dropped += std::count(taken_.begin(), taken_.end(), false);
        return tasks_;
    }

  private:
    void take(std::size_t row, std::size_t old) {
        tasks_[row] = before_[old].task;
        taken_[old] = true;
    }

    void confirmed_by_clerk() {
        for (const auto& [task, named] : run_.request.same) {
            const auto old = std::find_if(before_.begin(), before_.end(),
                                          [id = task](const EditionRow& row) { return row.task == id; });
            const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const PlanRow& one) {
                return named == "行" + std::to_string(one.number) ||
                       (!number_key(one.cells).empty() && number_key(one.cells) == text::fold(named)) ||
                       text::fold(task_name(one.cells)) == text::fold(named);
            });
            if (old == before_.end() || row == rows_.end()) {
                run_.context_error("edition", "--same " + std::to_string(task) + "=" + named + " 对不上",
                                   old == before_.end() ? "上一版里没有任务 " + std::to_string(task)
                                                        : "新表里没有“" + named + "”；可写“行5”或任务名称");
                continue;
            }
            take(static_cast<std::size_t>(row - rows_.begin()), static_cast<std::size_t>(old - before_.begin()));
        }
    }

    /// Rows whose key is not empty and stands once on either side.
    void match_by(std::string (*key)(const Cells&)) {
        std::map<std::string, std::vector<std::size_t>> new_rows, old_rows;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (tasks_[i] == 0) new_rows[key(rows_[i].cells)].push_back(i);
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!taken_[i]) old_rows[key(before_[i].cells)].push_back(i);
        for (const auto& [text, found] : new_rows) {
            const auto old = old_rows.find(text);
            if (text.empty() || old == old_rows.end() || found.size() != 1 || old->second.size() != 1) continue;
            take(found.front(), old->second.front());
        }
    }

    /// What is left on both sides and shares its name or its item.
    void list_candidates() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (tasks_[i] != 0) continue;
            for (std::size_t j = 0; j < before_.size(); ++j) {
                if (taken_[j] || !alike(rows_[i].cells, before_[j].cells)) continue;
                run_.report.candidates.push_back({before_[j].task, task_name(before_[j].cells),
                                                  "行" + std::to_string(rows_[i].number), task_name(rows_[i].cells)});
            }
        }
    }

    static bool alike(const Cells& one, const Cells& other) {
        const auto same = [&](std::string_view field) {
            return !one.text(field).empty() && text::fold(one.text(field)) == text::fold(other.text(field));
        };
        return text::fold(task_name(one)) == text::fold(task_name(other)) || same("item") || same("content");
    }

    ImportRun& run_;
    const std::vector<PlanRow>& rows_;
    const std::vector<EditionRow>& before_;
    std::vector<Id> tasks_;
    std::vector<bool> taken_;
    Id plan_;
};

}  // namespace

std::string task_name(const Cells& cells) {
    for (const std::string_view field : {"task_name", "plan_name", "item", "list_item", "category", "content"})
        if (const std::string_view text = cells.text(field); !text.empty()) return std::string(text);
    return {};
}

std::vector<Id> identify_tasks(ImportRun& run, Id plan, const std::vector<PlanRow>& rows,
                               const std::vector<EditionRow>& before) {
    return Matching(run, plan, rows, before).run();
}

}  // namespace importing
