#include <catch2/catch.hpp>

#include "records/errors.h"
#include "tests/portal_world.h"

using namespace tests;
using records::Id;

TEST_CASE("every fact says which cell it came from", "[records]") {
    World world;
    const Id sheet = world.portal.add_sheet(world.first, "结果表", "[\"检查结果\"]");
    const Id row =
        world.portal.add_result(world.first, world.portal.add_source_row(sheet, 7, "[]"), world.result("甲"));
    const auto source = world.portal.source_of("result", row);
    REQUIRE(source);
    CHECK(source->file == "a.xlsx");
    CHECK(source->sheet == "结果表");
    CHECK(source->row == 7);
    records::DrawFacts draw;
    draw.draw = world.draw;
    world.portal.add_draw_record(world.first, draw);
    CHECK(world.portal.source_of("draw", world.draw)->file == "a.xlsx");
    CHECK(world.portal.source_of("draw", world.draw)->row == 0);
    CHECK_FALSE(world.portal.source_of("result", 99));
    CHECK_FALSE(world.portal.source_of("batch; DROP TABLE batch", 1));
}
