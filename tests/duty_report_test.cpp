// How rules stand, as the clerk is told before anything is published.
#include "generator/publish/duty_report.h"

#include <catch2/catch.hpp>

#include "records/public_site.h"
#include "tests/portal_folder.h"

namespace {

const char* const as_of = "2026-11-18";

records::PublicFinding finding(records::Id id, const std::string& rule, const std::string& state, int year = 2026) {
    records::PublicFinding finding;
    finding.id = id;
    finding.office = "990101";
    finding.rule = rule;
    finding.year = year;
    finding.state = state;
    finding.numerator = 1;
    finding.denominator = 2;
    return finding;
}

records::FindingRow missing(records::Id id, records::Id finding, const std::string& due_on,
                            const std::string& done_on) {
    records::FindingRow row;
    row.id = id;
    row.finding = finding;
    row.kind = "result";
    row.name = "示例企业" + std::to_string(id);
    row.outcome = "missing";
    row.due_on = due_on;
    row.done_on = done_on;
    return row;
}

publish::DutyReport report(const std::vector<records::PublicFinding>& findings,
                           const std::vector<records::FindingRow>& rows) {
    const tests::PortalFolder folder;
    const auto file = folder.path() / "public.db";
    {
        records::PublicWriter writer(file);
        records::SiteFacts site;
        site.as_of = as_of;
        writer.site(site);
        writer.office({"990101", "示例区", "990100", "县", "办公室"});
        for (const char* const code : {"1", "2", "3", "4"}) {
            records::RuleFacts rule;
            rule.office = "990101";
            rule.code = code;
            rule.kind = "比例";
            rule.threshold = rule.code == "4" ? "" : "≥100%";
            writer.rule(rule);
        }
        for (const records::PublicFinding& one : findings) writer.finding(one);
        for (const records::FindingRow& row : rows) writer.finding_row(row);
        writer.finish();
    }
    return publish::duty_report(file, as_of);
}

}  // namespace

TEST_CASE("check puts overdue duties first and names what is overdue before what came late", "[check]") {
    const auto told =
        report({finding(1, "1", "met"), finding(2, "2", "not_met"), finding(3, "3", "not_met")},
               {missing(1, 2, "", ""), missing(2, 3, "2026-05-01", "2026-05-09"), missing(3, 3, "2026-06-01", "")});
    REQUIRE(told.duties.size() == 3);
    CHECK(told.duties[0].rule == "3");
    CHECK(told.duties[0].overdue == 1);
    CHECK(told.duties[0].first.at(0).name == "示例企业3");
    CHECK(told.duties[1].rule == "2");
    CHECK(told.duties[2].rule == "1");
    CHECK(told.missed == 2);
    CHECK(told.unsettled == 0);
}

TEST_CASE("check names the first five of what is missing and counts all", "[check]") {
    std::vector<records::FindingRow> rows;
    for (records::Id id = 1; id <= 9; ++id) rows.push_back(missing(id, 1, id > 7 ? "2026-06-01" : "", ""));
    const auto told = report({finding(1, "1", "not_met")}, rows);
    CHECK(told.duties.at(0).missing == 9);
    REQUIRE(told.duties[0].first.size() == publish::first_rows);
    CHECK(told.duties[0].first[0].overdue);
    CHECK(told.duties[0].first[1].overdue);
    CHECK_FALSE(told.duties[0].first[2].overdue);
}

TEST_CASE("check misses only what is final, and of earlier years only what is still overdue", "[check]") {
    records::PublicFinding later = finding(1, "1", "not_met");
    later.final_on = "2026-12-31";
    CHECK(report({later}, {}).missed == 0);
    later.final_on = "2026-11-01";
    CHECK(report({later}, {}).missed == 1);
    CHECK(report({finding(1, "1", "not_met", 2025)}, {missing(1, 1, "2025-05-01", "2025-05-09")}).missed == 0);
    CHECK(report({finding(1, "1", "not_met", 2025)}, {missing(1, 1, "2025-05-01", "")}).missed == 1);
}

TEST_CASE("check counts as unsettled what cannot be judged or is provisional, not what is only shown", "[check]") {
    records::PublicFinding unjudged = finding(1, "1", "unjudged"), provisional = finding(2, "2", "met"),
                           shown = finding(3, "4", "unjudged");
    unjudged.numerator.reset();
    unjudged.denominator.reset();
    unjudged.reason = "没有申报数“上年底企业数”";
    provisional.provisional = true;
    const auto told = report({unjudged, provisional, shown}, {});
    CHECK(told.unsettled == 2);
    CHECK(told.missed == 0);
    REQUIRE(told.no_figure.size() == 1);
    CHECK(told.no_figure[0] == "示例区 2026年规则 1：没有申报数“上年底企业数”");
}
