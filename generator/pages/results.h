// The table of results that several kinds of page show. Knows nothing of where the results come from.
#pragma once

#include <string_view>
#include <vector>

#include "generator/pages/page.h"

namespace pages {

enum class ResultColumns {
    of_many_tasks,      // lists by office and year
    of_one_task,        // a task's page: its name would repeat
    of_one_enterprise,  // an enterprise's page: likewise
};
/// Fills {{>TABLE}} of the page's body, tombstones as number and date only, and the page's data date.
void fill_results_table(Page& page, View view, std::string_view caption,
                        const std::vector<records::PublicResult>& results, ResultColumns columns);

}  // namespace pages
