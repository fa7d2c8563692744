#include "generator/duties/visits.h"

#include <algorithm>

namespace duties {

void Visits::add(const records::ResultFacts& result, bool problem_found, bool withheld) {
    const auto [at, is_new] = visits_.try_emplace({result.object, result.task, result.draw.value_or(0)});
    Gathered& gathered = at->second;
    Visit& visit = gathered.visit;
    if (is_new) {
        visit.id = result.id;
        visit.object = result.object;
        visit.task = result.task;
        visit.draw = result.draw;
        visit.withheld = true;
    }
    visit.id = std::min(visit.id, result.id);
    if (result.department) gathered.departments.insert(*result.department);
    gathered.methods.insert(result.methods.begin(), result.methods.end());
    if (!result.inspected_on.empty() && (visit.inspected_on.empty() || result.inspected_on < visit.inspected_on))
        visit.inspected_on = result.inspected_on;
    visit.finished_on = std::max(visit.finished_on, result.finished_on);
    ++visit.results;
    visit.published += result.published_on.empty() ? 0 : 1;
    visit.problem_found = visit.problem_found || problem_found;
    visit.withheld = visit.withheld && withheld;
}

std::vector<Visit> Visits::visits() const {
    std::vector<Visit> all;
    for (const auto& [key, gathered] : visits_) {
        Visit visit = gathered.visit;
        visit.departments.assign(gathered.departments.begin(), gathered.departments.end());
        visit.methods.assign(gathered.methods.begin(), gathered.methods.end());
        all.push_back(std::move(visit));
    }
    std::sort(all.begin(), all.end(), [](const Visit& a, const Visit& b) { return a.id < b.id; });
    return all;
}

}  // namespace duties
