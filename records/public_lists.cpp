// PublicSite's lists for the look-up server: each asks for the rows after a place, along one index.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "records/public_connection.h"
#include "records/public_rows.h"
#include "records/public_site.h"

namespace records {

// Enterprises ---------------------------------------------------------------------------------------------------------

std::vector<PublicEnterprise> PublicSite::enterprises_after(Id object, int at_most) {
    return all_rows<PublicEnterprise>(*connection_->sql, "WHERE object > ? ORDER BY object LIMIT ?", object, at_most);
}

std::optional<PublicEnterprise> PublicSite::enterprise_of(Id object) {
    return one_row<PublicEnterprise>(*connection_->sql, "WHERE object = ?", object);
}

void PublicSite::each_enterprise_by_number(const std::function<void(const PublicEnterprise&)>& row) {
    each_row<PublicEnterprise>(*connection_->sql, "ORDER BY object", row);
}

std::vector<PublicSite::CodeMatch> PublicSite::with_code(std::string_view beginning) {
    std::vector<CodeMatch> found;
    // A code is digits and letters, so '~' comes after whatever may follow the beginning.
    Query query(*connection_->sql,
                "SELECT object, code = ?1 FROM enterprise WHERE code >= ?1 AND code < ?1 || '~'"
                " UNION ALL SELECT object, code = ?1 FROM enterprise_code WHERE code >= ?1 AND code < ?1 || '~'",
                beginning);
    while (query.next()) found.push_back({query.integer(0), query.integer(1) != 0});
    std::sort(found.begin(), found.end(), [](const CodeMatch& a, const CodeMatch& b) {
        return a.object != b.object ? a.object < b.object : a.whole && !b.whole;
    });
    const auto same = [](const CodeMatch& a, const CodeMatch& b) { return a.object == b.object; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

bool PublicSite::begins_code(std::string_view beginning) {
    return one_integer(*connection_->sql,
                       "SELECT EXISTS(SELECT 1 FROM enterprise WHERE code >= ?1 AND code < ?1 || '~')"
                       " OR EXISTS(SELECT 1 FROM enterprise_code WHERE code >= ?1 AND code < ?1 || '~')",
                       beginning) == 1;
}

// Plans and draws -----------------------------------------------------------------------------------------------------

namespace {

constexpr std::string_view of_plans = "id > ?1 AND (?2 = '' OR office = ?2) AND (?3 = 0 OR year = ?3)";
constexpr std::string_view of_draws = "draw < ?1 AND (?2 = '' OR office = ?2) AND (?3 = 0 OR task = ?3)";

}  // namespace

std::vector<PublicPlan> PublicSite::plans_after(Id plan, std::string_view area, int year, int at_most) {
    return all_rows<PublicPlan>(*connection_->sql, fmt::format("WHERE {} ORDER BY id LIMIT ?4", of_plans), plan, area,
                                year, at_most);
}
std::int64_t PublicSite::count_plans(std::string_view area, int year) {
    return one_integer(*connection_->sql, fmt::format("SELECT count(*) FROM plan WHERE {}", of_plans), 0, area, year)
        .value_or(0);
}
std::vector<PublicDraw> PublicSite::draws_before(Id draw, std::string_view area, Id task, int at_most) {
    return all_rows<PublicDraw>(*connection_->sql, fmt::format("WHERE {} ORDER BY draw DESC LIMIT ?4", of_draws), draw,
                                area, task, at_most);
}
std::int64_t PublicSite::count_draws(std::string_view area, Id task) {
    return one_integer(*connection_->sql, fmt::format("SELECT count(*) FROM draw WHERE {}", of_draws),
                       std::numeric_limits<Id>::max(), area, task)
        .value_or(0);
}

// Results -------------------------------------------------------------------------------------------------------------

namespace {

struct ResultIndex {
    std::string_view name, condition;
};

/// The index along which the rows of a query come already in order, or are few: the rest is judged row by row.
ResultIndex index_of(const PublicSite::ResultQuery& query) {
    if (query.object) return {"result_by_object", "object = ?1"};
    if (query.task != 0) return {"result_by_task_date", "task = ?2"};
    if (query.plan != 0) return {"result_by_plan", "plan = ?3"};
    if (query.department != 0) return {"result_by_department", "department = ?4"};
    if (!query.area.empty()) return {"result_by_office", "office = ?5"};
    return {"result_by_date", "published_on >= ?7"};
}

/// A page goes on within the day it ended on, then with the days before: two ranges of one index, where one condition
/// on both (published_on, id) would pass over a whole day's rows again.
enum class Days { all, same, earlier };

/// Every parameter stands in the text, so that all are bound whatever is asked for.
std::string select_results(const PublicSite::ResultQuery& query, Days days) {
    const ResultIndex index = index_of(query);
    std::string sql = fmt::format("INDEXED BY {} WHERE {}", index.name, index.condition);
    const auto also = [&](bool wanted, std::string_view condition, std::string_view else_bind) {
        if (index.condition != condition) sql += fmt::format(" AND {}", wanted ? condition : else_bind);
    };
    also(query.object.has_value(), "object = ?1", "?1 IS NULL");
    also(query.task != 0, "task = ?2", "?2 = 0");
    also(query.plan != 0, "plan = ?3", "?3 = 0");
    also(query.department != 0, "department = ?4", "?4 = 0");
    also(!query.area.empty(), "office = ?5", "?5 = ''");
    also(!query.outcome.empty(), "instr(codes, json_quote(?6)) > 0", "?6 = ''");
    also(!query.from.empty(), "published_on >= ?7", "?7 = ''");
    also(!query.to.empty(), "published_on <= ?8", "?8 = ''");
    sql += days == Days::all    ? " AND ?9 = '' AND ?10 = 0"
           : days == Days::same ? " AND published_on = ?9 AND id < ?10"
                                : " AND published_on < ?9 AND ?10 <> 0";
    return sql + " ORDER BY published_on DESC, id DESC LIMIT ?11";
}

std::vector<PublicResult> results_of(SqlConnection& sql, const PublicSite::ResultQuery& query, Days days,
                                     const PublicSite::ResultPlace& place, int at_most) {
    return all_rows<PublicResult>(sql, select_results(query, days), query.object, query.task, query.plan,
                                  query.department, query.area, query.outcome, query.from, query.to, place.published_on,
                                  place.id, at_most);
}

}  // namespace

std::vector<PublicResult> PublicSite::results(const ResultQuery& query, const std::optional<ResultPlace>& after,
                                              int at_most) {
    SqlConnection& sql = *connection_->sql;
    if (!after) return results_of(sql, query, Days::all, {}, at_most);
    std::vector<PublicResult> found = results_of(sql, query, Days::same, *after, at_most);
    const int missing = at_most - static_cast<int>(found.size());
    if (missing == 0) return found;
    for (PublicResult& result : results_of(sql, query, Days::earlier, *after, missing))
        found.push_back(std::move(result));
    return found;
}

// The pool of a draw --------------------------------------------------------------------------------------------------

PublicSite::PoolNeighbours PublicSite::pool_neighbours(Id draw, std::string_view code) {
    SqlConnection& sql = *connection_->sql;
    return {one_row<PublicDrawPoolRow>(sql, "WHERE draw = ? AND id < ? ORDER BY id DESC LIMIT 1", draw, code),
            one_row<PublicDrawPoolRow>(sql, "WHERE draw = ? AND id > ? ORDER BY id LIMIT 1", draw, code)};
}

std::string PublicSite::last_ticket(Id draw, std::string_view stratum, std::int64_t n) {
    Query query(*connection_->sql, "SELECT ticket FROM draw_pool WHERE draw = ? AND stratum = ? AND rank = ?", draw,
                stratum, n);
    return query.next() ? query.text(0) : "";
}

std::optional<PublicDrawnObject> PublicSite::drawn_object(Id draw, std::string_view code) {
    SqlConnection& sql = *connection_->sql;
    // The object's own few rows; the whole list only for one without a page.
    if (const auto found = enterprise(code))
        return one_row<PublicDrawnObject>(sql, "WHERE object = ? AND +draw = ?", found->object, draw);
    return one_row<PublicDrawnObject>(sql, "WHERE draw = ? AND code = ?", draw, code);
}

void PublicSite::allow(std::chrono::milliseconds time) {
    connection_->sql->allow(time);
}

}  // namespace records
