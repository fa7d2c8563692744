#include "generator/import/merged_areas.h"

#include <catch2/catch.hpp>

#include "tests/raw_package.h"

using namespace importing;

namespace {

Row row(std::uint32_t number, const std::vector<std::string>& texts) {
    Row made;
    made.number = number;
    for (const std::string& text : texts) {
        Cell& cell = made.cells.emplace_back();
        cell.row = number;
        cell.column = static_cast<std::uint32_t>(made.cells.size());
        cell.text = text;
        cell.type = text.empty() ? Cell::Type::blank : Cell::Type::text;
    }
    return made;
}

std::string filled(MergedFill& fill, Row made) {
    CHECK(fill.fill(made));
    return tests::joined({made});
}

}  // namespace

TEST_CASE("merged cells are filled down and right and marked", "[import]") {
    MergedFill fill({{2, 1, 3, 2}, {1, 1, 1, 3}});
    CHECK(filled(fill, row(1, {"标题"})) == "标题|标题|标题\n");
    CHECK(filled(fill, row(2, {"甲", "", "1"})) == "甲|甲|1\n");
    Row third = row(3, {"", "", "2"});
    CHECK(fill.fill(third));
    CHECK(tests::joined({third}) == "甲|甲|2\n");
    CHECK(third.cells[0].filled_down);
    CHECK(third.cells[1].column == 2);
    CHECK(third.cells[1].row == 3);
    CHECK_FALSE(third.cells[2].filled_down);
    CHECK(filled(fill, row(4, {"", "", "3"})) == "||3\n");
}

TEST_CASE("a merged area whose first cell is blank fills nothing", "[import]") {
    MergedFill fill({{1, 1, 2, 2}});
    CHECK(filled(fill, row(1, {"", "藏"})) == "|藏\n");
    CHECK(filled(fill, row(2, {"", "", "1"})) == "||1\n");
    MergedFill later({{1, 1, 3, 1}});
    CHECK(filled(later, row(2, {"", "1"})) == "|1\n");
}

TEST_CASE("a cell that has a value under a merged area keeps it", "[import]") {
    MergedFill fill({{1, 1, 2, 1}});
    CHECK(filled(fill, row(1, {"甲"})) == "甲\n");
    CHECK(filled(fill, row(2, {"乙"})) == "乙\n");
}

TEST_CASE("areas that overlap without end are noticed", "[import]") {
    MergedFill fill(std::vector<MergedArea>(20'000, {1, 1, 5, 5}));
    Row first = row(1, {"甲"});
    CHECK_FALSE(fill.fill(first));
}
