// PublicSite's committed draws 可核验抽取.
#include "records/public_draws.h"

#include "records/public_connection.h"
#include "records/public_rows.h"
#include "records/public_site.h"

namespace records {

std::optional<PublicCommittedDraw> PublicSite::committed_draw(Id draw) {
    return one_row<PublicCommittedDraw>(*connection_->sql, "WHERE draw = ?", draw);
}
std::vector<PublicCommittedDraw> PublicSite::committed_draws() {
    return all_rows<PublicCommittedDraw>(*connection_->sql, "ORDER BY office_code, seq");
}
std::vector<PublicDrawStratum> PublicSite::draw_strata(Id draw) {
    return all_rows<PublicDrawStratum>(*connection_->sql, "WHERE draw = ? ORDER BY code", draw);
}
std::vector<PublicDrawExclusion> PublicSite::draw_exclusions(Id draw) {
    return all_rows<PublicDrawExclusion>(*connection_->sql, "WHERE draw = ? ORDER BY code", draw);
}
std::vector<PublicDrawFile> PublicSite::draw_files(Id draw) {
    return all_rows<PublicDrawFile>(*connection_->sql, "WHERE draw = ? ORDER BY name", draw);
}

void PublicSite::each_pool_row(Id draw, const std::function<void(const PublicDrawPoolRow&)>& row) {
    each_row<PublicDrawPoolRow>(*connection_->sql, "WHERE draw = ? ORDER BY id", row, draw);
}
std::optional<PublicDrawPoolRow> PublicSite::pool_row(Id draw, std::string_view id) {
    return one_row<PublicDrawPoolRow>(*connection_->sql, "WHERE draw = ? AND id = ?", draw, id);
}
std::int64_t PublicSite::count_pool(Id draw) {
    return one_integer(*connection_->sql, "SELECT count(*) FROM draw_pool WHERE draw = ?", draw).value_or(0);
}

std::vector<PublicSite::StratumOutcome> PublicSite::stratum_outcomes(Id draw) {
    std::vector<StratumOutcome> outcomes;
    Query query(*connection_->sql,
                "SELECT s.code, sum(p.rank <= s.n), max(CASE WHEN p.rank = s.n THEN p.ticket ELSE '' END),"
                " sum(p.excl <> ''), sum(p.excl <> '' AND p.rank_if_not_excluded <= s.n)"
                " FROM draw_stratum s CROSS JOIN draw_pool p ON p.draw = s.draw AND p.stratum = s.code"
                " WHERE s.draw = ? GROUP BY s.code ORDER BY s.code",
                draw);
    while (query.next())
        outcomes.push_back({query.text(0), query.integer(1), query.text(2), query.integer(3), query.integer(4)});
    return outcomes;
}

}  // namespace records
