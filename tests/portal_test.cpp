#include "records/portal.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "records/errors.h"
#include "records/sql_connection.h"

using records::Broken;
using records::Id;
using records::Portal;
using records::Refused;
using Which = Portal::Which;

namespace {

struct Folder {
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "gongshi-portal-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

Id batch(Portal& portal, const std::string& file = "a.xlsx") {
    return portal.begin_batch({0, "results", file, "digest of " + file, "李", "2024-03-01", "{}", std::nullopt});
}

void publish(Portal& portal) {
    portal.publish_drafts({0, "王", "赵", "2024-03-05", ""});
}

struct World {
    Portal portal = Portal::in_memory();
    Id first = 0, plan = 0, task = 0, object = 0, draw = 0;
    World() {
        portal.put_office({"110101", "甲市乙区", "110100", "县", "甲市乙区某办公室"});
        first = batch(portal);
        plan = portal.mint_plan(first, {0, "110101", std::nullopt, 2024, "计划", "", true});
        task = portal.mint_task(first, plan);
        object = portal.mint_object(first, "企业");
        draw = portal.mint_draw(first, task, "第一批");
    }
    records::ResultFacts result(const std::string& outcome) const {
        records::ResultFacts facts;
        facts.task = task;
        facts.object = object;
        facts.item = "登记事项检查";
        facts.outcome = outcome;
        facts.codes = {"no_problem"};
        return facts;
    }
    std::vector<std::string> outcomes(Which which) {
        std::vector<std::string> all;
        portal.each_result(which, [&](const records::ResultFacts& facts) { all.push_back(facts.outcome); });
        return all;
    }
};

using Texts = std::vector<std::string>;

std::string message_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the master is a file its owner alone can read", "[records]") {
    const Folder folder;
    const auto file = folder.path / "portal.db";
    { const Portal portal = Portal::open(file, true); }
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    Portal again = Portal::open(file, false);
    CHECK(again.batches().empty());
    again.copy_to(folder.path / "copy.db");
    REQUIRE(::stat((folder.path / "copy.db").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK_THROWS_AS(again.copy_to(folder.path / "copy.db"), Broken);
    CHECK(Portal::open(folder.path / "copy.db", false).batches().empty());
}

TEST_CASE("a file that is no master is left alone and the message names it", "[records]") {
    const Folder folder;
    const auto file = folder.path / "portal.db";
    const auto message = [&] { return message_of([&] { Portal::open(file, false); }); };
    CHECK(has(message(), file.string()));
    std::ofstream(file).flush();
    CHECK(has(message(), "空文件"));
    std::ofstream(file) << std::string(5000, 'x');
    CHECK(has(message(), "损坏"));
    std::filesystem::remove(file);
    records::SqlConnection(file, records::SqlConnection::Access::create).run("CREATE TABLE other(a)");
    CHECK(has(message(), "别的程序"));
    CHECK_THROWS_AS(Portal::open(file, true), Broken);
    std::filesystem::remove(file);
    { const Portal portal = Portal::open(file, true); }
    records::SqlConnection(file, records::SqlConnection::Access::read_write).run("PRAGMA user_version=99");
    CHECK(has(message(), "升级"));
}

TEST_CASE("a process killed within a transaction leaves the old state", "[records]") {
    const Folder folder;
    const auto file = folder.path / "portal.db";
    {
        Portal portal = Portal::open(file, true);
        batch(portal);
    }
    const pid_t child = ::fork();
    if (child == 0) {
        Portal portal = Portal::open(file, false);
        portal.transaction([&] {
            const Id sheet = portal.add_sheet(batch(portal, "b.xlsx"), "表", "[]");
            for (int i = 0; i < 2000; ++i) portal.add_source_row(sheet, i, std::string(500, 'x'));
            ::kill(::getpid(), SIGKILL);
        });
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(Portal::open(file, false).batches().size() == 1);
    records::SqlConnection sql(file, records::SqlConnection::Access::read_write);
    records::Query check(sql, "PRAGMA integrity_check");
    REQUIRE(check.next());
    CHECK(check.text(0) == "ok");
}

TEST_CASE("an exception undoes the whole transaction", "[records]") {
    Portal portal = Portal::in_memory();
    CHECK_THROWS_AS(portal.transaction([&] {
        batch(portal);
        portal.transaction([&] { batch(portal); });
        throw std::runtime_error("x");
    }),
                    std::runtime_error);
    CHECK(portal.batches().empty());
    portal.transaction([&] { batch(portal); });
    CHECK(portal.batches().size() == 1);
}

TEST_CASE("a file imported before is found by digest, kind and context", "[records]") {
    Portal portal = Portal::in_memory();
    const Id one = batch(portal);
    CHECK(portal.batch_with("results", "digest of a.xlsx", "{}")->id == one);
    CHECK_FALSE(portal.batch_with("results", "digest of a.xlsx", "{\"year\":1}"));
    CHECK_FALSE(portal.batch_with("plans", "digest of a.xlsx", "{}"));
    publish(portal);
    CHECK(portal.batch(one)->publication == 1);
    CHECK(portal.publications().at(0).second_person == "赵");
    portal.set_release(1, "abc");
    CHECK(portal.publications().at(0).release == "abc");
    CHECK_THROWS_AS(portal.set_release(1, "def"), Refused);
    CHECK_THROWS_AS(portal.set_release(7, "def"), Refused);
}

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
