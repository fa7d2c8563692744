#include "generator/import/problems.h"

#include <algorithm>

namespace importing {

void Problems::add(Problem problem, Problem::Severity severity) {
    problem.severity = severity;
    if (severity == Problem::Severity::error) ++errors_;
    if (list_.size() < most_listed) {
        list_.push_back(std::move(problem));
        return;
    }
    ++not_listed_;
    if (severity != Problem::Severity::error) return;
    // An error is worth more than a note: it takes the place of the last note, if there is one.
    const auto note = std::find_if(list_.rbegin(), list_.rend(),
                                   [](const Problem& one) { return one.severity == Problem::Severity::note; });
    if (note != list_.rend()) {
        list_.erase(std::next(note).base());
        list_.push_back(std::move(problem));
    }
}

void Problems::move_into(ImportReport& report) {
    report.problems = std::move(list_);
    report.problems_not_listed = not_listed_;
}

bool ImportReport::failed() const {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Problem::Severity::error; });
}

}  // namespace importing
