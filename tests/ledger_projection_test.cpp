// What the projection makes of corrections, withdrawals, statements and objections, without pages.
#include <catch2/catch.hpp>

#include "generator/ledger/objections.h"
#include "generator/ledger/withdrawals.h"
#include "generator/publish/publish.h"
#include "tests/portal_folder.h"
#include "tests/portal_world.h"

using namespace tests;
using records::Id;
using records::Portal;

namespace {

struct Site : World {
    PortalFolder folder;
    settings::Settings settings;
    Id result_id = 0;
    int files = 0;

    Site() {
        records::Edition edition;
        edition.of = plan;
        edition.head.title = "碑文计划标题";
        const Id plan_edition = portal.add_plan_edition(first, edition);
        records::EditionRow row;
        row.edition = plan_edition, row.task = task;
        row.cells.values = {{"task_name", {"碑文任务", {}, {}}}, {"content", {"旧内容", {}, {}}}};
        portal.add_task_in_edition(first, 0, row);
        portal.add_object_code(first, object, {"91110101MA00000001", "unified", "", ""});
        portal.add_object_record(first, 0, named("甲公司"));
        records::DrawFacts facts;
        facts.draw = draw, facts.task = task, facts.number = "第一批", facts.title = "碑文抽取";
        portal.add_draw_record(first, facts);
        records::DrawnObject drawn;
        drawn.draw = draw, drawn.object = object;
        portal.add_drawn_object(first, 0, drawn);
        result_id = portal.add_result(first, 0, problem("碑文旧问题"));
        records::FollowUpFacts follow_up;
        follow_up.result = result_id, follow_up.state = "未完结", follow_up.measure = "碑文措施";
        portal.add_follow_up(first, 0, follow_up);
        publish_on("2024-03-05");
    }
    records::ObjectFacts named(const std::string& name) const {
        records::ObjectFacts facts;
        facts.object = object, facts.kind = "企业", facts.name = name;
        return facts;
    }
    records::ResultFacts problem(const std::string& words) const {
        records::ResultFacts facts = result("发现问题");
        facts.draw = draw, facts.problem = words;
        return facts;
    }
    void publish_on(const std::string& day) { portal.publish_drafts({0, "王", "", day, ""}); }
    Id later(const std::string& context = "{}") {
        return portal.begin_batch({0, "results", "b.csv", "", "李", "2024-04-01", context, std::nullopt});
    }
    void correct(const std::string& words, const std::string& day, const std::string& context = "{}") {
        records::ResultFacts facts = problem(words);
        facts.correction = records::Correction{result_id, "理由" + day};
        portal.add_result(later(context), 0, facts);
        publish_on(day);
    }
    std::filesystem::path project(const std::string& as_of) {
        const auto file = folder.path() / (std::to_string(++files) + ".db");
        records::PublicWriter writer(file);
        ::publish::project(portal, settings, {folder.path()}, as_of, Portal::Which::published, writer);
        return file;
    }
};

std::string bytes_of(const std::filesystem::path& file) {
    return read_file(file);
}

}  // namespace

TEST_CASE("each correction gives the columns it changed, in order, and is told once in the log", "[ledger]") {
    Site world;
    world.correct("第二版", "2024-04-01");
    world.correct("第三版", "2024-05-01");
    records::PublicSite site(world.project("2024-05-02"));
    const auto corrections = site.corrections("result", world.result_id);
    REQUIRE(corrections.size() == 2);
    CHECK(corrections[0].field == "problem");
    CHECK(corrections[0].before + corrections[0].after == "碑文旧问题第二版");
    CHECK(corrections[1].before + corrections[1].after == "第二版第三版");
    CHECK(corrections[1].corrected_on + corrections[1].reason == "2024-05-01理由2024-05-01");
    int told = 0;
    site.each_change([&](const records::PublicChange& one) { told += one.action == "corrected"; });
    CHECK(told == 2);
    CHECK(site.publications().size() == 3);
}

TEST_CASE("a batch that hides the former state hides all before it", "[ledger]") {
    Site world;
    world.correct("第二版", "2024-04-01");
    world.correct("第三版", "2024-05-01", R"({"hide_former":true})");
    world.correct("第四版", "2024-06-01");
    const auto file = world.project("2024-06-02");
    records::PublicSite site(file);
    const auto corrections = site.corrections("result", world.result_id);
    REQUIRE(corrections.size() == 3);
    CHECK(corrections[0].field + corrections[0].before + corrections[0].after == "");
    CHECK(corrections[1].field + corrections[1].before + corrections[1].after == "");
    CHECK(corrections[2].before + corrections[2].after == "第三版第四版");
    CHECK(bytes_of(file).find("碑文旧问题") == std::string::npos);
    CHECK(bytes_of(file).find("第二版") == std::string::npos);
}

TEST_CASE("a value replaced before its day of publication was never public", "[ledger]") {
    Site world;
    records::ResultFacts facts = world.problem("尚未公示的内容");
    facts.published_on = "2024-08-01";
    facts.correction = records::Correction{world.result_id, "推迟"};
    world.portal.add_result(world.later(), 0, facts);
    world.publish_on("2024-04-01");
    world.correct("公示的内容", "2024-05-01");
    const auto file = world.project("2024-09-01");
    CHECK(bytes_of(file).find("尚未公示的内容") == std::string::npos);
}

TEST_CASE("of a withdrawn result its follow-ups, corrections and the link to its object go too", "[ledger]") {
    Site world;
    world.correct("碑文新问题", "2024-04-01");
    ledger::withdraw(world.portal, {"result", std::to_string(world.result_id), "决定被撤销", "", "甲", "2024-05-01"});
    world.publish_on("2024-05-06");
    const auto file = world.project("2024-05-06");
    records::PublicSite site(file);
    const auto result = site.result(world.result_id);
    REQUIRE(result);
    CHECK(result->standing.withdrawn_reason == "决定被撤销");
    CHECK(result->object_name + result->facts.item + result->facts.outcome == "");
    CHECK(site.history(world.object).results.empty());
    CHECK(site.follow_ups_of(world.result_id).empty());
    CHECK(site.corrections("result", world.result_id).empty());
    CHECK(site.drawn_objects(world.draw, 0, 9).at(0).result == 0);
    for (const char* words : {"碑文旧问题", "碑文新问题", "碑文措施", "理由2024"})
        CHECK(bytes_of(file).find(words) == std::string::npos);
}

TEST_CASE("a withdrawn draw leaves no list, and its results stand without it", "[ledger]") {
    Site world;
    ledger::withdraw(world.portal, {"draw", std::to_string(world.draw), "程序有误", "", "甲", "2024-05-01"});
    world.publish_on("2024-05-06");
    const auto file = world.project("2024-05-06");
    records::PublicSite site(file);
    CHECK(site.draw(world.draw)->standing.withdrawn_on == "2024-05-01");
    CHECK(site.drawn_objects(world.draw, 0, 9).empty());
    CHECK_FALSE(site.result(world.result_id)->facts.draw);
    CHECK(bytes_of(file).find("碑文抽取") == std::string::npos);
}

TEST_CASE("a withdrawn edition leaves its tasks their number, and the plan no name of it", "[ledger]") {
    Site world;
    ledger::withdraw(world.portal, {"plan", "1/0", "内容有误", "", "甲", "2024-05-01"});
    world.publish_on("2024-05-06");
    const auto file = world.project("2024-05-06");
    records::PublicSite site(file);
    CHECK(site.plan_editions(world.plan).at(0).rows.empty());
    CHECK(site.task(world.task)->name == "第1号抽查任务");
    CHECK(site.result(world.result_id).has_value());
    CHECK(site.plan(world.plan)->plan.name == "2024年抽查计划（已撤回）");
    CHECK(bytes_of(file).find("碑文任务") == std::string::npos);
    CHECK(bytes_of(file).find("碑文计划标题") == std::string::npos);
}

TEST_CASE("the mark of an objection is judged by the office's working days", "[ledger]") {
    Site world;
    const std::string receipt = ledger::add_objection(
        world.portal, {"result", std::to_string(world.result_id), "2024-05-17", "日期有误", "", "甲", "2024-05-17"});
    CHECK(receipt == "110101-20240517-001");
    CHECK(ledger::objections(world.portal, "2024-05-20").at(0).state == "open");  // the Monday after
    CHECK(ledger::objections(world.portal, "2024-05-21").at(0).state == "overdue");
    world.publish_on("2024-05-20");
    records::PublicSite site(world.project("2024-05-20"));
    const auto shown = site.objections("result", world.result_id);
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].due.state == "met");
    CHECK(shown[0].office == "110101");
}
