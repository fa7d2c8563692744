#include "records/public_visits.h"

#include <catch2/catch.hpp>

#include "tests/activity_example.h"

TEST_CASE("a joint inspection is one visit, with the departments that took part", "[records][visits]") {
    const tests::ActivityExample e;
    const auto visits = records::visits_of({e.example.problem, e.joint, e.later, e.withdrawn});
    REQUIRE(visits.size() == 2);
    CHECK(visits[0].day == "2024-05-10");
    CHECK_FALSE(visits[0].joint());
    CHECK(visits[1].day == "2024-04-01");
    REQUIRE(visits[1].departments.size() == 2);
    CHECK(visits[1].departments[0].name == "甲区市场监管局");
    CHECK(visits[1].departments[1].name == "甲区公安局");
}

TEST_CASE("several items of one department in one draw are one visit", "[records][visits]") {
    const tests::ActivityExample e;
    records::PublicResult item = e.example.problem;
    item.facts.id = 99, item.facts.item = "另一事项";
    const auto visits = records::visits_of({e.example.problem, item});
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].departments.size() == 1);
}

TEST_CASE("a visit counts in the year of its first day, whatever the plan's year", "[records][visits]") {
    tests::ActivityExample e;
    e.later.facts.inspected_on = "2025-01-03";
    const auto visits = records::visits_of({e.example.problem, e.later});
    REQUIRE(visits.size() == 2);
    CHECK(visits[0].year == 2025);
    CHECK(visits[1].year == 2024);
    e.later.facts.inspected_on = e.later.facts.published_on = "";
    CHECK(records::visits_of({e.later}).front().year == 2024);  // no day: the plan's
}

TEST_CASE("the same visits are counted from the whole table", "[records][visits]") {
    const tests::Scratch scratch;
    tests::ActivityExample e;
    e.figures = {tests::cap_of(1, 7, 1), tests::cap_of(2, 0, 2), tests::cap_of(3, 0, 5)};
    e.figures.back().name = "上年底企业数";
    e.write(scratch / "public.db");
    records::PublicSite site(scratch / "public.db");
    std::vector<std::pair<records::Id, std::size_t>> counted;
    records::each_visited_object(site, [&](const records::VisitedObject& object) {
        counted.emplace_back(object.object, object.visits.size());
        CHECK(object.area == "999901");
    });
    CHECK(counted == std::vector<std::pair<records::Id, std::size_t>>{{100, 2}, {101, 1}});
    CHECK(records::visit_years(site) == std::set<records::VisitYear>{{"999901", 2024}});
    const auto caps = records::annual_caps(site, "999901", 2024);
    REQUIRE(caps.size() == 2);
    CHECK(caps[0].department == 0);
    CHECK(caps[1].department == 7);
    CHECK(records::annual_caps(site, "999901", 2025).empty());
}
