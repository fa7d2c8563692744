// What an office did in a span of days 检查活动, counted from the rows of public.db: draws by the day they were drawn,
// results by the day they were published, follow-ups by the day they arose. Tombstones count nowhere, nor does what is
// not for disclosure. Every figure of a longer span is counted anew from its rows, never added up from shorter ones, so
// an object that two months found counts once in their quarter.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "records/public_site.h"

namespace records {

struct DaySpan {
    std::string from, to;  // YYYY-MM-DD, both included
};

struct ActivityCounts {
    std::int64_t results = 0;                               // 公示结果
    std::int64_t problem_results = 0;                       // 其中发现问题
    std::int64_t objects = 0;                               // 检查对象 with such a result
    std::int64_t problem_objects = 0;                       // 发现问题的检查对象
    std::int64_t visits = 0;                                // 户次: object × task × draw, a joint one once
    std::int64_t follow_ups_done = 0, follow_ups_open = 0;  // 已完结, 未完结: that arose then, as they stand now
};
/// Of the whole office.
ActivityCounts activity(PublicSite& site, std::string_view area, const DaySpan& span);

struct UnitActivity {   // 开展的单位
    Id department = 0;  // 0: known by its words only
    std::string name;
    ActivityCounts counts;  // visits: those it took part in
};
/// Units with a result or a follow-up, by department; words without a department last.
std::vector<UnitActivity> activity_by_unit(PublicSite& site, std::string_view area, const DaySpan& span);

struct OutcomeActivity {
    Id department = 0;
    std::string unit;
    std::vector<std::string> codes;  // as one result has them
    std::int64_t count = 0;
};
/// Results by unit and outcome, units as above.
std::vector<OutcomeActivity> outcomes_by_unit(PublicSite& site, std::string_view area, const DaySpan& span);

struct ItemActivity {
    std::string item;  // '': the result says none
    std::int64_t results = 0;
};
std::vector<ItemActivity> items_inspected(PublicSite& site, std::string_view area, const DaySpan& span);  // by item

struct PlanYearResults {  // how many of the results stand in the list results/<area>/<year>/
    int year = 0;
    std::int64_t results = 0;
};
std::vector<PlanYearResults> results_by_plan_year(PublicSite& site, std::string_view area, const DaySpan& span);

/// Results with a problem found, by day of publication; at most so many.
std::vector<PublicResult> problems_found(PublicSite& site, std::string_view area, const DaySpan& span, int at_most);

/// Draws of the office, by the day they were drawn; tombstones left out, and committed draws that were not made,
/// cancelled or aborted.
std::vector<PublicDraw> draws_within(PublicSite& site, std::string_view area, const DaySpan& span);

/// Months with a draw, a result or a follow-up, YYYY-MM in order.
std::vector<std::string> active_months(PublicSite& site, std::string_view area);

}  // namespace records
