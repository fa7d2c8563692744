// Which rows of two editions are the same task 任务的同一性: by task number, else by a unique match of folded name,
// item and object; otherwise the candidates are listed and the clerk confirms with --same OLD=NEW. What is not
// confirmed is dropped and added. A number that is not a national one may be a mere serial: where it and a unique
// match of the texts disagree, the texts are believed.
#pragma once

#include <vector>

#include "generator/import/import_run.h"

namespace importing {

struct PlanRow {
    std::string sheet;
    std::uint32_t number = 0;  // row of the sheet
    records::Cells cells;
    records::Id source = 0;
};

/// 国家编号: so many digits of which the fourth from the end is the kind digit 1 (18 for a task, 14 for a plan).
bool is_national_number(std::string_view number, std::size_t digits);

/// 任务名称, else 计划名称, else 抽查事项, 类别 or 内容: what a task is called.
std::string task_name(const records::Cells& cells);

/// The permanent task of every new row: one of `before`, or a newly minted one; `dropped` are those of `before` that
/// no row is. Adds candidates to the report and an error for a --same that fits nothing or more than one.
struct IdentifiedTasks {
    std::vector<records::Id> tasks, dropped;
};
IdentifiedTasks identify_tasks(ImportRun& run, records::Id plan, const std::vector<PlanRow>& rows,
                               const std::vector<records::EditionRow>& before);

}  // namespace importing
