#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "records/public_connection.h"
#include "records/public_rows.h"
#include "records/public_site.h"

// PublicSite's results, follow-ups, penalties, enterprises and totals.
namespace records {
namespace {

constexpr std::string_view not_a_tombstone = "withdrawn_on = '' AND expired_on = ''";

// The condition and order of a list of results; ?1 is the area, ?2 the year, both always used so that both are bound.
std::string result_list(const PublicSite::ResultFilter& filter) {
    const std::string_view area = filter.area.empty() ? "?1 = ''" : "office = ?1";
    const std::string_view year = filter.year == 0 ? "?2 = 0" : "year = ?2";
    return fmt::format("WHERE {} AND {} ", area, year);
}

// A draw and one row of its list, for the condition and order in `rest`.
std::string select_drawings(std::string_view rest) {
    return fmt::format("SELECT {},{} FROM drawn_object CROSS JOIN draw ON draw.draw = drawn_object.draw {}",
                       columns_of<PublicDraw>("draw."), columns_of<PublicDrawnObject>("drawn_object."), rest);
}
template <typename... Values>
void each_drawing(SqlConnection& sql, const std::string& select, const std::function<void(PublicSite::Drawing)>& row,
                  const Values&... values) {
    static const std::string draw_columns = columns_of<PublicDraw>();
    static const int split = static_cast<int>(std::count(draw_columns.begin(), draw_columns.end(), ',')) + 1;
    Query query(sql, select, values...);
    while (query.next()) row({read_row<PublicDraw>(query), read_row<PublicDrawnObject>(query, split)});
}

/// Sorts rows that come by id: what SQL would do with a copy of each row.
template <typename Row, typename Key>
void sort_rows(std::vector<Row>& rows, Key key) {
    if (rows.size() > 1)
        std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a, b); });
}

}  // namespace

// Results -------------------------------------------------------------------------------------------------------------

std::optional<PublicResult> PublicSite::result(Id id) {
    return one_row<PublicResult>(*connection_->sql, "WHERE id = ?", id);
}
std::vector<PublicResult> PublicSite::results_of_task(Id task, Id after, int at_most) {
    return all_rows<PublicResult>(*connection_->sql, "WHERE task = ? AND id > ? ORDER BY id LIMIT ?", task, after,
                                  at_most);
}
void PublicSite::each_result(const ResultFilter& filter, const std::function<void(const PublicResult&)>& row) {
    each_row<PublicResult>(*connection_->sql, result_list(filter) + "ORDER BY id", row, filter.area, filter.year);
}
void PublicSite::each_result(const std::function<void(const PublicResult&)>& row) {
    each_row<PublicResult>(*connection_->sql, "ORDER BY id", row);
}
std::vector<PublicResult> PublicSite::newest_results(int at_most, std::string_view area) {
    return all_rows<PublicResult>(*connection_->sql,
                                  fmt::format("WHERE {} AND (?1 = '' OR office = ?1)"
                                              " ORDER BY published_on DESC, id DESC LIMIT ?2",
                                              not_a_tombstone),
                                  area, at_most);
}
namespace {

std::vector<PublicResult> scoped_results(SqlConnection& sql, const PublicSite::ResultScope& scope,
                                         std::string_view which, std::string_view order, int at_most) {
    std::string where = fmt::format("WHERE {} AND {}", which, scope.area.empty() ? "?1 = ''" : "office = ?1");
    if (scope.department != 0) where += fmt::format(" AND department = {}", scope.department);
    if (scope.plan != 0) where += fmt::format(" AND plan = {}", scope.plan);
    return all_rows<PublicResult>(sql, fmt::format("{} ORDER BY {} DESC, id DESC LIMIT ?2", where, order), scope.area,
                                  at_most);
}

}  // namespace

std::vector<PublicResult> PublicSite::newest_results(const ResultScope& scope, int at_most) {
    return scoped_results(*connection_->sql, scope, not_a_tombstone, "published_on", at_most);
}
std::vector<PublicResult> PublicSite::withdrawn_results(const ResultScope& scope, int at_most) {
    return scoped_results(*connection_->sql, scope, "withdrawn_on <> ''", "withdrawn_on", at_most);
}
std::vector<PublicSite::ResultYear> PublicSite::result_years() {
    std::vector<ResultYear> years;
    Query query(*connection_->sql,
                "SELECT office, year, count(*) FROM result GROUP BY office, year ORDER BY office, year");
    while (query.next()) years.push_back({query.text(0), static_cast<int>(query.integer(1)), query.integer(2)});
    return years;
}

void PublicSite::each_overdue(std::string_view area, const std::function<void(const Drawing&)>& row) {
    each_drawing(*connection_->sql,
                 select_drawings("WHERE drawn_object.state = '逾期未公开' AND (?1 = '' OR draw.office = ?1)"
                                 " ORDER BY drawn_object.result_due_on, drawn_object.id"),
                 row, area);
}

// Follow-ups and penalties --------------------------------------------------------------------------------------------

std::vector<PublicFollowUp> PublicSite::follow_ups_of(Id result) {
    static const std::string sql = select_from<PublicFollowUp>() + "WHERE result = ? ORDER BY step, id";
    return selected_rows<PublicFollowUp>(*connection_->sql, sql, result);
}
std::vector<PublicFollowUp> PublicSite::open_follow_ups(std::string_view area) {
    return all_rows<PublicFollowUp>(
        *connection_->sql, "WHERE latest = 1 AND state = '未完结' AND (?1 = '' OR office = ?1) ORDER BY due_on, id",
        area);
}
void PublicSite::each_follow_up(const std::function<void(const PublicFollowUp&)>& row) {
    each_row<PublicFollowUp>(*connection_->sql, "ORDER BY id", row);
}
std::optional<PublicPenalty> PublicSite::penalty(Id id) {
    return one_row<PublicPenalty>(*connection_->sql, "WHERE id = ?", id);
}
std::vector<PublicPenalty> PublicSite::penalties_of(Id result) {
    static const std::string sql = select_from<PublicPenalty>() + "WHERE result = ? ORDER BY id";
    return selected_rows<PublicPenalty>(*connection_->sql, sql, result);
}
void PublicSite::each_penalty(const std::function<void(const PublicPenalty&)>& row) {
    each_row<PublicPenalty>(*connection_->sql, "ORDER BY id", row);
}

// Enterprises ---------------------------------------------------------------------------------------------------------

std::optional<PublicEnterprise> PublicSite::enterprise(std::string_view code) {
    if (auto own = one_row<PublicEnterprise>(*connection_->sql, "WHERE code = ?", code)) return own;
    return one_row<PublicEnterprise>(
        *connection_->sql, "WHERE object = (SELECT object FROM enterprise_code WHERE code = ? ORDER BY object LIMIT 1)",
        code);
}
void PublicSite::each_enterprise(const std::function<void(const PublicEnterprise&)>& row) {
    each_row<PublicEnterprise>(*connection_->sql, "ORDER BY code", row);
}

PublicSite::EnterpriseHistory PublicSite::history(Id object) {
    static const std::string drawings = select_drawings("WHERE drawn_object.object = ?");
    static const std::string results = select_from<PublicResult>() + "WHERE object = ? ORDER BY id";
    static const std::string follow_ups = fmt::format(
        "SELECT {} FROM result CROSS JOIN follow_up ON follow_up.result = result.id WHERE result.object = ?",
        columns_of<PublicFollowUp>("follow_up."));
    static const std::string penalties = select_from<PublicPenalty>() + "WHERE object = ? ORDER BY id";
    SqlConnection& sql = *connection_->sql;
    EnterpriseHistory history;
    each_drawing(
        sql, drawings, [&](Drawing drawing) { history.drawings.push_back(std::move(drawing)); }, object);
    sort_rows(history.drawings, [](const Drawing& a, const Drawing& b) {
        return std::tie(b.draw.draw.drawn_at, b.draw.draw.draw, a.row.row.position, a.row.row.id) <
               std::tie(a.draw.draw.drawn_at, a.draw.draw.draw, b.row.row.position, b.row.row.id);
    });
    history.results = selected_rows<PublicResult>(sql, results, object);
    sort_rows(history.results, [](const PublicResult& a, const PublicResult& b) {
        return std::tie(b.facts.published_on, b.facts.id) < std::tie(a.facts.published_on, a.facts.id);
    });
    if (!history.results.empty()) history.follow_ups = selected_rows<PublicFollowUp>(sql, follow_ups, object);
    sort_rows(history.follow_ups, [](const PublicFollowUp& a, const PublicFollowUp& b) {
        return std::tie(b.facts.result, a.facts.step, a.facts.id) < std::tie(a.facts.result, b.facts.step, b.facts.id);
    });
    history.penalties = selected_rows<PublicPenalty>(sql, penalties, object);
    sort_rows(history.penalties, [](const PublicPenalty& a, const PublicPenalty& b) {
        return std::tie(b.facts.decided_on, b.facts.id) < std::tie(a.facts.decided_on, a.facts.id);
    });
    return history;
}

// Totals --------------------------------------------------------------------------------------------------------------

std::vector<WithheldCount> PublicSite::withheld() {
    return all_rows<WithheldCount>(*connection_->sql, "ORDER BY office, kind, ground");
}

PublicSite::Totals PublicSite::totals(std::string_view area, int year) {
    const auto count = [&](std::string_view what) {
        // ?1 and ?2 stand in every query, so that both are bound.
        return one_integer(*connection_->sql,
                           fmt::format("SELECT {} AND {} AND {}", what, area.empty() ? "?1 = ''" : "office = ?1",
                                       year == 0 ? "?2 = 0" : "year = ?2"),
                           area, year)
            .value_or(0);
    };
    Totals totals;
    totals.plans = count("count(*) FROM plan WHERE 1");
    totals.tasks = count("count(*) FROM task WHERE 1");
    totals.draws = count(fmt::format("count(*) FROM draw WHERE {}", not_a_tombstone));
    totals.drawn = count(fmt::format("sum(listed) FROM draw WHERE {}", not_a_tombstone));
    totals.results = count(fmt::format("count(*) FROM result WHERE {}", not_a_tombstone));
    totals.overdue_results = count(
        "count(*) FROM drawn_object CROSS JOIN draw ON draw.draw = drawn_object.draw"
        " WHERE drawn_object.state = '逾期未公开'");
    totals.unjudged_results = count(
        "count(*) FROM drawn_object CROSS JOIN draw ON draw.draw = drawn_object.draw"
        " WHERE drawn_object.state = '没有期限规定'");
    totals.open_follow_ups = count(
        "count(*) FROM (SELECT follow_up.office AS office, year FROM follow_up CROSS JOIN result"
        " ON result.id = follow_up.result WHERE latest = 1 AND state = '未完结') WHERE 1");
    totals.unrevealed_overdue = count(
        "count(*) FROM draw WHERE coalesce((SELECT c.overdue FROM committed_draw c WHERE c.draw = draw.draw),"
        " revealed = 0 AND reveal_on <> '' AND reveal_on < (SELECT as_of FROM site))");
    totals.enterprises =
        one_integer(*connection_->sql,
                    fmt::format("SELECT count(*) FROM enterprise WHERE {}", area.empty() ? "?1 = ''" : "area = ?1"),
                    area)
            .value_or(0);
    return totals;
}

std::int64_t PublicSite::tombstones() {
    std::int64_t count = 0;
    for (const std::string_view table :
         {"item_list_edition", "plan_edition", "draw", "result", "follow_up", "penalty", "statement"})
        count += one_integer(*connection_->sql,
                             fmt::format("SELECT count(*) FROM {} WHERE NOT ({})", table, not_a_tombstone))
                     .value_or(0);
    return count;
}

}  // namespace records
