#include <catch2/catch.hpp>

#include "records/errors.h"
#include "tests/portal_world.h"

using namespace tests;
using records::Id;
using records::Portal;
using Which = Portal::Which;
using Texts = std::vector<std::string>;

TEST_CASE("a draft of the same key is overlaid by the next one", "[records]") {
    World world;
    world.portal.add_result(world.first, 0, world.result("甲"));
    world.portal.add_result(batch(world.portal), 0, world.result("乙"));
    CHECK(world.outcomes(Which::with_drafts) == Texts{"乙"});
    CHECK(world.outcomes(Which::published).empty());
    publish(world.portal);
    CHECK(world.outcomes(Which::published) == Texts{"乙"});
}

TEST_CASE("a published result is corrected by a further row that keeps its id and gives a reason", "[records]") {
    World world;
    const Id row = world.portal.add_result(world.first, 0, world.result("甲"));
    publish(world.portal);
    const Id second = batch(world.portal, "b.xlsx");
    auto changed = world.result("乙");
    CHECK(has(message_of([&] { world.portal.add_result(second, 0, changed); }), "--correct"));
    changed.correction = records::Correction{row, "录入错误"};
    const Id correcting = world.portal.add_result(second, 0, changed);
    changed.outcome = "丙";
    changed.correction = {correcting, "结果写错"};  // named is the draft lying over it; stored is the published row
    world.portal.add_result(batch(world.portal, "c.xlsx"), 0, changed);

    CHECK(world.outcomes(Which::published) == Texts{"甲"});
    CHECK(world.outcomes(Which::with_drafts) == Texts{"丙"});
    const auto current = world.portal.current_result(world.task, world.object, "登记 事项检查");
    REQUIRE(current);
    CHECK(current->first.published);
    CHECK(current->first.published_row == row);
    CHECK(current->second.id == row);
    CHECK(current->second.correction->replaces == row);
    CHECK(current->second.codes == Texts{"no_problem"});

    CHECK(world.portal.corrections_of("result", row, Which::published).empty());
    publish(world.portal);
    const auto corrections = world.portal.corrections_of("result", correcting, Which::published);
    REQUIRE(corrections.size() == 1);  // the clerk's first try was never public by itself
    CHECK(corrections[0].reason == "结果写错");
    CHECK(corrections[0].as_of == "2024-03-05");
    CHECK(world.outcomes(Which::published) == Texts{"丙"});
}

TEST_CASE("a follow-up stays with its result when the result is corrected", "[records]") {
    World world;
    const Id result = world.portal.add_result(world.first, 0, world.result("甲"));
    publish(world.portal);
    const Id second = batch(world.portal, "b.xlsx");
    auto changed = world.result("乙");
    changed.correction = records::Correction{result, "录入错误"};
    const Id correcting = world.portal.add_result(second, 0, changed);
    records::FollowUpFacts step;
    step.result = correcting;
    step.state = "未完结";
    world.portal.add_follow_up(second, 0, step);
    step.step = 2;
    step.state = "已完结";
    step.result = result;
    world.portal.add_follow_up(second, 0, step);
    CHECK(world.portal.current_follow_ups(result).size() == 2);
    CHECK(world.portal.current_follow_ups(correcting).size() == 2);
    world.portal.each_follow_up(Which::with_drafts,
                                [&](const records::FollowUpFacts& facts) { CHECK(facts.result == result); });
}

TEST_CASE("the rows of an edition stay in it when its heading is corrected", "[records]") {
    World world;
    records::Edition edition;
    edition.of = world.plan;
    edition.head.title = "计划";
    const Id first = world.portal.add_plan_edition(world.first, edition);
    records::EditionRow row;
    row.edition = first;
    row.task = world.task;
    row.position = 3;
    row.cells.values = {{"item", {"登记事项检查", {}, {}}}};
    world.portal.add_task_in_edition(world.first, 0, row);
    publish(world.portal);
    edition.correction = records::Correction{first, "标题有误"};
    edition.head.title = "年度计划";
    const Id corrected = world.portal.add_plan_edition(batch(world.portal, "b.xlsx"), edition);
    CHECK(world.portal.plan_editions(Which::with_drafts).at(0).id == first);
    CHECK(world.portal.plan_editions(Which::with_drafts).at(0).head.title == "年度计划");
    CHECK(world.portal.plan_editions(Which::published).at(0).head.title == "计划");
    for (const Id id : {first, corrected}) {
        const auto rows = world.portal.tasks_in_edition(id, Which::with_drafts);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].edition == first);
        CHECK(rows[0].position == 3);
        CHECK(rows[0].cells.text("item") == "登记事项检查");
        CHECK(world.portal.current_task_in_edition(id, world.task));
    }
}

TEST_CASE("a cursor can be read while others are open and rows are written", "[records]") {
    World world;
    for (int i = 0; i < 5; ++i) {
        records::ObjectFacts facts;
        facts.object = world.portal.mint_object(world.first, "产品");
        world.portal.add_object_record(world.first, 0, facts);
    }
    int pairs = 0;
    world.portal.each_object(Which::with_drafts, [&](const records::ObjectFacts&) {
        world.portal.each_object(Which::with_drafts, [&](const records::ObjectFacts& inner) {
            CHECK(world.portal.object_facts(inner.object));
            ++pairs;
        });
    });
    CHECK(pairs == 25);
}

TEST_CASE("every member of a fact is stored and read back", "[records]") {
    World world;
    Portal& portal = world.portal;
    records::DrawFacts draw;
    draw.draw = world.draw;
    draw.population = 120;
    draw.inspectors_drawn = 4;
    draw.list_public = false;
    draw.reveal_on = "2024-04-01";
    draw.note = "末栏";
    portal.add_draw_record(world.first, draw);
    const auto read = portal.draw_records(Which::with_drafts).at(0);
    CHECK(read.task == world.task);
    CHECK(read.number == "第一批");
    CHECK(read.population == 120);
    CHECK_FALSE(read.target);
    CHECK(read.inspectors_drawn == 4);
    CHECK_FALSE(read.list_public);
    CHECK(read.note == "末栏");

    records::PenaltyFacts penalty;
    penalty.object = world.object;
    penalty.decision_number = "甲市监处罚〔2024〕1号";
    penalty.warning_only = true;
    penalty.note = "末栏";
    portal.add_penalty(world.first, 0, penalty);
    const auto found = portal.current_penalty("甲市监处罚[2024]1号");
    REQUIRE(found);
    CHECK(found->second.warning_only);
    CHECK_FALSE(found->second.result);
    CHECK(found->second.note == "末栏");

    portal.add_withdrawal(world.first, "draw", world.draw, "2024-05-01", "程序有误");
    CHECK(portal.withdrawals(Which::with_drafts).at(0).reason == "程序有误");
    CHECK(portal.withdrawals(Which::published).empty());
    const Id list = portal.mint_item_list(world.first, {0, "110101", std::nullopt, "清单", true});
    CHECK(portal.item_lists().at(0).joint);
    records::Edition edition;
    edition.of = list;
    records::EditionRow row;
    row.edition = portal.add_item_list_edition(world.first, edition);
    row.position = 1;
    portal.add_item(world.first, 0, row);
    CHECK(portal.items(row.edition, Which::with_drafts).size() == 1);
    CHECK(portal.current_item_list_edition(list, 0));
    CHECK_FALSE(portal.current_item_list_edition(list, 1));
}
