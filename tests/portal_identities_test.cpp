#include <catch2/catch.hpp>

#include "records/errors.h"
#include "tests/portal_world.h"

using namespace tests;
using records::Id;
using records::Refused;

TEST_CASE("a code belongs to one object for ever", "[records]") {
    World world;
    const records::ObjectCode code{"91410300MA0000000X", "unified", " 91410300ma0000000x", "lower_case"};
    world.portal.add_object_code(world.first, world.object, code);
    CHECK_NOTHROW(world.portal.add_object_code(world.first, world.object, code));
    const bool published = GENERATE(false, true);
    if (published) publish(world.portal);
    const Id second = batch(world.portal, "b.xlsx");
    CHECK_NOTHROW(world.portal.add_object_code(second, world.object, code));
    const Id other = world.portal.mint_object(second, "企业");
    CHECK(has(message_of([&] { world.portal.add_object_code(second, other, code); }),
              "编号 " + std::to_string(world.object)));
    CHECK(world.portal.codes_of(world.object).at(0).raw == code.raw);
    CHECK(world.portal.object_with_code(code.code) == world.object);
}

TEST_CASE("objects are found by their current name, departments by any spelling of it", "[records]") {
    World world;
    records::ObjectFacts facts;
    facts.object = world.object;
    facts.name = "甲（乙）公司";
    facts.former_names = {"旧\"名\"", "更旧"};
    world.portal.add_object_record(world.first, 0, facts);
    CHECK(world.portal.objects_with_name("甲(乙)公司") == std::vector<Id>{world.object});
    CHECK(world.portal.object_facts(world.object)->former_names == facts.former_names);
    CHECK(world.portal.object_facts(world.object)->kind == "企业");
    facts.name = "丙公司";
    world.portal.add_object_record(world.first, 0, facts);
    CHECK(world.portal.objects_with_name("甲(乙)公司").empty());

    const Id department = world.portal.department("110101", "市场监管局（本级）");
    CHECK(world.portal.department("110101", "市场监管局(本级) ") == department);
    CHECK_FALSE(world.portal.find_department("110102", "市场监管局（本级）"));
    CHECK_THROWS_AS(world.portal.department("999999", "某局"), Refused);
}
