// Findings from a portal to public.db: what is counted, what of it is named, and what never changes a figure.
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "generator/publish/publish.h"
#include "tests/portal_folder.h"

namespace {

using records::Id;
using records::Portal;

const char* const as_of = "2026-11-18";

records::RuleFacts rule(const std::string& office, const std::string& code) {
    records::RuleFacts rule;
    rule.office = office;
    rule.code = code;
    rule.document = "办法";
    rule.requirement = "要求";
    rule.kind = "比例";
    rule.machine_judged = true;
    return rule;
}

records::RuleFacts share(const std::string& office, const std::string& code, const std::string& numerator,
                         const std::string& denominator, const std::string& threshold) {
    records::RuleFacts share = rule(office, code);
    share.numerator = numerator;
    share.denominator = denominator;
    share.threshold = threshold;
    return share;
}

/// A portal in memory whose offices have a plan of two tasks, one of them joint, a draw of three and their results.
struct Offices {
    Portal portal = Portal::in_memory();
    Id batch = portal.begin_batch({0, "results", "a.xlsx", "digest", "甲", "2026-11-01", "{}", std::nullopt});
    int serial = 0;

    struct Made {
        std::vector<Id> tasks, objects, results;
        Id draw = 0;
    };

    void rules_of(const std::string& area) {
        for (const records::RuleFacts& one : {share(area, "1", "任务[是否联合检查=是]", "任务", "≥100%"),
                                              share(area, "2", "结果[公示日期=有]", "结果", "≥100%"),
                                              share(area, "3", "对象[本年抽中=是]", "申报数[上年底企业数]", "≥50%"),
                                              share(area, "4", "抽中对象[有结果=是]", "抽中对象", "≥100%"),
                                              share(area, "5", "检查[发现问题=是]", "检查", ""),
                                              share(area, "6", "检查人员[状态=在岗]", "检查人员", "≥100%"),
                                              share(area, "8", "抽取[培训日期=有]", "抽取", "≥100%")})
            portal.put_rule(batch, one);
        records::RuleFacts deadline = rule(area, "7");
        deadline.kind = "期限";
        deadline.subject = "结果公示";
        deadline.start_event = "检查结果产生";
        deadline.length = 20;
        deadline.unit = "工作日";
        portal.put_rule(batch, deadline);
        portal.put_declared_figure(batch, {area, "上年底企业数", 2026, "", 4, "2025-12-31", "年报", ""});
    }
    Id object(const std::string& area) {
        const Id object = portal.mint_object(batch, "企业");
        records::ObjectFacts facts;
        facts.object = object;
        facts.kind = "企业";
        facts.name = "示例企业" + std::to_string(++serial);
        facts.area = area;
        facts.credit_class = "D";
        portal.add_object_record(batch, 0, facts);
        return object;
    }
    records::ResultFacts result(Id task, Id object, Id draw) {
        records::ResultFacts facts;
        facts.task = task;
        facts.object = object;
        facts.draw = draw;
        facts.item = "登记事项检查";
        facts.outcome = "未发现问题";
        facts.codes = {"no_problem"};
        facts.methods = {"1"};
        facts.inspected_on = facts.finished_on = facts.produced_on = "2026-06-01";
        facts.published_on = "2026-06-10";
        facts.audit_state = "已公示";
        return facts;
    }
    Made office(const std::string& area, int year, const std::function<void(records::ResultFacts&, int)>& change = {},
                bool inspectors = true) {
        Made made;
        portal.put_office({area, "区县" + area, "990000", "县", "办公室"});
        const Id plan =
            portal.mint_plan(batch, {0, area, std::nullopt, year, "计划" + std::to_string(year), "", false});
        records::Edition edition;
        edition.of = plan;
        edition.head.published_on = std::to_string(year) + "-03-01";
        const Id edition_id = portal.add_plan_edition(batch, edition);
        for (const int position : {0, 1}) {
            made.tasks.push_back(portal.mint_task(batch, plan));
            records::EditionRow row;
            row.edition = edition_id;
            row.task = made.tasks.back();
            row.position = position;
            row.cells.values = {{"task_name", {"任务" + std::to_string(++serial), {}, {}}},
                                {"joint", {position == 0 ? "是" : "否", {}, {}}}};
            portal.add_task_in_edition(batch, 0, row);
        }
        made.draw = portal.mint_draw(batch, made.tasks[0], "1");
        records::DrawFacts draw;
        draw.draw = made.draw;
        draw.task = made.tasks[0];
        draw.number = "1";
        draw.drawn_at = std::to_string(year) + "-05-06 09:00";
        draw.trained_on = std::to_string(year) + "-05-05";
        portal.add_draw_record(batch, draw);
        for (int number = 0; number < 3; ++number) {
            made.objects.push_back(object(area));
            records::DrawnObject drawn;
            drawn.draw = made.draw;
            drawn.object = made.objects.back();
            drawn.position = number;
            portal.add_drawn_object(batch, 0, drawn);
            records::ResultFacts facts = result(made.tasks[0], made.objects.back(), made.draw);
            if (change) change(facts, number);
            made.results.push_back(portal.add_result(batch, 0, facts));
        }
        if (!inspectors) return made;
        records::InspectorFacts inspector;
        inspector.pseudonym = "p" + std::to_string(++serial);
        inspector.office = area;
        inspector.status = "在岗";
        portal.put_inspector(batch, inspector);
        return made;
    }
};

struct Written {
    std::map<std::string, records::PublicFinding> findings;  // by rule, of the whole office this year
    std::map<std::string, std::vector<records::FindingRow>> rows;
    /// Everything that a finding says of itself, without numbers of its own.
    std::map<std::string, std::string> said;
};

Written written(Portal& portal, const std::string& area = "990101") {
    const tests::PortalFolder folder;
    const auto file = folder.path() / "public.db";
    portal.transaction([&] {
        records::PublicWriter writer(file);
        publish::project(portal, settings::Settings{}, settings::PortalFolder{folder.path()}, as_of,
                         Portal::Which::with_drafts, writer);
    });
    records::PublicSite site(file);
    Written written;
    for (const records::PublicFinding& finding : site.findings(area, 2026)) {
        if (finding.department != 0) continue;
        written.findings[finding.rule] = finding;
        std::string& said = written.said[finding.rule];
        said = finding.state + " " + std::to_string(finding.numerator.value_or(-1)) + "/" +
               std::to_string(finding.denominator.value_or(-1)) + " " + std::to_string(finding.excepted) + " " +
               std::to_string(finding.open) + " " + finding.reason;
        site.each_finding_row(finding.id, [&](const records::FindingRow& row) {
            written.rows[finding.rule].push_back(row);
            said += "\n" + row.kind + " " + std::to_string(row.record) + " " + row.name + " " + row.outcome;
        });
    }
    return written;
}

std::string figure(const Written& written, const std::string& rule) {
    const records::PublicFinding& finding = written.findings.at(rule);
    return finding.state + " " + std::to_string(finding.numerator.value_or(-1)) + "/" +
           std::to_string(finding.denominator.value_or(-1));
}

}  // namespace

TEST_CASE("a publication writes where each rule stands, with the rows it counted", "[findings]") {
    Offices offices;
    const auto made = offices.office("990101", 2026, [](records::ResultFacts& result, int number) {
        if (number == 2) result.published_on = "2026-08-03", result.codes = {"pending"};
    });
    offices.rules_of("990101");
    const Written found = written(offices.portal);
    CHECK(figure(found, "1") == "not_met 1/2");
    CHECK(figure(found, "2") == "met 3/3");
    CHECK(figure(found, "3") == "met 3/4");
    CHECK(found.findings.at("3").declared != 0);
    CHECK(figure(found, "4") == "met 3/3");
    CHECK(figure(found, "6") == "met 1/1");
    CHECK(figure(found, "7") == "not_met 2/3");
    CHECK(figure(found, "8") == "met 1/1");
    REQUIRE(found.rows.at("1").size() == 2);
    CHECK(found.rows.at("1")[0].outcome == "missing");
    CHECK(found.rows.at("1")[0].record == made.tasks[1]);
    REQUIRE(found.rows.at("4").size() == 3);
    CHECK(found.rows.at("4")[0].record == made.draw);
    CHECK(found.rows.at("7")[0].done_on == "2026-08-03");
}

TEST_CASE("what is not for disclosure or not public yet is counted without a name", "[findings]") {
    Offices offices;
    offices.office("990101", 2026, [](records::ResultFacts& result, int number) {
        if (number == 0) result.disclosure = "不予公开", result.withheld_reason = "商业秘密";
        if (number == 1) result.audit_state = "待审核", result.published_on.clear();
    });
    offices.rules_of("990101");
    const Written found = written(offices.portal);
    CHECK(figure(found, "2") == "not_met 2/3");
    std::map<std::string, std::string> grounds;
    for (const records::FindingRow& row : found.rows.at("2"))
        if (row.kind == "withheld") {
            CHECK(row.name.empty());
            CHECK(row.code.empty());
            CHECK(row.record == 0);
            grounds[row.reason] = row.outcome;
        }
    CHECK(grounds == std::map<std::string, std::string>{{"不予公开", "counted"}, {"尚未公开", "missing"}});
    CHECK(figure(found, "5") == "unjudged 0/3");
}

TEST_CASE("no row of an inspector tells the pseudonym", "[findings]") {
    Offices offices;
    offices.office("990101", 2026);
    offices.rules_of("990101");
    const Written found = written(offices.portal);
    REQUIRE(found.rows.at("6").size() == 1);
    CHECK(found.rows.at("6")[0].name == "检查人员1");
    CHECK(found.rows.at("6")[0].code.empty());
}

TEST_CASE("a list that is not public yet makes no enterprise a drawn one", "[findings]") {
    Offices offices;
    const auto made = offices.office("990101", 2026);
    offices.rules_of("990101");
    records::DrawFacts draw;
    draw.draw = offices.portal.mint_draw(offices.batch, made.tasks[1], "1");
    draw.task = made.tasks[1];
    draw.number = "1";
    draw.drawn_at = "2026-11-10 09:00";
    draw.reveal_on = "2026-12-01";
    offices.portal.add_draw_record(offices.batch, draw);
    records::DrawnObject drawn;
    drawn.draw = draw.draw;
    drawn.object = offices.object("990101");
    offices.portal.add_drawn_object(offices.batch, 0, drawn);
    const Written found = written(offices.portal);
    CHECK(figure(found, "3") == "met 3/4");
    CHECK(figure(found, "4") == "not_met 3/4");  // its number is public
    std::size_t named = 0;
    for (const records::FindingRow& row : found.rows.at("4")) named += !row.name.empty();
    CHECK(named == 3);
}

TEST_CASE("a result that was withdrawn is not counted", "[findings]") {
    Offices offices;
    const auto made = offices.office("990101", 2026);
    offices.rules_of("990101");
    offices.portal.publish_drafts({0, "王", "赵", "2026-11-01", ""});
    const Id batch =
        offices.portal.begin_batch({0, "withdrawal", "b", "digest b", "甲", "2026-11-02", "{}", std::nullopt});
    offices.portal.add_withdrawal(batch, "result", made.results[0], "2026-11-02", "对象错误");
    const Written found = written(offices.portal);
    CHECK(figure(found, "2") == "met 2/2");
    CHECK(figure(found, "4") == "not_met 2/3");
}

TEST_CASE("an unrelated row never changes a figure", "[findings]") {
    Offices alone;
    alone.office("990101", 2026);
    alone.rules_of("990101");
    const auto before = written(alone.portal).said;
    REQUIRE(before.size() == 8);

    const std::vector<std::function<void(Offices&)>> unrelated{
        [](Offices& offices) { offices.office("990102", 2026); },
        [](Offices& offices) { offices.office("990101", 2024, {}, false); },
        [](Offices& offices) { offices.portal.department("990101", "某局"); },
        [](Offices& offices) {
            offices.portal.put_declared_figure(offices.batch,
                                               {"990101", "具有执法资格人数", 2026, "", 9, "2026-01-01", "名册", ""});
            offices.portal.put_declared_figure(offices.batch,
                                               {"990101", "上年底企业数", 2025, "", 9, "2024-12-31", "年报", ""});
        },
        [](Offices& offices) {
            offices.portal.put_handed_in_report(offices.batch, {"990101", "月报", "2026-10", 0, "", "2026-10-19", ""});
        },
        [](Offices& offices) { offices.object("990101"); }};
    for (std::size_t which = 0; which < unrelated.size(); ++which) {
        Offices more;
        more.office("990101", 2026);
        more.rules_of("990101");
        unrelated[which](more);
        INFO("unrelated row " << which);
        CHECK(written(more.portal).said == before);
    }
}

TEST_CASE("the credit class of an enterprise changes nothing in the findings", "[findings]") {
    Offices some, others;
    some.office("990101", 2026);
    some.rules_of("990101");
    const auto made = others.office("990101", 2026);
    others.rules_of("990101");
    records::ObjectFacts facts = *others.portal.object_facts(made.objects[0]);
    facts.credit_class = "A";
    others.portal.add_object_record(others.batch, 0, facts);
    CHECK(written(some.portal).said == written(others.portal).said);
}
