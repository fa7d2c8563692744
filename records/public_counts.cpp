#include <fmt/format.h>

#include "records/public_connection.h"
#include "records/public_rows.h"
#include "records/public_site.h"

// PublicSite's counts of many rows at once, for statistics: one pass each, no index needed.
namespace records {
namespace {

constexpr std::string_view not_a_tombstone = "withdrawn_on = '' AND expired_on = ''";

}  // namespace

std::vector<PublicSite::ResultMonth> PublicSite::result_months() {
    std::vector<ResultMonth> months;
    Query query(*connection_->sql,
                fmt::format("SELECT office, year, substr(published_on, 1, 7), count(*) FROM result"
                            " WHERE published_on <> '' AND {} GROUP BY office, year, substr(published_on, 1, 7)"
                            " ORDER BY office, year, substr(published_on, 1, 7)",
                            not_a_tombstone));
    while (query.next())
        months.push_back({query.text(0), static_cast<int>(query.integer(1)), query.text(2), query.integer(3)});
    return months;
}

std::vector<PublicSite::OutcomeCount> PublicSite::outcome_counts() {
    std::vector<OutcomeCount> counts;
    Query query(*connection_->sql, fmt::format("SELECT office, year, codes, count(*) FROM result WHERE {}"
                                               " GROUP BY office, year, codes ORDER BY office, year, codes",
                                               not_a_tombstone));
    while (query.next())
        counts.push_back(
            {query.text(0), static_cast<int>(query.integer(1)), texts_from_json(query.text(2)), query.integer(3)});
    return counts;
}

std::vector<PublicSite::DepartmentCount> PublicSite::department_counts() {
    std::vector<DepartmentCount> counts;
    Query query(*connection_->sql, fmt::format("SELECT department, office, year, count(*) FROM result"
                                               " WHERE department IS NOT NULL AND {}"
                                               " GROUP BY department, office, year ORDER BY department, office, year",
                                               not_a_tombstone));
    while (query.next())
        counts.push_back({query.integer(0), query.text(1), static_cast<int>(query.integer(2)), query.integer(3)});
    return counts;
}

std::vector<PublicSite::Coverage> PublicSite::coverage() {
    std::vector<Coverage> areas;
    Query query(*connection_->sql,
                "SELECT area, max(area_name), count(*), sum(drawn > 0), sum(inspected > 0) FROM enterprise"
                " GROUP BY area ORDER BY area");
    while (query.next())
        areas.push_back({query.text(0), query.text(1), query.integer(2), query.integer(3), query.integer(4)});
    return areas;
}

}  // namespace records
