// Finds the task 抽查任务 a row of a draw list, a result or a follow-up belongs to: by its permanent id, else by
// number, else by name within the plan it names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/import/import_run.h"

namespace importing {

class TaskLookup {
  public:
    /// All tasks of the office's newest editions, drafts too.
    explicit TaskLookup(ImportRun& run);
    /// The task of a row, from its own columns or from the context; an error and nothing when none or several fit.
    std::optional<records::Id> find(const RowValues& row) const;

  private:
    struct Known {
        records::Id task;
        std::string name, plan;  // as written, for messages
        int year = 0;
    };
    std::vector<Known> candidates(const std::string& number, const std::string& name, const std::string& plan,
                                  const std::string& plan_number) const;
    void tell_differences(const RowValues& row, const Known& found, const std::string& number, const std::string& name,
                          const std::string& plan) const;
    bool called(records::Id task, const std::string& name) const;
    ImportRun& run_;
    std::map<std::string, std::vector<Known>> by_number_, by_name_;
    std::map<records::Id, Known> by_id_;
    std::map<records::Id, std::string> plan_number_;
};

}  // namespace importing
