#include "generator/publish/tally.h"

#include <catch2/catch.hpp>

#include "tests/portal_world.h"

using records::Id;
using Which = records::Portal::Which;

namespace {

/// One task with a recorded draw of two objects.
struct Drawn : tests::World {
    Id other = portal.mint_object(first, "企业");
    settings::Settings settings;

    explicit Drawn(bool list_public = true) {
        records::DrawFacts facts;
        facts.draw = draw;
        facts.task = task;
        facts.number = "第一批";
        facts.drawn_at = "2024-02-01";
        facts.list_public = list_public;
        portal.add_draw_record(first, facts);
        int position = 0;
        for (const Id one : {object, other}) {
            records::DrawnObject row;
            row.draw = draw;
            row.object = one;
            row.position = ++position;
            portal.add_drawn_object(first, 0, row);
        }
    }
    void add_result(Id about, const std::string& item, const std::string& disclosure = "") {
        records::ResultFacts facts = result("未发现问题");
        facts.object = about;
        facts.item = item;
        facts.disclosure = disclosure;
        portal.add_result(first, 0, facts);
    }
    publish::Tally tally() {
        return publish::tally(portal, Which::with_drafts, publish::Visibility(settings, "2024-06-01", true),
                              "2024-06-01");
    }
};

}  // namespace

TEST_CASE("a joint visit with results on several items is one inspection of the object", "[publish]") {
    Drawn world;
    world.add_result(world.object, "消防检查");
    world.add_result(world.object, "食品检查");
    const publish::Tally tally = world.tally();
    CHECK(tally.objects.at(world.object).inspected == 1);
    CHECK(tally.tasks.at(world.task).results == 2);
    CHECK(tally.tasks.at(world.task).inspected == 1);
    CHECK(tally.tasks.at(world.task).awaited == 2);
}

TEST_CASE("a result withheld by law is an inspection done, though nothing of it is counted on the object's page",
          "[publish]") {
    Drawn world;
    world.add_result(world.object, "消防检查");
    world.add_result(world.other, "消防检查", "不予公开");
    const publish::Tally tally = world.tally();
    CHECK(tally.tasks.at(world.task).inspected == 2);
    CHECK(tally.tasks.at(world.task).results == 1);
    CHECK(tally.objects.at(world.other).inspected == 0);
}

TEST_CASE("the objects of a list that is not public are awaited and not counted as drawn", "[publish]") {
    Drawn world(false);
    const publish::Tally tally = world.tally();
    CHECK(tally.tasks.at(world.task).awaited == 2);
    CHECK(tally.tasks.at(world.task).drawn == 0);
    CHECK(tally.objects.empty());
}
