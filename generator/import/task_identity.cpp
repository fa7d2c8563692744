#include "generator/import/task_identity.h"

#include <algorithm>
#include <map>
#include <optional>

#include "text/fold.h"

namespace importing {

namespace {

using records::Cells;
using records::EditionRow;
using records::Id;

std::string number_key(const Cells& cells) {
    return text::fold(cells.text("task_number"));
}

std::string text_key(const Cells& cells) {
    return text::fold(task_name(cells)) + "|" + text::fold(cells.text("item")) + "|" +
           text::fold(cells.text("object_scope"));
}

class Matching {
  public:
    Matching(ImportRun& run, Id plan, const std::vector<PlanRow>& rows, const std::vector<EditionRow>& before)
        : run_(run), rows_(rows), before_(before), tasks_(rows.size(), 0), taken_(before.size(), false), plan_(plan) {}

    IdentifiedTasks run() {
        confirmed_by_clerk();
        const auto texts = unique_pairs(text_key);
        for (const auto& [row, old] : unique_pairs(number_key))
            if (believed(row, old, texts)) take(row, old);
        for (const auto& [row, old] : unique_pairs(text_key)) take(row, old);
        list_candidates();
        for (Id& task : tasks_)
            if (task == 0) task = run_.portal.mint_task(run_.batch, plan_);
        IdentifiedTasks identified{std::move(tasks_), {}};
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!taken_[i]) identified.dropped.push_back(before_[i].task);
        return identified;
    }

  private:
    using Pairs = std::map<std::size_t, std::size_t>;  // new row → old row, both as indices

    void take(std::size_t row, std::size_t old) {
        tasks_[row] = before_[old].task;
        taken_[old] = true;
    }

    void confirmed_by_clerk() {
        for (const auto& [task, named] : run_.request.same) {
            std::string why;
            const auto old = old_row(task, why);
            const auto row = new_row(named, why);
            if (old && row && taken_[*old]) why = "任务 " + std::to_string(task) + " 已经与另一行对上";
            if (old && row && tasks_[*row] != 0) why = "“" + named + "”已经与另一个任务对上";
            if (!old || !row || !why.empty())
                run_.context_error("edition", "--same " + std::to_string(task) + "=" + named + " 对不上", why);
            else
                take(*row, *old);
        }
    }

    std::optional<std::size_t> old_row(Id task, std::string& why) const {
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (before_[i].task == task) return i;
        why = "上一版里没有任务 " + std::to_string(task);
        return std::nullopt;
    }

    /// The row "行5", or the one row with this number or name.
    std::optional<std::size_t> new_row(const std::string& named, std::string& why) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Cells& cells = rows_[i].cells;
            const bool fits = named == "行" + std::to_string(rows_[i].number) ||
                              (!number_key(cells).empty() && number_key(cells) == text::fold(named)) ||
                              text::fold(task_name(cells)) == text::fold(named);
            if (fits) found.push_back(i);
        }
        if (found.size() == 1) return found.front();
        if (found.empty()) {
            why = "新表里没有“" + named + "”；可写“行5”、任务编号或任务名称";
        } else {
            why = "新表里有几行是“" + named + "”：";
            for (const std::size_t i : found)
                why += (i == found.front() ? "行" : "、行") + std::to_string(rows_[i].number);
        }
        return std::nullopt;
    }

    /// Rows whose key is not empty and stands once on either side, among those not yet matched.
    Pairs unique_pairs(std::string (*key)(const Cells&)) const {
        std::map<std::string, std::vector<std::size_t>> new_rows, old_rows;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (tasks_[i] == 0) new_rows[key(rows_[i].cells)].push_back(i);
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!taken_[i]) old_rows[key(before_[i].cells)].push_back(i);
        Pairs pairs;
        for (const auto& [text, found] : new_rows) {
            const auto old = old_rows.find(text);
            if (text.empty() || old == old_rows.end() || found.size() != 1 || old->second.size() != 1) continue;
            pairs.emplace(found.front(), old->second.front());
        }
        return pairs;
    }

    /// Whether rows with the same number are one task: national numbers are, others unless a text match says otherwise.
    bool believed(std::size_t row, std::size_t old, const Pairs& texts) const {
        if (is_national_number(rows_[row].cells.text("task_number"), 18)) return true;
        for (const auto& [new_row, old_row] : texts)
            if ((new_row == row) != (old_row == old)) return false;
        return true;
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

bool is_national_number(std::string_view number, std::size_t digits) {
    return number.size() == digits && number.find_first_not_of("0123456789") == number.npos &&
           number[digits - 4] == '1';
}

IdentifiedTasks identify_tasks(ImportRun& run, Id plan, const std::vector<PlanRow>& rows,
                               const std::vector<EditionRow>& before) {
    return Matching(run, plan, rows, before).run();
}

}  // namespace importing
