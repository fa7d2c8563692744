#include "records/public_activity.h"

#include <catch2/catch.hpp>

#include "tests/activity_example.h"

namespace {

struct Site {
    tests::Scratch scratch;
    records::PublicSite records = made();
    records::PublicSite made() {
        tests::ActivityExample().write(scratch / "public.db");
        return records::PublicSite(scratch / "public.db");
    }
    records::ActivityCounts of(const std::string& from, const std::string& to) {
        return records::activity(records, "999901", {from, to});
    }
};

}  // namespace

TEST_CASE("a month counts the results published in it, without tombstones", "[records][forms]") {
    Site site;
    const auto april = site.of("2024-04-01", "2024-04-30");
    CHECK(april.results == 3);
    CHECK(april.problem_results == 1);
    CHECK(april.objects == 2);
    CHECK(april.problem_objects == 1);
    CHECK(april.visits == 2);  // the joint one once
    CHECK(april.follow_ups_open == 1);
    CHECK(april.follow_ups_done == 0);
    const auto may = site.of("2024-05-01", "2024-05-31");
    CHECK(may.results == 1);
    CHECK(may.problem_objects == 1);
    CHECK(may.follow_ups_open == 0);
}

TEST_CASE("an object found wanting in two months counts once in their quarter", "[records][forms]") {
    Site site;
    const auto quarter = site.of("2024-04-01", "2024-06-30");
    CHECK(quarter.results == 4);
    CHECK(quarter.problem_results == 2);
    CHECK(quarter.problem_objects == 1);
    CHECK(quarter.objects == 2);
    CHECK(quarter.visits == 3);
}

TEST_CASE("each unit counts the visits it took part in", "[records][forms]") {
    Site site;
    const auto units = records::activity_by_unit(site.records, "999901", {"2024-04-01", "2024-06-30"});
    REQUIRE(units.size() == 3);
    CHECK(units[0].department == 7);
    CHECK(units[0].counts.results == 2);
    CHECK(units[0].counts.visits == 2);
    CHECK(units[0].counts.follow_ups_open == 1);
    CHECK(units[1].name == "甲区公安局");
    CHECK(units[1].counts.visits == 1);
    CHECK(units[2].department == 0);  // words only: last
    CHECK(units[2].counts.objects == 1);
}

TEST_CASE("draws count on the day they were drawn, and not when withdrawn", "[records][forms]") {
    Site site;
    CHECK(records::draws_within(site.records, "999901", {"2024-03-05", "2024-03-05"}).size() == 1);
    CHECK(records::draws_within(site.records, "999901", {"2024-03-06", "2024-12-31"}).empty());
    tests::ActivityExample gone;
    gone.example.draw.standing.withdrawn_on = "2024-03-09";
    gone.write(site.scratch / "gone.db");
    records::PublicSite without(site.scratch / "gone.db");
    CHECK(records::draws_within(without, "999901", {"2024-01-01", "2024-12-31"}).empty());
}

TEST_CASE("months without a draw, a result and a follow-up are not active", "[records][forms]") {
    Site site;
    CHECK(records::active_months(site.records, "999901") == std::vector<std::string>{"2024-03", "2024-04", "2024-05"});
    CHECK(records::active_months(site.records, "999902").empty());
}
