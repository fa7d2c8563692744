// Judging 判断: the rules of one office held against its rows, which stream past once; the answer is one finding for
// each rule, year and department, with the rows behind it. Pure over values: knows neither where rows come from nor
// what of them is shown. The order of rows never changes a finding.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/duties/findings.h"
#include "generator/duties/vocabulary.h"
#include "generator/duties/working_days.h"
#include "records/facts.h"

namespace duties {

/// A row of a noun. All views are read during count() only.
struct CountedRow {
    Noun noun{};
    records::Id id = 0;                             // permanent; no two rows of a noun have the same
    std::string_view kind;                          // of its address, e.g. "task"
    std::string_view code, name;                    // of an inspector the pseudonym, never more
    std::span<const records::Id> departments;       // those it belongs to; none: the office's own
    int year = 0;                                   // of objects and inspectors the year of the as-of date
    std::string_view day;                           // ISO, for the month; may be empty
    bool withheld = false;                          // counted, and listed without id, code and name
    std::optional<records::Id> task, draw, object;  // what an exception may name
    std::span<const std::string_view> values;       // by column of the noun (column_index); missing ones are ""
};

struct RuleException {  // 规则例外: rows that belong to one of these are excepted from the rule
    std::string rule;   // code
    std::optional<records::Id> task, draw, object;
    std::string reason;
};

class Judge {
  public:
    /// Rules, figures and exceptions of one office; rules that are not judged by a machine are passed over. `calendar`
    /// must outlive the Judge. Where an office registers no report at all, rules on reports are unjudged, not missed.
    Judge(const std::vector<records::RuleFacts>& rules, const WorkingDays& calendar,
          std::vector<DeclaredFigure> figures, std::vector<RuleException> exceptions, std::string_view as_of);
    Judge(Judge&&) noexcept;
    ~Judge();

    /// Whether any rule counts this noun, and whether any reads this column of it: others need not be given.
    bool counts(Noun noun) const;
    bool reads(Noun noun, std::size_t column) const;

    void count(const CountedRow& row);

    /// All findings, by rule (in the order given), year, department (the whole office first). Once.
    std::vector<Finding> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace duties
