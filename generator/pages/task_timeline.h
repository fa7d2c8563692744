// The timeline of a task 任务进展: plan, adjustments, draw, claim, inspection, publication, follow-up, each with its
// day, its due date with the clause, and for what is still open the days left or over as of the site's date.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "generator/pages/draw_wording.h"
#include "generator/pages/page.h"
#include "records/public_site.h"

namespace pages {

/// What the results of a task say together, gathered while its pages of results are written.
struct ResultSpan {
    std::int64_t count = 0, problems = 0;
    std::string first_inspected, last_inspected, first_published, last_published;
    std::int64_t open_follow_ups = 0, closed_follow_ups = 0;
    std::int64_t unjudged_follow_ups = 0;  // open, and no rule gives a due date
    records::Due next_follow_up;           // the earliest that is open
    void add(const records::PublicResult& result);
};

/// Fills the steps of task.tpl, in order of time; what is still to come stands last.
void fill_timeline(Page& page, const records::PublicTask& task,
                   const std::vector<records::PublicSite::TaskInEdition>& editions,
                   const std::vector<records::PublicDraw>& draws, const DrawStates& states, const ResultSpan& results);

}  // namespace pages
