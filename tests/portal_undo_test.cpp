#include <catch2/catch.hpp>

#include "records/errors.h"
#include "tests/portal_world.h"

using namespace tests;
using records::Id;
using records::Portal;
using records::Refused;
using Which = Portal::Which;
using Texts = std::vector<std::string>;

TEST_CASE("undoing a batch takes everything of it and brings the older draft back", "[records]") {
    World world;
    world.portal.add_result(world.first, 0, world.result("甲"));
    const Id second = batch(world.portal, "b.xlsx");
    const Id sheet = world.portal.add_sheet(second, "表", "[]");
    const Id source = world.portal.add_source_row(sheet, 4, "[]");
    world.portal.add_result(second, source, world.result("乙"));
    const Id minted = world.portal.mint_object(second, "企业");
    world.portal.add_object_code(second, minted, {"C2", "other", "C2", ""});
    records::ObjectFacts facts;
    facts.object = minted;
    facts.name = "丁公司";
    world.portal.add_object_record(second, source, facts);

    world.portal.undo_batch(second);
    CHECK(world.outcomes(Which::with_drafts) == Texts{"甲"});
    CHECK_FALSE(world.portal.object_with_code("C2"));
    CHECK_FALSE(world.portal.object_facts(minted));
    CHECK_FALSE(world.portal.batch(second));
    const Id third = batch(world.portal, "c.xlsx");
    CHECK(third > second);
    CHECK(world.portal.mint_object(third, "企业") > minted);
}

TEST_CASE("a batch that another one builds on is not undone, and the message names the other", "[records]") {
    World world;
    const Id second = batch(world.portal, "b.xlsx");
    world.portal.add_result(second, 0, world.result("甲"));
    CHECK(has(message_of([&] { world.portal.undo_batch(world.first); }), "第 " + std::to_string(second) + " 批"));
    world.portal.undo_batch(second);
    world.portal.undo_batch(world.first);
    CHECK(world.portal.batches().empty());
    CHECK(world.portal.plans().empty());
    CHECK_THROWS_AS(world.portal.undo_batch(99), Refused);
}

TEST_CASE("a published batch is not undone", "[records]") {
    World world;
    publish(world.portal);
    CHECK(has(message_of([&] { world.portal.undo_batch(world.first); }), "已经公布"));
    CHECK(world.portal.plans().size() == 1);
}

TEST_CASE("undoing an import of holidays, rules or inspectors brings back what it overwrote", "[records]") {
    World world;
    Portal& portal = world.portal;
    const records::CalendarDay day{"2024-02-18", "", "work", "春节", "通知", 2024};
    records::RuleFacts rule;
    rule.office = "110101";
    rule.code = "000-14";
    rule.length = 20;
    records::InspectorFacts inspector;
    inspector.pseudonym = "p1";
    inspector.office = "110101";
    CHECK(portal.put_calendar_day(world.first, day));
    CHECK_FALSE(portal.put_calendar_day(world.first, day));
    CHECK(portal.put_rule(world.first, rule));
    CHECK(portal.put_inspector(world.first, inspector));

    const Id second = batch(portal, "b.xlsx");
    auto other_day = day;
    other_day.kind = "off";
    auto other_rule = rule;
    other_rule.length = std::nullopt;
    auto other_inspector = inspector;
    other_inspector.expert = true;
    CHECK(portal.put_calendar_day(second, other_day));
    CHECK(portal.put_calendar_day(second, {"2024-10-01", "", "off", "国庆节", "通知", 2024}));
    CHECK(portal.put_rule(second, other_rule));
    other_rule.length = 7;
    CHECK(portal.put_rule(second, other_rule));
    CHECK(portal.put_inspector(second, other_inspector));
    CHECK(portal.rules().at(0).length == 7);
    CHECK(has(message_of([&] { portal.undo_batch(world.first); }), std::to_string(second)));

    portal.undo_batch(second);
    CHECK(portal.calendar() == std::vector{day});
    CHECK(portal.rules() == std::vector{rule});
    CHECK(portal.inspectors() == std::vector{inspector});
    portal.undo_batch(world.first);
    CHECK(portal.calendar().empty());
    CHECK(portal.rules().empty());
    CHECK(portal.inspectors().empty());
}

TEST_CASE("inspectors named by another batch's draw list are not undone", "[records]") {
    World world;
    const Id second = batch(world.portal, "b.xlsx");
    records::InspectorFacts inspector;
    inspector.pseudonym = "p1";
    inspector.office = "110101";
    world.portal.put_inspector(second, inspector);
    const Id third = batch(world.portal, "c.xlsx");
    records::DrawnObject drawn;
    drawn.draw = world.draw;
    drawn.object = world.object;
    drawn.inspectors = {"p0", "p1"};
    world.portal.add_drawn_object(third, 0, drawn);
    CHECK(has(message_of([&] { world.portal.undo_batch(second); }), "第 " + std::to_string(third) + " 批"));
}

TEST_CASE("an objection that was answered, and a rule that has an exception, are not undone first", "[records]") {
    World world;
    Portal& portal = world.portal;
    const Id result = portal.add_result(world.first, 0, world.result("甲"));
    records::ObjectionFacts objection;
    objection.receipt = "YY-1", objection.event = "received", objection.kind = "result", objection.fact = result;
    const Id received = batch(portal, "objection add"), answered = batch(portal, "objection answer");
    portal.add_objection(received, objection);
    objection.event = "answered";
    portal.add_objection(answered, objection);
    CHECK(has(message_of([&] { portal.undo_batch(received); }), "第 " + std::to_string(answered) + " 批"));

    const Id rules = batch(portal, "rules.csv"), exceptions = batch(portal, "exceptions.csv");
    records::RuleFacts rule;
    rule.office = "110101", rule.code = "1";
    portal.put_rule(rules, rule);
    portal.put_rule_exception(exceptions, {"110101", "1", "draw", 1, "特殊情况", "", ""});
    CHECK(has(message_of([&] { portal.undo_batch(rules); }), "第 " + std::to_string(exceptions) + " 批"));

    for (const Id one : {exceptions, rules, answered, received}) portal.undo_batch(one);
    CHECK(portal.objections(Which::with_drafts).empty());
    CHECK(portal.rules().empty());
}
