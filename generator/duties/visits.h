// Visits 检查（户次）: results gathered to what an enterprise saw, one visit for each object, task and draw, however
// many departments and items it had (国办发〔2024〕54号: a joint visit counts once). Pure.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "records/facts.h"

namespace duties {

struct Visit {
    records::Id id = 0;  // the smallest id of its results
    records::Id object = 0, task = 0;
    std::optional<records::Id> draw;
    std::vector<records::Id> departments;          // in order
    std::vector<std::string> methods;              // likewise
    std::string inspected_on, finished_on;         // the first and the last day that is known
    std::int64_t results = 0, published = 0;       // of its results
    bool problem_found = false, withheld = false;  // of any; of all
    bool joint() const { return departments.size() > 1; }
};

class Visits {
  public:
    /// Any order; the same results give the same visits.
    void add(const records::ResultFacts& result, bool problem_found, bool withheld);
    /// By id. Memory is that of the visits, not of the results.
    std::vector<Visit> visits() const;

  private:
    struct Gathered {
        Visit visit;
        std::set<records::Id> departments;
        std::set<std::string> methods;
    };
    std::map<std::tuple<records::Id, records::Id, records::Id>, Gathered> visits_;  // object, task, draw or 0
};

}  // namespace duties
