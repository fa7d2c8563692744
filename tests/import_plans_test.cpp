// Plans and item lists: editions, drafts, what is published and what may still change.
#include <catch2/catch.hpp>

#include "tests/import_case.h"

using namespace tests;

namespace {

const std::string header = "抽查任务编号,抽查任务名称,抽查事项,抽查对象范围,抽查比例,抽查时间\n";
const std::string first = "999901202602101001,登记事项检查,登记事项,企业,5%,3月-5月\n";
const std::string second = "999901202602101002,年报检查,年报公示,企业,3%,6月-9月\n";
const std::string third = "999901202602101003,特种设备检查,使用登记,使用单位,不低于10%,9月-11月\n";

std::string tasks(const ImportCase& portal, int edition) {
    return portal.select(
        "SELECT t.task, t.cells->>'task_name', t.cells->'ratio'->>'text' FROM task_in_edition t JOIN plan_edition e ON "
        "e.id=t.edition WHERE e.number=" +
        std::to_string(edition) +
        " AND NOT EXISTS(SELECT 1 FROM task_in_edition n WHERE n.key=t.key AND n.id>t.id) ORDER BY t.position, t.id");
}

}  // namespace

TEST_CASE("each row of a plan is a task with its own permanent id, quantities and periods read", "[import]") {
    ImportCase portal;
    const auto report = portal.import(portal.write("a.csv", header + first + second), plan_context());
    CHECK(errors(report).empty());
    CHECK(report.rows == 2);
    CHECK(report.added == 2);
    CHECK(tasks(portal, 0) == "1|登记事项检查|5%\n2|年报检查|3%\n");
    CHECK(portal.select("SELECT cells->'ratio'->'quantity'->'parts'->0->>'min' FROM task_in_edition WHERE task=1") ==
          "50000\n");
    CHECK(holds(portal.select("SELECT cells->'period' FROM task_in_edition WHERE task=1"), "2026-03-01"));
}

TEST_CASE("the same file twice changes nothing and says so", "[import]") {
    ImportCase portal;
    const auto file = portal.write("a.csv", header + first + second);
    CHECK(portal.import(file, plan_context()).batch == 1);
    const std::string before = portal.contents();
    const auto again = portal.import(file, plan_context());
    CHECK(again.same_as == 1);
    CHECK_FALSE(again.batch);
    CHECK_FALSE(again.failed());
    CHECK(portal.contents() == before);
    portal.publish();
    const std::string published = portal.contents();
    CHECK(portal.import(file, plan_context()).same_as == 1);
    CHECK(portal.contents() == published);
}

TEST_CASE("the same file again after another of its kind still changes nothing", "[import]") {
    ImportCase portal;
    const auto file = portal.write("a.csv", header + first + second);
    portal.import(file, plan_context());
    Context other = plan_context();
    other["plan_name"] = "另一计划";
    portal.import(portal.write("b.csv", header + third), other);
    const std::string before = portal.contents();
    CHECK(portal.import(file, plan_context()).same_as == 1);
    CHECK(portal.contents() == before);
}

TEST_CASE("the same rows in a file of other bytes change nothing", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + first + second), plan_context());
    portal.publish();
    const std::string before = portal.contents();
    const auto again = portal.import(portal.write("b.csv", "\xEF\xBB\xBF" + header + first + second), plan_context());
    CHECK_FALSE(again.failed());
    CHECK(again.added + again.corrected + again.replaced_drafts == 0);
    CHECK(again.unchanged == 2);
    CHECK(portal.contents() == before);
}

TEST_CASE("a plan imported again as a draft replaces the draft", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + first + second), plan_context());
    const auto again = portal.import(portal.write("b.csv", header + first + third), plan_context());
    CHECK(errors(again).empty());
    CHECK(holds(told(again), "替换了草稿批次 1 里的同一版"));
    CHECK(portal.select("SELECT cells->>'task_name' FROM task_in_edition ORDER BY id") ==
          "登记事项检查\n特种设备检查\n");
    CHECK(portal.select("SELECT count(*) FROM plan") == "1\n");
    CHECK(portal.select("SELECT id FROM batch") == "2\n");
}

TEST_CASE("a draft whose tasks others use is overlaid and keeps its ids", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + first + second), plan_context());
    const auto results = portal.import(
        portal.write("r.csv", "抽查任务编号,企业名称,统一社会信用代码,检查结果\n999901202602101001,甲公司," +
                                  fictional_code(1) + ",未发现问题\n"),
        {{"office", "999901"}});
    CHECK(errors(results).empty());
    std::string changed = first;
    changed.replace(changed.find("5%"), 2, "8%");
    const auto again = portal.import(portal.write("b.csv", header + changed + second), plan_context());
    CHECK(errors(again).empty());
    CHECK(again.replaced_drafts == 1);
    CHECK(again.unchanged == 1);
    CHECK(tasks(portal, 0) == "1|登记事项检查|8%\n2|年报检查|3%\n");
}

TEST_CASE("a missing row never deletes and is told", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + first + second), plan_context());
    portal.publish();
    const auto again = portal.import(portal.write("b.csv", header + first), plan_context());
    CHECK(errors(again).empty());
    CHECK(again.dropped == 0);
    CHECK(holds(told(again), "这一版原有的任务 2（年报检查）不在新表里，仍然保留"));
    CHECK(tasks(portal, 0) == "1|登记事项检查|5%\n2|年报检查|3%\n");
}

TEST_CASE("a changed value of a published row is refused, saying what was published", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + first + second), plan_context());
    portal.publish();
    const std::string before = portal.contents();
    std::string changed = second;
    changed.replace(changed.find("3%"), 2, "4%");
    const auto file = portal.write("b.csv", header + first + changed);
    const auto refused = portal.import(file, plan_context());
    CHECK(holds(errors(refused),
                "b 3:0 「年报检查」这一行已经公布，与公布的内容不同（抽查比例：公布的是“3%”，表里是“4%”） → "
                "确需更正，加 --correct"));
    CHECK(portal.contents() == before);

    const auto corrected = portal.correct(file, plan_context(), "原表笔误");
    CHECK(errors(corrected).empty());
    CHECK(corrected.corrected == 1);
    CHECK(tasks(portal, 0) == "1|登记事项检查|5%\n2|年报检查|4%\n");
    CHECK(portal.select("SELECT replaces, correction_reason FROM task_in_edition WHERE replaces IS NOT NULL") ==
          "2|原表笔误\n");
    CHECK(portal.select("SELECT count(*) FROM task_in_edition") == "3\n");
}

TEST_CASE("a published head changes only by a correction", "[import]") {
    ImportCase portal;
    const auto file = portal.write("a.csv", header + first);
    portal.import(file, plan_context());
    portal.publish();
    Context context = plan_context();
    context["document_number"] = "乙双随机办〔2026〕4号";
    CHECK(holds(errors(portal.import(file, context)), "这一版计划的文号：这一行已经公布"));
    const auto corrected = portal.correct(file, context, "文号错误");
    CHECK(errors(corrected).empty());
    CHECK(portal.select("SELECT document_number, correction_reason FROM plan_edition WHERE replaces=1") ==
          "乙双随机办〔2026〕4号|文号错误\n");
    CHECK(portal.select("SELECT count(*) FROM task_in_edition") == "1\n");
}

TEST_CASE("a published edition takes no new task without a correction", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + first), plan_context());
    portal.publish();
    const std::string before = portal.contents();
    const auto file = portal.write("b.csv", header + first + second);
    CHECK(holds(errors(portal.import(file, plan_context())), "b 3:0 「年报检查」这一版已经公布，不能再添任务"));
    CHECK(portal.contents() == before);
    CHECK(errors(portal.correct(file, plan_context(), "公布时漏了一行")).empty());
    CHECK(tasks(portal, 0) == "1|登记事项检查|5%\n2|年报检查|3%\n");
}

TEST_CASE("an adjustment keeps the tasks' ids and needs the edition before it", "[import]") {
    ImportCase portal;
    const auto early = portal.import(portal.write("b.csv", header + first + third), plan_context(1));
    CHECK(holds(errors(early), "还没有它的上一版 → 先导入原计划，再导入这一版"));
    portal.import(portal.write("a.csv", header + first + second), plan_context());
    CHECK(holds(errors(portal.import(portal.write("c.csv", header + first), plan_context(2))), "先导入第1次调整"));
    const auto adjusted = portal.import(portal.path() / "b.csv", plan_context(1));
    CHECK(errors(adjusted).empty());
    CHECK(adjusted.dropped == 1);
    CHECK(holds(told(adjusted), "上一版的任务 2（年报检查）不在这一版里，作为取消"));
    CHECK(tasks(portal, 1) == "1|登记事项检查|5%\n3|特种设备检查|不低于10%\n");
    CHECK(tasks(portal, 0) == "1|登记事项检查|5%\n2|年报检查|3%\n");
    CHECK(errors(portal.import(portal.path() / "c.csv", plan_context(2))).empty());
    CHECK(tasks(portal, 2) == "1|登记事项检查|5%\n");
}

TEST_CASE("an edition that a later one follows cannot be undone from under it", "[import]") {
    ImportCase portal;
    const auto original = portal.import(portal.write("a.csv", header + first), plan_context());
    portal.publish();
    const auto adjusted = portal.import(portal.write("b.csv", header + first), plan_context(1));
    const auto again = portal.import(portal.write("c.csv", header + first), plan_context(2));
    REQUIRE(again.batch);
    CHECK_THROWS_AS(portal.portal.undo_batch(*adjusted.batch), std::exception);
    portal.portal.undo_batch(*again.batch);
    portal.portal.undo_batch(*adjusted.batch);
    CHECK(portal.select("SELECT number FROM plan_edition") == "0\n");
    CHECK_THROWS_AS(portal.portal.undo_batch(*original.batch), std::exception);
}

TEST_CASE("numbers that are not national are kept as written and flagged", "[import]") {
    ImportCase portal;
    const auto report = portal.import(
        portal.write("a.csv",
                     "抽查计划编号,抽查任务编号,抽查任务名称,抽查时间\n2026-01,A-7,甲检查,3月\n,Ａ-8,乙检查,3月\n"),
        plan_context());
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "2:2 抽查任务编号「A-7」非国家编号，照原样保存"));
    CHECK(holds(told(report), "2:1 抽查计划编号「2026-01」非国家编号，照原样保存"));
    CHECK(portal.select("SELECT cells->>'task_number' FROM task_in_edition ORDER BY id") == "A-7\nＡ-8\n");
}

TEST_CASE("an 18-digit task number typed as a number is refused, since its last digits are lost", "[import]") {
    ImportCase portal;
    importing::XlsxOutput output(portal.path() / "a.xlsx", importing::XlsxOutput::Memory::whole);
    lxw_worksheet* const sheet = output.add_sheet("计划");
    worksheet_write_string(sheet, 0, 0, "抽查任务编号", nullptr);
    worksheet_write_string(sheet, 0, 1, "抽查任务名称", nullptr);
    worksheet_write_string(sheet, 0, 2, "抽查时间", nullptr);
    worksheet_write_number(sheet, 1, 0, 999901202602101001.0, nullptr);
    worksheet_write_string(sheet, 1, 1, "登记事项检查", nullptr);
    worksheet_write_string(sheet, 1, 2, "3月", nullptr);
    output.finish();
    CHECK(holds(errors(portal.import(portal.path() / "a.xlsx", plan_context())),
                "计划 2:1 抽查任务编号「999901202602101"));
}

TEST_CASE("unknown columns of a plan are told and kept, also two of one name and one without any", "[import]") {
    ImportCase portal;
    const auto report = portal.import(portal.write("a.csv",
                                                   "抽查任务名称,抽查事项,抽查时间,股长意见,备注,备注,股长意见\n"
                                                   "甲检查,事项,3月,同意,一,二,不同意,无名\n"),
                                      plan_context());
    CHECK(errors(report).empty());
    CHECK(report.unknown_columns ==
          std::vector<std::string>{"股长意见", "备注（2）", "股长意见（2）", "第8列（没有表头）"});
    const std::string cells = portal.select("SELECT cells FROM task_in_edition");
    for (const char* const kept : {"\"column:股长意见\":\"同意\"", "\"note\":\"一\"", "\"column:备注（2）\":\"二\"",
                                   "\"column:股长意见（2）\":\"不同意\"", "\"column:第8列\":\"无名\""})
        CHECK(holds(cells, kept));
    CHECK(holds(portal.select("SELECT cells FROM source_row"), "\"无名\""));
}

TEST_CASE("a plan found by its page's number may have a new name", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + first), plan_context());
    Context context = plan_context(1);
    context["plan_name"] = "乙区年度抽查计划";
    context["plan_id"] = "1";
    CHECK(errors(portal.import(portal.write("b.csv", header + first), context)).empty());
    CHECK(portal.select("SELECT count(*) FROM plan") == "1\n");
    context["plan_id"] = "7";
    CHECK(holds(errors(portal.import(portal.write("c.csv", header + first), context)), "没有这个编号的计划"));
}

TEST_CASE("plans of two departments, years and districts with one name are different plans", "[import]") {
    ImportCase portal;
    const auto file = portal.write("a.csv", header + first);
    std::vector<Context> contexts(4, plan_context());
    contexts[1]["year"] = "2025";
    contexts[2]["department"] = "乙区公安局";
    contexts[3]["office"] = "999902";
    for (const Context& context : contexts) CHECK(errors(portal.import(file, context)).empty());
    CHECK(portal.select("SELECT count(*) FROM plan") == "4\n");
}

TEST_CASE("an edition marked 不予公开 is taken with its mark", "[import]") {
    ImportCase portal;
    Context context = plan_context();
    for (const auto& [said, kept] : std::map<std::string, std::string>{
             {"依申请公开", "依申请公开"}, {"不公开", "不予公开"}, {"主动 公开", "主动公开"}}) {
        context["disclosure"] = said;
        CHECK(errors(portal.import(portal.write("a.csv", header + first), context)).empty());
        CHECK(portal.select("SELECT disclosure FROM plan_edition") == kept + "\n");
    }
}

// Item lists ---------------------------------------------------------------------------------------------------------

namespace {

const std::string items =
    "抽查事项,检查依据,检查主体,抽查比例上限\n登记事项,《条例》第一条,乙区市场监督管理局,5%\n"
    "年报公示,《条例》第二条,乙区市场监督管理局,3%\n";

Context list_context(int edition = 0) {
    Context context = plan_context(edition);
    context.erase("plan_name");
    context["list_name"] = "乙区事项清单";
    return context;
}

}  // namespace

TEST_CASE("item lists have editions like plans, and the next needs the one before", "[import]") {
    ImportCase portal;
    CHECK(holds(errors(portal.import(portal.write("b.csv", items), list_context(1))), "还没有它的上一版"));
    const auto report = portal.import(portal.path() / "b.csv", list_context());
    CHECK(errors(report).empty());
    CHECK(report.kind == "items");
    CHECK(report.added == 2);
    CHECK(errors(portal.import(portal.path() / "b.csv", list_context(1))).empty());
    CHECK(portal.select("SELECT number FROM item_list_edition") == "0\n1\n");
    CHECK(portal.select("SELECT count(*) FROM item") == "4\n");
}

TEST_CASE("an item list's draft is replaced, its published rows change only by correction", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", items), list_context());
    std::string changed = items;
    changed.replace(changed.find("3%"), 2, "4%");
    const auto file = portal.write("b.csv", changed);
    CHECK(holds(told(portal.import(file, list_context())), "替换了草稿批次 1"));
    portal.publish();
    const auto original = portal.import(portal.path() / "a.csv", list_context());
    CHECK(holds(errors(original),
                "a 3:0 「年报公示」这一行已经公布，与公布的内容不同（抽查比例上限：公布的是“4%”，表里是“3%”）"));
    const auto corrected = portal.correct(portal.path() / "a.csv", list_context(), "比例有误");
    CHECK(errors(corrected).empty());
    CHECK(corrected.corrected == 1);
    CHECK(portal.select("SELECT count(*), max(correction_reason) FROM item") == "3|比例有误\n");
    const std::string before = portal.contents();
    CHECK(portal.import(portal.path() / "a.csv", list_context()).unchanged == 2);
    CHECK(portal.contents() == before);
    const auto more =
        portal.import(portal.write("c.csv", items + "广告,《广告法》,乙区市场监督管理局,1%\n"), list_context());
    CHECK(holds(errors(more), "c 4:0 「广告」这一版清单已经公布，不能再添事项"));
}
