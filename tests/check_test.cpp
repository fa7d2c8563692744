#include <catch2/catch.hpp>

#include "tests/clerks_portal.h"

using namespace tests;

TEST_CASE("check reminds the clerk when readers would not know where to write", "[publish]") {
    const ClerksPortal portal;  // its site.toml names a telephone and no address
    std::string said;
    for (const auto& concern : ::publish::check_portal(portal.portal(), "2026-11-18").concerns)
        said += concern.place + "：" + concern.what + "\n";
    CHECK(said.find("没有填写 address，读者不知道申请表寄到哪里") != std::string::npos);
    CHECK(said.find("没有填写 address、phone、email") == std::string::npos);
}

TEST_CASE("check tells where a holiday sheet says otherwise than the State Council's notice", "[publish]") {
    const ClerksPortal portal;
    const auto report = portal.import("calendar", "c.csv",
                                      "日期,名称,放假或上班,通知年度\n2026-10-10,国庆节,放假,2026\n"
                                      "2026-03-20,民族节日,放假,2026\n2026-10-01,国庆节,放假,2026\n",
                                      {});
    REQUIRE_FALSE(report.failed());
    std::string said;
    for (const auto& concern : ::publish::check_portal(portal.portal(), "2026-11-18").concerns)
        said += concern.place + "：" + concern.what + "\n";
    CHECK(said.find("2026-10-10：导入的节假日表写的是放假，国务院办公厅通知（https://www.gov.cn/") !=
          std::string::npos);
    CHECK(said.find("2026-03-20：导入的节假日表写的是放假，国务院办公厅通知没有安排这一天") != std::string::npos);
    CHECK(said.find("2026-10-01") == std::string::npos);
}

TEST_CASE("a release shows the calendar that was used: the notices' days under the clerk's", "[publish]") {
    const ClerksPortal portal;
    REQUIRE_FALSE(portal
                      .import("calendar", "c.csv",
                              "日期,名称,放假或上班,通知年度,适用行政区划代码\n2026-10-10,更正,放假,2026,\n"
                              "2027-01-01,元旦,放假,2027,\n2026-03-20,民族节日,放假,2026,999901\n",
                              {})
                      .failed());
    portal.publish();
    records::PublicSite site(portal.portal().root / "public" / "current" / "data" / "public.db");
    std::map<std::string, std::string> kinds;
    for (const records::CalendarDay& day : site.calendar()) kinds[day.day + day.area] = day.kind;
    CHECK(kinds.at("2018-12-29") == "work");
    CHECK(kinds.at("2026-10-01") == "off");
    CHECK(kinds.at("2026-10-10") == "off");
    CHECK(kinds.at("2027-01-01") == "off");
    CHECK(kinds.at("2026-03-20999901") == "off");
    CHECK_FALSE(kinds.contains("2026-03-20"));
}
