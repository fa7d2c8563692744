#include "generator/duties/visits.h"

#include <catch2/catch.hpp>

namespace {

records::ResultFacts result(records::Id id, records::Id object, records::Id task, records::Id department,
                            const char* finished_on) {
    records::ResultFacts facts;
    facts.id = id;
    facts.object = object;
    facts.task = task;
    facts.draw = 1;
    facts.department = department;
    facts.inspected_on = facts.finished_on = finished_on;
    facts.methods = {"实地检查"};
    return facts;
}

}  // namespace

TEST_CASE("a joint visit of several departments and items is one visit", "[judging]") {
    const std::vector<records::ResultFacts> results{
        result(5, 100, 1, 20, "2026-05-02"), result(4, 100, 1, 10, "2026-05-01"), result(6, 100, 1, 10, "2026-05-03"),
        result(7, 100, 2, 10, "2026-06-01"), result(8, 101, 1, 10, "2026-05-01")};
    duties::Visits forwards, backwards;
    for (const auto& one : results) forwards.add(one, one.id == 6, one.id == 8);
    for (auto one = results.rbegin(); one != results.rend(); ++one) backwards.add(*one, one->id == 6, one->id == 8);
    for (const auto& visits : {forwards.visits(), backwards.visits()}) {
        REQUIRE(visits.size() == 3);
        CHECK(visits[0].id == 4);
        CHECK(visits[0].departments == std::vector<records::Id>{10, 20});
        CHECK(visits[0].joint());
        CHECK(visits[0].inspected_on == "2026-05-01");
        CHECK(visits[0].finished_on == "2026-05-03");
        CHECK(visits[0].results == 3);
        CHECK(visits[0].problem_found);
        CHECK_FALSE(visits[0].withheld);
        CHECK_FALSE(visits[1].joint());
        CHECK(visits[2].withheld);
    }
}
