#include "draw/matching.h"

#include <algorithm>
#include <set>

#include "tests/draw_vectors.h"

using tests::fictional_code;

namespace {

draw::Inspector inspector(int number, std::string department, std::string skills, std::uint32_t cap) {
    return {
        "I" + std::to_string(1000 + number), std::string(64, '0'), std::move(department), std::move(skills), cap, {}};
}

draw::Keys some_keys(unsigned char byte = 9) {
    return draw::expand_keys(tests::key_of(byte));
}

std::vector<draw::Visit> visits_of(std::uint64_t count, std::string_view needs) {
    std::vector<draw::Visit> visits;
    for (std::uint64_t i = 0; i < count; ++i) visits.push_back({draw::ObjectId(fictional_code(i)), needs});
    return visits;
}

/// How often each inspector was picked.
std::vector<std::uint32_t> loads_of(const draw::Picks& picks, std::size_t inspectors) {
    std::vector<std::uint32_t> loads(inspectors);
    for (const auto one : picks.all)
        if (one != draw::nobody) ++loads[one];
    return loads;
}

}  // namespace

TEST_CASE("loads stay balanced in proportion to what each may take", "[draw][matching]") {
    const std::vector<std::string> needs = {"SCJG:*:2"};
    std::vector<draw::Inspector> inspectors;
    for (int i = 0; i < 12; ++i) inspectors.push_back(inspector(i, "SCJG", "", i % 2 == 0 ? 400 : 200));
    const auto picks = draw::Matching(inspectors, some_keys(), needs).match(visits_of(900, needs[0]));
    CHECK((picks.unfilled == 0 && picks.few_candidates == 0));
    const auto loads = loads_of(picks, inspectors.size());
    for (std::size_t i = 0; i < loads.size(); ++i) {  // 1800 visits for 3600 places: half of each one's cap
        const std::uint32_t half = inspectors[i].cap / 2;
        CHECK((loads[i] + 2 >= half && loads[i] <= half + 2));
    }
}

TEST_CASE("nobody is picked twice for one object, above the cap, without the skill or where recused",
          "[draw][matching]") {
    const std::vector<std::string> needs = {"SCJG:food:2,SCJG:*:2,XFJY:*:1"};
    std::vector<draw::Inspector> inspectors;
    for (int i = 0; i < 8; ++i) inspectors.push_back(inspector(i, "SCJG", i < 4 ? "fire,food" : "fire", 20));
    for (int i = 8; i < 11; ++i) inspectors.push_back(inspector(i, "XFJY", "food", 40));
    const auto visits = visits_of(60, needs[0]);
    for (std::uint64_t i = 0; i < 60; i += 3) inspectors[i % 4].recuse.push_back(visits[i].id);
    const draw::Matching matching(inspectors, some_keys(), needs);
    const auto picks = draw::Matching(matching).match(visits);
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const auto of = picks.of(i);
        REQUIRE(of.size() == 5);
        std::set<draw::InspectorNumber> different;
        for (std::size_t k = 0; k < of.size(); ++k) {
            if (of[k] == draw::nobody) continue;
            CHECK(different.insert(of[k]).second);
            CHECK(inspectors[of[k]].department == (k < 4 ? "SCJG" : "XFJY"));
            if (k < 2) CHECK(inspectors[of[k]].skills == "fire,food");
            CHECK_FALSE(matching.is_recused(of[k], visits[i].id));
        }
    }
    const auto loads = loads_of(picks, inspectors.size());
    for (std::size_t i = 0; i < loads.size(); ++i) CHECK(loads[i] <= inspectors[i].cap);
    CHECK(picks.unfilled == static_cast<std::uint64_t>(std::count(picks.all.begin(), picks.all.end(), draw::nobody)));
    CHECK(picks.unfilled >= 60 * 4 - 8 * 20);  // there are not enough places
}

TEST_CASE("the order in which visits are given does not matter", "[draw][matching]") {
    const std::vector<std::string> needs = {"SCJG:food:1,SCJG:*:1"};
    std::vector<draw::Inspector> inspectors;
    for (int i = 0; i < 9; ++i) inspectors.push_back(inspector(i, "SCJG", i < 5 ? "food" : "", 30));
    auto visits = visits_of(100, needs[0]);
    const auto forwards = draw::Matching(inspectors, some_keys(), needs).match(visits);
    std::reverse(visits.begin(), visits.end());
    const auto backwards = draw::Matching(inspectors, some_keys(), needs).match(visits);
    for (std::size_t i = 0; i < visits.size(); ++i)
        CHECK(std::ranges::equal(forwards.of(i), backwards.of(visits.size() - 1 - i)));
}

TEST_CASE("a slot without anybody is unfilled and counted as one with few candidates", "[draw][matching]") {
    const std::vector<std::string> needs = {"SCJG:*:1,GA:*:2"};
    const std::vector<draw::Inspector> inspectors = {inspector(1, "SCJG", "", 5)};
    const auto picks = draw::Matching(inspectors, some_keys(), needs).match(visits_of(1, needs[0]));
    CHECK((picks.unfilled == 2 && picks.few_candidates == 3));
    CHECK((picks.of(0)[0] == 0 && picks.of(0)[1] == draw::nobody && picks.of(0)[2] == draw::nobody));
}

TEST_CASE("after a recusal the next one is picked with the loads then reached", "[draw][matching]") {
    const std::vector<std::string> needs = {"SCJG:*:2"};
    std::vector<draw::Inspector> inspectors;
    for (int i = 0; i < 4; ++i) inspectors.push_back(inspector(i, "SCJG", "", 50));
    const auto visits = visits_of(3, needs[0]);
    draw::Matching matching(inspectors, some_keys(), needs);
    const auto picks = matching.match(visits);  // six visits for four people: two of them go twice
    const auto loads = loads_of(picks, inspectors.size());
    const auto on = picks.of(0);
    matching.release(on[0]);
    const auto next = matching.pick(visits[0], 0, on);
    REQUIRE(next != draw::nobody);
    CHECK(std::find(on.begin(), on.end(), next) == on.end());
    for (draw::InspectorNumber other = 0; other < 4; ++other)
        if (std::find(on.begin(), on.end(), other) == on.end()) CHECK(loads[next] <= loads[other]);
    CHECK(matching.pick(visits[0], 2, on) == draw::nobody);  // there is no third slot
}

TEST_CASE("more candidates than can be gone through are refused before anything is computed", "[draw][matching]") {
    const std::vector<std::string> needs = {"SCJG:*:9"};
    std::vector<draw::Inspector> inspectors;
    for (int i = 0; i < 4000; ++i) inspectors.push_back(inspector(i, "SCJG", "", 50));
    draw::Matching matching(inspectors, some_keys(), needs);
    CHECK_THROWS_AS(matching.match(visits_of(2778, needs[0])), draw::Unreadable);  // 100,008,000
}

TEST_CASE("an inspector is found by id, another id is nobody", "[draw][matching]") {
    const std::vector<draw::Inspector> inspectors = {inspector(1, "SCJG", "", 5), inspector(2, "SCJG", "", 5)};
    const draw::Matching matching(inspectors, some_keys(), {});
    CHECK((matching.number_of("I1002") == 1 && matching.number_of("I1003") == draw::nobody));
}
