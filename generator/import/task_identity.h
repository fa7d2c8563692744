// Which rows of two editions are the same task 任务的同一性: by task number, else by a unique match of folded name,
// item and object; otherwise the candidates are listed and the clerk confirms with --same OLD=NEW. What is not
// confirmed is dropped and added.
#pragma once

#include <vector>

#include "generator/import/import_run.h"

namespace importing {

struct PlanRow {
    std::uint32_t number = 0;  // row of the sheet
    records::Cells cells;
    records::Id source = 0;
};

/// 任务名称, else 计划名称, else 抽查事项, 类别 or 内容: what a task is called.
std::string task_name(const records::Cells& cells);

/// The permanent task of every new row: one of `before`, or a newly minted one. Adds candidates to the report and an
/// error for a --same that fits nothing.
std::vector<records::Id> identify_tasks(ImportRun& run, records::Id plan, const std::vector<PlanRow>& rows,
                                        const std::vector<records::EditionRow>& before);

}  // namespace importing
