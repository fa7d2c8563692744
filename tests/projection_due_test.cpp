// Due dates as a publication writes them: which rule counts, from which day.
#include <catch2/catch.hpp>

#include "tests/clerks_portal.h"

using namespace tests;

namespace {

constexpr const char* rules_head =
    "规则编号,文件名称,文号,条款,要求,规则类型,规则对象,起算事件,期限长度,期限单位,施行日期\n";

/// A portal with one of everything, every day of it 5 March 2026, under these rules.
records::PublicSite site_under(const ClerksPortal& portal, const std::string& rules) {
    portal.import_before("penalties");
    const auto report = portal.import("rules", "own.csv", rules_head + rules, clerk_context("rules"));
    INFO(told(report));
    REQUIRE_FALSE(report.failed());
    portal.publish();
    return records::PublicSite(portal.portal().root / "public" / "current" / "data" / "public.db");
}

}  // namespace

TEST_CASE("a draw's list is to be claimed within the days a rule gives from the day of the draw", "[publish]") {
    const ClerksPortal portal;
    records::PublicSite site =
        site_under(portal, "4-5,某规范,示例〔2026〕1号,二（二）,认领,期限,认领确认,名单派发,5,工作日,2026-01-01\n");
    const auto draws = site.draws();
    REQUIRE_FALSE(draws.empty());
    CHECK(draws[0].due.on == "2026-03-12");
    CHECK(draws[0].due.clause == "示例〔2026〕1号 二（二）");
    CHECK(draws[0].due.state == "met");
}

TEST_CASE("a follow-up is judged by the rule that was in force when it arose, the earliest of several", "[publish]") {
    const ClerksPortal portal;
    records::PublicSite site =
        site_under(portal,
                   "1,某规范,示例〔2026〕1号,三,处置,期限,后续处置,后续处置信息产生,20,工作日,2026-02-20\n"
                   "2,某规范,示例〔2026〕1号,四,处置,期限,后续处置,后续处置信息产生,30,工作日,\n"
                   "3,某规范,示例〔2026〕2号,三,处置,期限,后续处置,后续处置信息产生,5,工作日,2026-03-06\n");
    std::vector<records::Due> dues;
    site.each_follow_up([&](const records::PublicFollowUp& follow_up) { dues.push_back(follow_up.due); });
    REQUIRE_FALSE(dues.empty());
    CHECK(dues[0].on == "2026-04-02");
    CHECK(dues[0].clause == "示例〔2026〕1号 三");
}
