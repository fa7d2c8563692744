// Reading findings 规则的进度, the log 公开日志, corrections, statements and objections of public.db.
#include "records/public_ledger.h"

#include "records/public_connection.h"
#include "records/public_rows.h"
#include "records/public_site.h"

namespace records {

std::vector<PublicDeclaredFigure> PublicSite::declared_figures(std::string_view area) {
    return all_rows<PublicDeclaredFigure>(*connection_->sql, "WHERE office = ? ORDER BY year, name, id", area);
}

std::vector<int> PublicSite::finding_years(std::string_view area) {
    std::vector<int> years;
    Query query(*connection_->sql, "SELECT DISTINCT year FROM finding WHERE office = ? ORDER BY year DESC", area);
    while (query.next()) years.push_back(static_cast<int>(query.integer(0)));
    return years;
}

std::vector<PublicFinding> PublicSite::findings(std::string_view area, int year) {
    return all_rows<PublicFinding>(*connection_->sql,
                                   "WHERE office = ? AND year = ? ORDER BY rule, department IS NOT NULL, department",
                                   area, year);
}

std::vector<FindingMonth> PublicSite::finding_months(Id finding) {
    return all_rows<FindingMonth>(*connection_->sql, "WHERE finding = ? ORDER BY month", finding);
}

void PublicSite::each_finding_row(Id finding, const std::function<void(const FindingRow&)>& row) {
    each_row<FindingRow>(*connection_->sql, "WHERE finding = ? ORDER BY id", row, finding);
}

std::vector<PublicPublication> PublicSite::publications() {
    return all_rows<PublicPublication>(*connection_->sql, "ORDER BY id DESC");
}

void PublicSite::each_change(const std::function<void(const PublicChange&)>& row) {
    each_row<PublicChange>(*connection_->sql, "ORDER BY changed_on DESC, id DESC", row);
}

std::vector<PublicCorrection> PublicSite::corrections(std::string_view kind, Id record) {
    return all_rows<PublicCorrection>(*connection_->sql, "WHERE kind = ? AND record = ? ORDER BY id", kind, record);
}

std::vector<PublicStatement> PublicSite::statements_of_result(Id result) {
    return all_rows<PublicStatement>(*connection_->sql, "WHERE result = ? ORDER BY id", result);
}

std::vector<PublicStatement> PublicSite::statements_of_object(Id object) {
    return all_rows<PublicStatement>(*connection_->sql, "WHERE object = ? ORDER BY id", object);
}

std::vector<PublicObjection> PublicSite::objections(std::string_view kind, Id record) {
    return all_rows<PublicObjection>(*connection_->sql, "WHERE kind = ? AND record = ? ORDER BY id", kind, record);
}

std::vector<PublicObjection> PublicSite::objections_of_object(Id object) {
    return all_rows<PublicObjection>(*connection_->sql, "WHERE object = ? ORDER BY id", object);
}

std::vector<PublicObjection> PublicSite::objections() {
    return all_rows<PublicObjection>(*connection_->sql, "ORDER BY received_on DESC, id DESC");
}

}  // namespace records
