#include "generator/pages/visits.h"

#include <catch2/catch.hpp>

#include "tests/activity_example.h"
#include "tests/pages_site.h"

namespace {

using namespace tests;

RenderedSite site_of(const Scratch& scratch, std::vector<records::PublicDeclaredFigure> figures = {}) {
    ActivityExample example;
    example.figures = std::move(figures);
    example.write(scratch / "public.db");
    return RenderedSite(scratch / "public.db", scratch / "t", 2);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

const std::string enterprise = records::address::enterprise("99999901MA0000001X");
const std::string year = "rules/999901/2024/visits/index.html";

}  // namespace

TEST_CASE("an enterprise's page says how often it was visited, against the cap and its source", "[pages][visits]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, {cap_of(1, 0, 2)});
    const std::string& page = site.at(enterprise);
    CHECK(has(page, "2024年被检查 2 次"));
    CHECK(has(page, "年度上限 2 次，依据 甲区行政检查公告"));
    CHECK(has(page, "已达上限"));
    CHECK(has(page, "甲区市场监管局、甲区公安局"));
    CHECK(has(page, "部门联合检查，算一次"));
    CHECK(has(page, "2024年第 2 次"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("without a declared cap nothing is judged, and the pages say so", "[pages][visits]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch);
    CHECK(has(site.at(enterprise), "没有申报年度检查频次上限，不判断是否超过"));
    CHECK(has(site.at(year), "这里只数次数，不判断是否超过"));
    CHECK_FALSE(has(site.at(enterprise), "超过上限"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("a department's cap is held against that department's own visits", "[pages][visits]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, {cap_of(1, 7, 1), cap_of(2, 8, 1)});
    CHECK(has(site.at(enterprise), "甲区市场监管局 2 次，年度上限 1 次"));
    CHECK(has(site.at(enterprise), "甲区公安局 1 次，年度上限 1 次"));
    CHECK(has(site.at(enterprise), "超过上限"));
    CHECK(has(site.at(year), "超过上限"));
    CHECK(has(site.at(year), "已达上限"));
}

TEST_CASE("the year's page counts objects by visits and what joint visits saved", "[pages][visits]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, {cap_of(1, 0, 3)});
    const std::string& page = site.at(year);
    CHECK(has(page, "检查了 2 户检查对象，共 3 户次"));
    CHECK(has(page, "几个部门一起检查的有 1 户次；如果各部门分别上门，要多去 1 次。"));
    CHECK(has(page, "没有达到或者超过上限的检查对象。"));
    CHECK(pages::cap_state(4, 3).word == "超过上限");
    CHECK(pages::cap_state(3, 3).word == "已达上限");
    CHECK(pages::cap_state(2, 3).word == "未达上限");
}

TEST_CASE("a declared cap without any visit has its page too", "[pages][visits]") {
    const Scratch scratch;
    auto cap = cap_of(1, 0, 2);
    cap.year = 2023;
    const RenderedSite site = site_of(scratch, {cap});
    CHECK(has(site.at("rules/999901/2023/visits/index.html"), "共 0 户次"));
    CHECK(has(site.at("rules/999901/2023/visits/index.html"), "年度上限 2 次"));
}
