// Corrections, statements, objections, tombstones and 信用修复 on the pages of the records they are about.
#include "generator/pages/ledger.h"

#include <catch2/catch.hpp>

#include "tests/pages_site.h"

using namespace tests;

namespace {

const std::string enterprise_page = records::address::enterprise("99999901MA0000001X");
const std::string result_page = "results/by-id/0/81.html", result_json = "results/by-id/0/81.json";

records::PublicCorrection correction(records::Id id, const char* kind, records::Id record, const char* field,
                                     const char* before, const char* after) {
    records::PublicCorrection one;
    one.id = id, one.kind = kind, one.record = record, one.corrected_on = "2024-10-08", one.reason = "录入有误";
    one.field = field, one.before = before, one.after = after;
    return one;
}

records::PublicObjection objection(const char* kind, records::Id record, const char* answered_on = "",
                                   const char* outcome = "") {
    records::PublicObjection one;
    one.id = 1, one.receipt = "YY2024-1", one.kind = kind, one.record = record, one.object = 100;
    one.office = "999901", one.received_on = "2024-10-08", one.marked_on = "2024-10-11";
    one.due = {"2024-10-09", "地方规定 第三条", false, "late"}, one.ground = "日期不对";
    one.answered_on = answered_on, one.outcome = outcome;
    return one;
}

RenderedSite site_of(const std::function<void(Example&)>& change) {
    const Scratch scratch;
    write_example(scratch / "public.db", change);
    return RenderedSite(scratch / "public.db", scratch / "t", 2);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a corrected value stands beside the new one, struck through, with day and reason", "[pages]") {
    const auto site = site_of([](Example& e) {
        e.corrections = {correction(1, "result", 81, "problem", "旧的问题", "新的问题"),
                         correction(2, "result", 81, "note", "", "补充"),
                         correction(3, "follow_up", 91, "measure", "警告", "责令改正")};
    });
    const std::string& page = site.at(result_page);
    CHECK(has(page, "<del><bdi>旧的问题</bdi></del>"));
    CHECK(has(page, "<ins><bdi>新的问题</bdi></ins>"));
    CHECK(has(page, "<td role=\"cell\" data-label=\"栏目\">发现的问题</td>"));
    CHECK(has(page, "（原为空）"));
    CHECK(has(page, "更正检查结果"));
    CHECK(has(page, "更正后续处置"));
    CHECK(has(page, "本页内容更正过 1 次"));  // one day, one reason
    CHECK(has(page, "2024年10月8日"));
    CHECK(has(site.at(result_json), "\"corrections\":[{\"kind\":\"result\",\"record\":81"));
    CHECK_FALSE(has(site.at("results/by-id/0/80.json"), "corrections"));
}

TEST_CASE("of a correction whose old value may not be public only day and reason are said", "[pages]") {
    const auto site = site_of([](Example& e) { e.corrections = {correction(1, "penalty", 95, "", "", "")}; });
    CHECK(has(site.at("penalties/95.html"), "更正前的内容依法不公开"));
    CHECK_FALSE(has(site.at("penalties/95.html"), "<del>"));
}

TEST_CASE("plan editions, item lists, draws, tasks and enterprises show their corrections", "[pages]") {
    const auto site = site_of([](Example& e) {
        e.corrections = {correction(1, "plan_edition", 11, "document_number", "2号", "3号"),
                         correction(2, "item_list_edition", 21, "title", "旧名", "新名"),
                         correction(3, "draw", 6, "population", "20", "200"),
                         correction(4, "task", 5, "ratio", "3%", "5%"),
                         correction(5, "object", 100, "trade", "餐饮", "零售")};
    });
    CHECK(has(site.at("plans/1/0/index.html"), "<del><bdi>2号</bdi></del>"));
    CHECK(has(site.at("item-lists/2/0/index.html"), "<del><bdi>旧名</bdi></del>"));
    CHECK(has(site.at("draws/6/index.html"), "<del><bdi>20</bdi></del>"));
    CHECK(has(site.at("tasks/5/index.html"), "<del><bdi>3%</bdi></del>"));
    CHECK(has(site.at(enterprise_page), "<del><bdi>餐饮</bdi></del>"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("a corrected row of a plan or of a draw's list is named beside its values", "[pages]") {
    const auto site = site_of([](Example& e) {
        e.original.rows[0].cells = cells("task_name", "登记事项抽查");
        e.corrections = {correction(1, "plan_edition", 11, "task_name", "旧任务名", "登记事项抽查"),
                         correction(2, "draw", 6, "authority", "旧机关", "甲区市场监管局")};
        e.corrections[0].part = 41, e.corrections[1].part = 71;
    });
    CHECK(has(site.at("plans/1/0/index.html"), "data-label=\"哪一行\">登记事项抽查<"));
    CHECK(has(site.at("plans/1/0/index.html"), "<del><bdi>旧任务名</bdi></del>"));
    CHECK(has(site.at("draws/6/index.html"), "名单第 1 号 示例甲商贸有限公司"));
    CHECK(has(site.at("draws/6/index.json"), "\"part\":71"));
}

TEST_CASE("what an enterprise says is told apart from the office's words, on the result and on its own page",
          "[pages]") {
    const auto site = site_of([](Example& e) {
        e.statements = {{1, 100, 81, "2024-10-09", "已经改正<b>", {}}, {2, 100, 0, "2024-10-09", "本店已搬迁", {}}};
        e.statements.push_back({3, 100, 81, "2024-10-09", "", {}});
        e.statements.back().standing.withdrawn_on = "2024-10-30";
    });
    for (const std::string& page : {result_page, enterprise_page}) {
        CHECK(has(site.at(page), "企业陈述，未经核实"));
        CHECK(has(site.at(page), "已经改正&lt;b&gt;"));
        CHECK(has(site.at(page), "2024年10月30日撤回"));
    }
    CHECK(has(site.at(enterprise_page), "本店已搬迁"));
    CHECK_FALSE(has(site.at(result_page), "本店已搬迁"));
    CHECK(has(site.at(result_json), "\"statements\":["));
    CHECK_FALSE(has(site.at("results/by-id/0/80.html"), "企业陈述"));
}

TEST_CASE("an objection marks the record on its page and in lists until it is answered, then says the answer",
          "[pages]") {
    const auto open = site_of([](Example& e) { e.objections = {objection("result", 81)}; });
    CHECK(has(open.at(result_page), "该记录正在异议处理中"));
    CHECK(has(open.at(result_page), "YY2024-1"));
    CHECK(has(open.at(result_page), "超过期限才标注"));
    CHECK(has(open.at(result_page), "地方规定 第三条"));
    for (const char* list : {"results/999901/2024/page-1.html", "tasks/5/index.html"})
        CHECK(has(open.at(list), "异议处理中"));
    CHECK(has(open.at(enterprise_page), "异议处理中"));
    CHECK(has(open.at(enterprise_page), "检查结果第81号"));
    CHECK_FALSE(has(open.at("results/by-id/0/80.html"), "异议处理中"));
    CHECK(open.broken_links() == std::vector<std::string>{});

    const auto answered =
        site_of([](Example& e) { e.objections = {objection("result", 81, "2024-10-20", "不成立：日期与记录一致")}; });
    CHECK(has(answered.at(result_page), "异议已答复：不成立"));
    CHECK(has(answered.at(result_page), "日期与记录一致"));
    CHECK_FALSE(has(answered.at(result_page), "正在异议处理中"));
    CHECK(has(answered.at("results/999901/2024/page-1.html"), "异议已答复：不成立"));
}

TEST_CASE("objections to penalties, follow-ups, draws and plans are marked where those stand", "[pages]") {
    const std::pair<std::pair<const char*, records::Id>, std::vector<std::string>> kinds[] = {
        {{"penalty", 95}, {"penalties/95.html", "penalties/index.html", enterprise_page}},
        {{"follow_up", 91}, {result_page, "follow-ups/index.html", enterprise_page}},
        {{"draw", 6}, {"draws/6/index.html", "draws/index.html", enterprise_page}},
        {{"plan_edition", 12}, {"plans/1/1/index.html", "plans/1/index.html"}}};
    for (const auto& kind : kinds) {
        const auto& [record, pages] = kind;
        const auto site =
            site_of([&kind](Example& e) { e.objections = {objection(kind.first.first, kind.first.second)}; });
        for (const std::string& page : pages) {
            INFO(record.first << " on " << page);
            CHECK(has(site.at(page), "异议处理中"));
        }
    }
}

TEST_CASE("a tombstone says nothing but number, day, reason and what the reader can do", "[pages]") {
    const auto site = site_of([](Example& e) {
        e.problem.standing.withdrawn_on = "2024-10-30", e.problem.standing.withdrawn_reason = "决定被撤销";
        e.penalty.standing.expired_on = "2024-10-31";
        e.corrections = {correction(1, "result", 81, "problem", "旧的问题", "新的问题")};
        e.objections = {objection("result", 81)};
    });
    const std::string& withdrawn = site.at(result_page);
    for (const char* words : {"第81号检查结果", "2024年10月30日撤回", "决定被撤销", "withheld/#ask"})
        CHECK(has(withdrawn, words));
    for (const char* words : {"旧的问题", "新的问题", "异议处理中", "示例甲商贸有限公司"})
        CHECK_FALSE(has(withdrawn, words));
    CHECK(has(site.at("penalties/95.html"), "公示期已于2024年10月31日届满"));
    CHECK(has(site.at("penalties/95.html"), "不需要申请"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("until when a problem or a penalty is published, and 信用修复, is said while it is published", "[pages]") {
    const auto site = site_of([](Example& e) {
        e.penalty.facts.expires_on = "2027-05-01";
        e.problem.facts.expires_on = "2025-04-01";
        e.clean.facts.expires_on = "2027-05-01";
    });
    CHECK(has(site.at("penalties/95.html"), "公示到<time datetime=\"2027-05-01\">2027年5月1日</time>"));
    CHECK(has(site.at("penalties/95.html"), "信用修复管理办法"));
    CHECK(has(site.at(result_page), "到期自动停止公示"));
    CHECK_FALSE(has(site.at(result_page), "信用修复管理办法"));                // ends before the rules are in force
    CHECK_FALSE(has(site.at("results/by-id/0/80.html"), "到期自动停止公示"));  // no problem was found
}
