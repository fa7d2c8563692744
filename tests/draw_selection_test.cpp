#include "draw/selection.h"

#include <map>
#include <random>
#include <set>

#include "tests/draw_vectors.h"

using tests::fictional_code;

namespace {

using Strata = std::vector<std::pair<std::string, std::uint64_t>>;

struct Row {
    std::string id, stratum, excl;
};

/// Fictional rows in strata a, b and c.
std::vector<Row> rows_of(std::uint64_t count) {
    std::vector<Row> rows;
    for (std::uint64_t i = 0; i < count; ++i)
        rows.push_back({fictional_code(2 * i), std::string(1, "abc"[i % 3]), i % 11 == 0 ? "DEREGISTERED" : ""});
    return rows;
}

draw::Selection selection_of(const std::vector<Row>& rows, const Strata& strata, const draw::Digest& key) {
    draw::Selection selection(strata);
    for (const Row& row : rows)
        selection.add({row.id, row.stratum, row.excl, "SCJG:*:2", static_cast<std::uint8_t>(row.stratum[0] - 'a'), 2,
                       draw::ticket_of(key, row.id)});
    selection.finish();
    return selection;
}

std::vector<std::string> ranked(const draw::Selection& selection, std::size_t stratum) {
    std::vector<std::string> ids;
    for (const auto& one : selection.drawn(stratum)) ids.emplace_back(one.id.text());
    for (const auto& one : selection.next_in_order(stratum)) ids.emplace_back(one.id.text());
    return ids;
}

const Strata strata = {{"a", 7}, {"b", 200}, {"c", 45}};

}  // namespace

TEST_CASE("the drawn are the eligible with the smallest tickets, whatever was dropped on the way",
          "[draw][selection]") {
    const auto rows = rows_of(60'000);  // so that the worst are dropped several times
    const draw::Digest key = tests::key_of(3);
    const draw::Selection selection = selection_of(rows, strata, key);
    std::map<std::string, std::map<draw::Digest, std::string>> sorted;
    for (const Row& row : rows)
        if (row.excl.empty()) sorted[row.stratum][draw::ticket_of(key, row.id)] = row.id;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        std::vector<std::string> expected;
        for (const auto& [ticket, id] : sorted[strata[i].first]) expected.push_back(id);
        expected.resize(strata[i].second + draw::replacement_limit(strata[i].second));
        CHECK(ranked(selection, i) == expected);
        CHECK(selection.drawn(i).size() == strata[i].second);
    }
}

TEST_CASE("the order in which rows come moves nobody", "[draw][selection]") {
    auto rows = rows_of(3000);
    const draw::Selection before = selection_of(rows, strata, tests::key_of(4));
    std::shuffle(rows.begin(), rows.end(), std::mt19937(1));
    const draw::Selection after = selection_of(rows, strata, tests::key_of(4));
    for (std::size_t i = 0; i < strata.size(); ++i) CHECK(ranked(before, i) == ranked(after, i));
}

TEST_CASE("one more enterprise moves nobody else's ticket and at most one off the list", "[draw][selection]") {
    const auto rows = rows_of(2000);
    const draw::Digest key = tests::key_of(5);
    const auto before = ranked(selection_of(rows, strata, key), 1);
    for (std::uint64_t i = 1; i < 100; i += 2) {  // odd numbers are nobody's yet
        auto more = rows;
        more.push_back({fictional_code(i), "b", ""});
        auto after = ranked(selection_of(more, strata, key), 1);
        std::erase(after, more.back().id);
        CHECK(std::equal(after.begin(), after.end(), before.begin()));
    }
}

TEST_CASE("another stratum's number to draw changes nothing", "[draw][selection]") {
    const auto rows = rows_of(2000);
    const auto alone = ranked(selection_of(rows, {{"b", 30}}, tests::key_of(6)), 0);
    const auto beside = ranked(selection_of(rows, {{"a", 500}, {"b", 30}}, tests::key_of(6)), 1);
    CHECK(alone == beside);
}

TEST_CASE("where fewer are eligible than are to be drawn all are drawn", "[draw][selection]") {
    const draw::Selection selection = selection_of(rows_of(30), {{"a", 1ULL << 52}, {"z", 1}}, tests::key_of(7));
    CHECK(selection.drawn(0).size() == 9);
    CHECK((selection.next_in_order(0).empty() && selection.drawn(1).empty()));
    CHECK(selection.all_drawn().size() == 9);
}

TEST_CASE("of a stratum that a quota names twice the first line counts", "[draw][selection]") {
    const draw::Selection selection = selection_of(rows_of(300), {{"b", 5}, {"a", 1}, {"b", 3}}, tests::key_of(8));
    CHECK((ranked(selection, 0).size() == 6 && ranked(selection, 2).empty() && selection.all_drawn().size() == 6));
}

TEST_CASE("a stratum sees one replacement, or one in twenty of the drawn", "[draw][selection]") {
    CHECK((draw::replacement_limit(1) == 1 && draw::replacement_limit(39) == 1 && draw::replacement_limit(40) == 2));
}

TEST_CASE("every eligible enterprise is drawn about equally often", "[draw][selection]") {
    const auto rows = rows_of(100);
    std::map<std::string, int> times;
    constexpr int draws = 3000;
    for (int i = 0; i < draws; ++i) {
        const auto key = draw::sha256(std::to_string(i));
        for (const auto& one : selection_of(rows, {{"b", 10}}, key).all_drawn()) ++times[std::string(one.id.text())];
    }
    REQUIRE(times.size() == 30);  // 33 of the stratum, three of them excluded
    for (const auto& [id, count] : times) CHECK((count > 850 && count < 1150));  // 1000 expected, deviation 26
}
