// How rules stand, as the clerk is told before anything is published.
#include "generator/publish/duty_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "generator/duties_text.h"
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
    CHECK(told.duties[0].missing_rows.at(0).name == "示例企业3");
    CHECK(told.duties[1].rule == "2");
    CHECK(told.duties[2].rule == "1");
    CHECK(told.missed == 2);
    CHECK(told.unsettled == 0);
}

TEST_CASE("check has every row that is missing, overdue ones first, and tells the first five of them", "[check]") {
    std::vector<records::FindingRow> rows;
    for (records::Id id = 1; id <= 9; ++id) rows.push_back(missing(id, 1, id > 7 ? "2026-06-01" : "", ""));
    const auto told = report({finding(1, "1", "not_met")}, rows);
    CHECK(told.duties.at(0).missing == 9);
    const auto& all = told.duties[0].missing_rows;
    REQUIRE(all.size() == 9);
    CHECK(all[0].name == "示例企业8");
    CHECK(all[1].name == "示例企业9");
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].overdue == (i < 2));
    const nlohmann::json json = generator::duties_json(told);
    CHECK(json.at(0).at("rows_missing").size() == 9);
    const std::string text = generator::duties_text(told);
    CHECK(text.find("    缺 示例企业3\n") != std::string::npos);
    CHECK(text.find("示例企业4") == std::string::npos);
    CHECK(text.find("    ……另有 4 个\n") != std::string::npos);
}

TEST_CASE("check calls what was done after its day 逾期完成, what is not done 逾期 and only what has no day 缺",
          "[check]") {
    const auto told = report({finding(1, "1", "not_met")}, {missing(1, 1, "2026-05-01", "2026-05-09"),
                                                            missing(2, 1, "2026-06-01", ""), missing(3, 1, "", "")});
    CHECK(told.duties.at(0).overdue == 1);
    CHECK(told.duties[0].late == 1);
    const std::string text = generator::duties_text(told);
    CHECK(text.find("，逾期 1，逾期完成 1，缺 1") != std::string::npos);
    CHECK(text.find("    逾期完成 示例企业1，应于 2026-05-01，实际 2026-05-09\n") != std::string::npos);
    CHECK(text.find("    逾期 示例企业2，应于 2026-06-01\n") != std::string::npos);
    CHECK(text.find("    缺 示例企业3\n") != std::string::npos);
    const nlohmann::json json = generator::duties_json(told);
    CHECK(json.at(0).at("late") == 1);
    CHECK(json.at(0).at("rows_missing").at(1).at("late") == true);
    CHECK(json.at(0).at("rows_missing").at(2).at("late") == false);
}

TEST_CASE("check's JSON has every exception", "[check]") {
    std::vector<records::FindingRow> rows;
    for (records::Id id = 1; id <= 7; ++id) {
        rows.push_back(missing(id, 1, "", ""));
        rows.back().outcome = "excepted", rows.back().reason = "特殊情况";
    }
    CHECK(generator::duties_json(report({finding(1, "1", "met")}, rows)).at(0).at("rows_excepted").size() == 7);
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
