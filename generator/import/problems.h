// Collects every problem of one file, in the order of its sheets and rows, up to a stated number. Knows no fields.
#pragma once

#include <string>

#include "generator/import/import.h"

namespace importing {

class Problems {
  public:
    static constexpr std::size_t most_listed = 2000;

    void error(Problem problem) { add(std::move(problem), Problem::Severity::error); }
    void note(Problem problem) { add(std::move(problem), Problem::Severity::note); }
    bool any_error() const { return errors_ > 0; }
    /// Moves the list into a report; errors first listed when there were too many of both.
    void move_into(ImportReport& report);

  private:
    void add(Problem problem, Problem::Severity severity);
    std::vector<Problem> list_;
    std::int64_t errors_ = 0, not_listed_ = 0;
};

}  // namespace importing
