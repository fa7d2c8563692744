// Where a duty stands 状态: from its figures to met, not met, not yet due, or cannot be judged and why. Pure.
#pragma once

#include <string>
#include <string_view>

#include "generator/duties/findings.h"
#include "generator/duties/rule_rows.h"

namespace duties {

/// What else of the rows the standing depends on.
struct RowsUnclear {
    std::int64_t without_start = 0;        // rows of a deadline whose start day is unknown
    std::int64_t missing_provisional = 0;  // rows missed by a day that is 暂定
    bool no_reports = false;               // the office registers no report at all
    std::string missing_figure;            // name of the declared figure that is not there
};

/// Sets standing and reason of a finding whose figures, `upper` and final_day are set.
void settle(Finding& finding, const ReadRule& rule, const RowsUnclear& unclear, std::string_view as_of);

}  // namespace duties
