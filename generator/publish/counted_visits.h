// Visits 检查（户次） gathered from results one at a time, in 40 bytes a result, so that a million fit beside the
// projection: one visit for each object, task and draw, however many departments and items it had. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "records/facts.h"

namespace publish {

struct CountedVisit {
    records::Id id = 0;  // the smallest id of its results
    records::Id object = 0, task = 0, draw = 0;
    std::vector<records::Id> departments;   // in order
    std::string methods;                    // terms joined by 、
    std::string inspected_on, finished_on;  // the first and the last day that is known
    std::int64_t results = 0;
    bool problem_found = false;  // by a result that is named
    bool published = true;       // every result has its day
    bool named = false;          // any result is counted by name
};

class VisitParts {
  public:
    void add(const records::ResultFacts& result, bool published, bool problem_found, bool named);
    /// Each visit, by task, object and draw; empties this.
    void each(const std::function<void(const CountedVisit&)>& visit);

  private:
    struct Part {
        std::int32_t task = 0, object = 0, draw = 0, id = 0, department = 0;
        std::int32_t inspected_on = 0, finished_on = 0;  // days as YYYYMMDD, 0: unknown
        std::uint16_t methods = 0;
        bool published = false, problem_found = false, named = false;
    };
    std::vector<Part> parts_;
    std::map<std::vector<std::string>, std::uint16_t> method_numbers_;
    std::vector<std::vector<std::string>> methods_;
};

}  // namespace publish
