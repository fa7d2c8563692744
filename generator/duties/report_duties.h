// Reports that are due 报送: those of each period that a rule names (每月20; 04-01、06-20), and those that follow each
// completed task. Held against the reports registered. For judging.cpp. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/duties/judging.h"
#include "generator/duties/rule_figures.h"

namespace duties {

/// Where a duty stands by its due day: done in time is counted, late or overdue missing, else open.
RowJudgement judge_due(const WorkingDate& due, std::string_view done_on, std::string_view as_of, bool excepted);

class ReportDuties {
  public:
    /// A report that was registered.
    void add(const CountedRow& report);
    bool none() const { return reports_.empty(); }
    /// A report that rule number `rule` asks for about this task.
    void expect(std::size_t rule, const CountedRow& task, const WorkingDate& due, const std::string* exception);

    /// Adds what rule number `rule` asks for to its figures; does nothing when it is not about reports or none is
    /// registered at all.
    void judge(std::size_t rule, RuleFigures& figures, std::string_view as_of) const;

  private:
    struct Registered {
        records::Id id = 0;
        std::vector<records::Id> departments;
        std::optional<records::Id> task;
        std::string_view subject;  // key of the deadline subject
        std::string period, submitted_on, code, name;
    };
    struct OfTask {
        records::Id task = 0;
        std::vector<records::Id> departments;
        int year = 0;
        std::string code, name;
        WorkingDate due;
        std::optional<std::string> exception;
        bool withheld = false;
    };
    using Reporter = std::optional<records::Id>;  // a department; none: the office

    void judge_periods(RuleFigures& figures, std::string_view as_of) const;
    void judge_period(RuleFigures& figures, int year, std::size_t period, std::string_view as_of) const;
    void judge_task(RuleFigures& figures, const OfTask& task, std::string_view as_of) const;

    std::vector<Registered> reports_;
    std::map<std::size_t, std::vector<OfTask>> of_tasks_;
};

}  // namespace duties
