#include "records/public_activity.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

#include "records/json_text.h"
#include "records/public_connection.h"
#include "records/public_rows.h"

namespace records {
namespace {

constexpr std::string_view shown = "withdrawn_on = '' AND expired_on = ''";
// ?1 the office, ?2 and ?3 the span; along the index result_by_office.
constexpr std::string_view results_within =
    "result WHERE office = ?1 AND published_on BETWEEN ?2 AND ?3 AND withdrawn_on = '' AND expired_on = ''";
// A draw that was announced and not drawn, cancelled or aborted is none that the office made.
constexpr std::string_view made =
    "withdrawn_on = '' AND expired_on = '' AND NOT EXISTS (SELECT 1 FROM committed_draw c WHERE c.draw = draw.draw"
    " AND c.state NOT IN ('drawn', 'revealed'))";
// A unit is a department, else the agency's words.
constexpr std::string_view unit_columns =
    "coalesce(department, 0) AS unit, CASE WHEN department IS NULL THEN agency ELSE department_name END AS words";
constexpr std::string_view object_key = "coalesce(object, object_code || ' ' || object_name)";
// The day a follow-up arose; the newest step may not repeat it.
constexpr std::string_view arose = "CASE WHEN f.arose_on <> '' THEN f.arose_on ELSE f.published_on END";

std::string counted() {
    return fmt::format(
        "count(*), sum(problem_found), count(DISTINCT {0}), count(DISTINCT CASE WHEN problem_found THEN {0} END),"
        " count(DISTINCT {0} || '/' || task || '/' || coalesce(draw, 0))",
        object_key);
}

void read_counts(const Query& row, int column, ActivityCounts& counts) {
    counts.results = row.integer(column);
    counts.problem_results = row.integer(column + 1);
    counts.objects = row.integer(column + 2);
    counts.problem_objects = row.integer(column + 3);
    counts.visits = row.integer(column + 4);
}

/// Calls for each follow-up of the span as it stands now: unit, words, finished, how many.
void each_follow_up_count(PublicSite& site, std::string_view area, const DaySpan& span,
                          const std::function<void(Id, std::string, bool, std::int64_t)>& count) {
    Query rows(sql_of(site),
               fmt::format("SELECT coalesce(r.department, 0), CASE WHEN r.department IS NULL THEN r.agency ELSE"
                           " r.department_name END, f.state = '已完结', count(*) FROM follow_up f JOIN result r ON"
                           " r.id = f.result WHERE f.office = ?1 AND f.latest = 1 AND f.withdrawn_on = '' AND"
                           " f.expired_on = '' AND {} BETWEEN ?2 AND ?3 GROUP BY 1, 2, 3",
                           arose),
               area, span.from, span.to);
    while (rows.next()) count(rows.integer(0), rows.text(1), rows.integer(2) != 0, rows.integer(3));
}

}  // namespace

ActivityCounts activity(PublicSite& site, std::string_view area, const DaySpan& span) {
    ActivityCounts counts;
    Query row(sql_of(site), fmt::format("SELECT {} FROM {}", counted(), results_within), area, span.from, span.to);
    if (row.next()) read_counts(row, 0, counts);
    each_follow_up_count(site, area, span, [&](Id, const std::string&, bool done, std::int64_t count) {
        (done ? counts.follow_ups_done : counts.follow_ups_open) += count;
    });
    return counts;
}

std::vector<UnitActivity> activity_by_unit(PublicSite& site, std::string_view area, const DaySpan& span) {
    std::map<std::pair<Id, std::string>, ActivityCounts> units;
    Query rows(sql_of(site),
               fmt::format("SELECT {}, {} FROM {} GROUP BY 1, 2", unit_columns, counted(), results_within), area,
               span.from, span.to);
    while (rows.next()) read_counts(rows, 2, units[{rows.integer(0), rows.text(1)}]);
    each_follow_up_count(site, area, span, [&](Id unit, const std::string& words, bool done, std::int64_t count) {
        ActivityCounts& counts = units[{unit, words}];
        (done ? counts.follow_ups_done : counts.follow_ups_open) += count;
    });
    std::vector<UnitActivity> known, words;
    for (auto& [unit, counts] : units) (unit.first == 0 ? words : known).push_back({unit.first, unit.second, counts});
    known.insert(known.end(), words.begin(), words.end());
    return known;
}

std::vector<OutcomeActivity> outcomes_by_unit(PublicSite& site, std::string_view area, const DaySpan& span) {
    std::vector<OutcomeActivity> outcomes;
    Query rows(sql_of(site),
               fmt::format("SELECT {}, codes, count(*) FROM {} GROUP BY 1, 2, 3 ORDER BY unit = 0, unit, words, codes",
                           unit_columns, results_within),
               area, span.from, span.to);
    while (rows.next())
        outcomes.push_back({rows.integer(0), rows.text(1), texts_from_json(rows.text(2)), rows.integer(3)});
    return outcomes;
}

std::vector<ItemActivity> items_inspected(PublicSite& site, std::string_view area, const DaySpan& span) {
    std::vector<ItemActivity> items;
    Query rows(sql_of(site), fmt::format("SELECT item, count(*) FROM {} GROUP BY item ORDER BY item", results_within),
               area, span.from, span.to);
    while (rows.next()) items.push_back({rows.text(0), rows.integer(1)});
    return items;
}

std::vector<PlanYearResults> results_by_plan_year(PublicSite& site, std::string_view area, const DaySpan& span) {
    std::vector<PlanYearResults> years;
    Query rows(sql_of(site), fmt::format("SELECT year, count(*) FROM {} GROUP BY year ORDER BY year", results_within),
               area, span.from, span.to);
    while (rows.next()) years.push_back({static_cast<int>(rows.integer(0)), rows.integer(1)});
    return years;
}

std::vector<PublicResult> problems_found(PublicSite& site, std::string_view area, const DaySpan& span, int at_most) {
    return all_rows<PublicResult>(sql_of(site),
                                  fmt::format("WHERE office = ?1 AND published_on BETWEEN ?2 AND ?3 AND {} AND"
                                              " problem_found = 1 ORDER BY published_on, id LIMIT ?4",
                                              shown),
                                  area, span.from, span.to, at_most);
}

std::vector<PublicDraw> draws_within(PublicSite& site, std::string_view area, const DaySpan& span) {
    return all_rows<PublicDraw>(sql_of(site),
                                fmt::format("WHERE office = ?1 AND substr(drawn_at, 1, 10) BETWEEN ?2 AND ?3 AND {}"
                                            " ORDER BY drawn_at, draw",
                                            made),
                                area, span.from, span.to);
}

std::vector<std::string> active_months(PublicSite& site, std::string_view area) {
    std::set<std::string> months;
    for (const std::string& select :
         {fmt::format("SELECT DISTINCT substr(drawn_at, 1, 7) FROM draw WHERE office = ? AND {}", made),
          fmt::format("SELECT DISTINCT substr(published_on, 1, 7) FROM result WHERE office = ? AND {}", shown),
          fmt::format("SELECT DISTINCT substr({}, 1, 7) FROM follow_up f WHERE office = ? AND latest = 1 AND {}", arose,
                      shown)}) {
        Query rows(sql_of(site), select, area);
        while (rows.next())
            if (rows.view(0).size() == 7) months.insert(rows.text(0));
    }
    return {months.begin(), months.end()};
}

}  // namespace records
