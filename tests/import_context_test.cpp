// What a sheet does not say itself: from the 说明 sheet, FILE.toml and flags; asked for by name, never guessed.
#include <catch2/catch.hpp>

#include "tests/import_case.h"

using namespace tests;

namespace {

const std::string one_task = "抽查任务名称,抽查事项,抽查比例,抽查时间\n登记事项检查,登记事项,5%,3月-5月\n";
const Rows one_task_rows{{"抽查任务名称", "抽查事项", "抽查比例", "抽查时间"},
                         {"登记事项检查", "登记事项", "5%", "3月-5月"}};

std::string toml(const Context& context) {
    std::string text;
    for (const auto& [name, value] : context) text += name + " = \"" + value + "\"\n";
    return text;
}

std::string refusal(ImportCase& portal, const importing::ImportRequest& request) {
    try {
        portal.run(request);
    } catch (const settings::Unusable& error) {
        return error.what();
    }
    return "";
}

std::string head(const ImportCase& portal) {
    return portal.select(
        "SELECT p.office, p.year, p.name, e.number, e.title, e.document_number, e.issuer, e.written_on, e.published_on,"
        " e.disclosure, e.reason FROM plan_edition e JOIN plan p ON p.id=e.plan");
}

const std::string expected_head =
    "999901|2026|乙区计划|0|乙区计划|乙双随机办〔2026〕3号|甲市乙区“双随机、一公开”监管工作领导小组办公室|2026-02-10|"
    "2026-02-13|"
    "主动公开|\n";

}  // namespace

TEST_CASE("a plan's context comes from flags", "[import]") {
    ImportCase portal;
    const auto report = portal.import(portal.write("计划.csv", one_task), plan_context());
    CHECK(errors(report).empty());
    CHECK(report.kind == "plans");
    CHECK(report.added == 1);
    CHECK(head(portal) == expected_head);
}

TEST_CASE("a plan's context comes from FILE.csv.toml or FILE.toml beside it", "[import]") {
    for (const std::string name : {"计划.csv.toml", "计划.toml"}) {
        ImportCase portal;
        const auto file = portal.write("计划.csv", one_task);
        portal.write(name, toml(plan_context()));
        CHECK(errors(portal.import(file)).empty());
        CHECK(head(portal) == expected_head);
    }
}

TEST_CASE("FILE.toml takes Chinese names, with or without quotes", "[import]") {
    ImportCase portal;
    const auto file = portal.write("计划.csv", one_task);
    Context context = plan_context();
    context.erase("office");
    context.erase("disclosure");
    portal.write("计划.toml", toml(context) + "行政区划 = 999901\n\"公开方式\" = '主动公开'\n");
    CHECK(errors(portal.import(file)).empty());
    CHECK(head(portal) == expected_head);
}

TEST_CASE("FILE.csv.toml is nearer than FILE.toml, and a flag overrides both and the sheet", "[import]") {
    ImportCase portal;
    Rows said;
    for (const auto& [name, value] : plan_context()) said.push_back({name, value});
    said.push_back({"发布日期", "2026-02-14"});
    const auto file = portal.write_workbook("计划.xlsx", {{"计划", one_task_rows}, {"说明", said}});
    CHECK(errors(portal.import(file)).empty());
    CHECK(portal.select("SELECT published_on FROM plan_edition") == "2026-02-14\n");
    portal.write("计划.toml", "published_on = 2026-02-15\nplatform = \"甲平台\"\n");
    CHECK(errors(portal.import(file)).empty());
    CHECK(portal.select("SELECT published_on, platform FROM plan_edition") == "2026-02-15|甲平台\n");
    portal.write("计划.xlsx.toml", "published_on = \"2026年2月16日\"\n");
    CHECK(errors(portal.import(file)).empty());
    CHECK(portal.select("SELECT published_on, platform FROM plan_edition") == "2026-02-16|甲平台\n");
    CHECK(errors(portal.import(file, {{"published_on", "2026-02-17"}})).empty());
    CHECK(portal.select("SELECT published_on, platform FROM plan_edition") == "2026-02-17|甲平台\n");
}

TEST_CASE("the 说明 sheet is read by Chinese terms, English names and other spellings", "[import]") {
    ImportCase portal;
    const Rows said{{"项目", "内容", "解释"},
                    {"行政区划：", "甲市乙区", "哪个区县"},
                    {"计划年度", "2026年度"},
                    {"是否部门联合", "是"},
                    {"计划名称", "乙区计划"},
                    {"版次", "0"},
                    {"发文字号", "乙双随机办〔2026〕3号"},
                    {"成文日期", "2026年2月10日"},
                    {"公布日期", "2026/2/13"},
                    {"公开属性", "主动公开"},
                    {"填表要求", "用黑色笔"},
                    {"备注", "无"}};
    const auto report = portal.import(portal.write_workbook("a.xlsx", {{"说明", said}, {"计划", one_task_rows}}));
    CHECK(errors(report).empty());
    CHECK(head(portal) == expected_head);
    CHECK(holds(told(report), "!说明 11:1 「填表要求」不认识的说明项，不采用"));
    CHECK(portal.select("SELECT note FROM plan_edition") == "\n");
}

TEST_CASE("what is missing of a plan is asked for by name, all at once, and nothing is guessed", "[import]") {
    ImportCase portal;
    const std::string before = portal.contents();
    const auto report = portal.import(portal.write("计划.csv", one_task));
    CHECK(report.failed());
    for (const char* const name : {"行政区划", "年度", "计划名称", "部门", "版本", "发布日期", "公开方式"})
        CHECK(holds(errors(report), "缺少“" + std::string(name) + "”"));
    CHECK(lines(errors(report)) == 7);
    CHECK(holds(errors(report), "--set office=…"));
    CHECK(holds(told(report), "没有写“文号”"));
    CHECK(holds(told(report), "没有写“成文日期”"));
    CHECK(portal.contents() == before);
}

TEST_CASE("of an adjustment its predecessor and its reason are asked for", "[import]") {
    ImportCase portal;
    Context context = plan_context();
    CHECK(errors(portal.import(portal.write("计划.csv", one_task), context)).empty());
    context["edition"] = "1";
    const auto report = portal.import(portal.write("计划1.csv", one_task), context);
    CHECK(holds(errors(report), "缺少“上一版本”"));
    CHECK(holds(errors(report), "缺少“调整原因”"));
    CHECK(lines(errors(report)) == 2);
    context["predecessor"] = "第1次调整";
    context["reason"] = "上级部署";
    CHECK(holds(errors(portal.import(portal.write("计划1.csv", one_task), context)), "第1次调整的上一版应是原计划"));
}

TEST_CASE("results ask for their office and for each row's task", "[import]") {
    ImportCase portal;
    const auto report = portal.import(
        portal.write("结果.csv", "企业名称,统一社会信用代码,检查结果\n甲公司," + fictional_code(1) + ",未发现问题\n"));
    CHECK(report.kind == "results");
    CHECK(holds(errors(report), "缺少“行政区划”"));
}

TEST_CASE("an unknown office is answered with the known ones", "[import]") {
    ImportCase portal;
    Context context = plan_context();
    context["office"] = "甲市丁区";
    const auto report = portal.import(portal.write("计划.csv", one_task), context);
    CHECK(
        holds(errors(report), "行政区划「甲市丁区」site.toml 里没有这个区县 → 已有：999901 甲市乙区、999902 甲市丙县"));
}

TEST_CASE("an office is named by its code or its name in any width", "[import]") {
    for (const std::string name : {"999901", "９９９９０１", "甲市乙区", "甲市 乙区"}) {
        ImportCase portal;
        Context context = plan_context();
        context["office"] = name;
        CHECK(errors(portal.import(portal.write("计划.csv", one_task), context)).empty());
        CHECK(portal.select("SELECT office FROM plan") == "999901\n");
    }
}

TEST_CASE("an edition is named in words or by its number", "[import]") {
    const std::vector<std::pair<std::string, std::string>> words{{"原计划", "0"},    {"0", "0"},          {"首版", "0"},
                                                                 {"第1次调整", "1"}, {"第一次调整", "1"}, {"1", "1"},
                                                                 {"调整1", "1"}};
    for (const auto& [word, number] : words) {
        ImportCase portal;
        if (number == "1") portal.import(portal.write("原.csv", one_task), plan_context());
        Context context = plan_context(number == "1" ? 1 : 0);
        context["edition"] = word;
        CHECK(errors(portal.import(portal.write("计划.csv", one_task), context)).empty());
        CHECK(portal.select("SELECT max(number) FROM plan_edition") == number + "\n");
    }
    ImportCase portal;
    Context context = plan_context();
    context["edition"] = "最新版";
    CHECK(holds(errors(portal.import(portal.write("计划.csv", one_task), context)), "版本「最新版」看不出是哪一版"));
}

TEST_CASE("wrong dates, disclosures and years of the context are named", "[import]") {
    ImportCase portal;
    Context context = plan_context();
    context["published_on"] = "2026-02-30";
    context["disclosure"] = "公之于众";
    context["year"] = "26";
    const auto report = portal.import(portal.write("计划.csv", one_task), context);
    CHECK(holds(errors(report), "发布日期「2026-02-30」不是一个真实的日期"));
    CHECK(holds(errors(report), "公开方式「公之于众」不认识的公开方式"));
    CHECK(holds(errors(report), "年度「26」不像是计划年度"));
    CHECK(lines(errors(report)) == 3);
    context = plan_context();
    context["published_on"] = "2026-02-09";
    CHECK(holds(errors(portal.import(portal.write("计划.csv", one_task), context)), "发布日期早于成文日期"));
}

TEST_CASE("a document number of an unusual form is kept and told", "[import]") {
    ImportCase portal;
    Context context = plan_context();
    context["document_number"] = "甲字第叁号";
    const auto report = portal.import(portal.write("计划.csv", one_task), context);
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "文号“甲字第叁号”不是通常的写法"));
    CHECK(portal.select("SELECT document_number FROM plan_edition") == "甲字第叁号\n");
}

TEST_CASE("a department that site.toml does not list is told as new", "[import]") {
    ImportCase portal;
    Context context = plan_context();
    context["joint"] = "否";
    context["department"] = "乙区市监局";
    const auto report = portal.import(portal.write("计划.csv", one_task), context);
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "“乙区市监局”是新的部门 → site.toml 里的成员单位有：乙区市场监督管理局、乙区公安局"));
}

TEST_CASE("misspelt names in FILE.toml and flags stop the import with their place", "[import]") {
    ImportCase portal;
    const auto file = portal.write("计划.csv", one_task);
    importing::ImportRequest request = portal.request(file, {{"ofice", "999901"}});
    CHECK(holds(refusal(portal, request), "--set：不认识的说明项 ofice"));
    request.context.clear();
    portal.write("计划.toml", "office = \"999901\"\nyaer = 2026\n");
    CHECK(holds(refusal(portal, request), "计划.toml 第2行第8列：不认识的说明项 yaer"));
    portal.write("计划.toml", "office = \"999901\"\nyear = [2026]\n");
    CHECK(holds(refusal(portal, request), "第2行第8列：year 应是带引号的文字、整数、日期"));
    portal.write("计划.toml", "office = \n");
    CHECK(holds(refusal(portal, request), "第1行第"));
    portal.write("计划.toml", "office = \"\xB0\xA1\"\n");
    CHECK(holds(refusal(portal, request), "不是 UTF-8 编码"));
}

TEST_CASE("an unknown kind in the context is an error, a known one decides", "[import]") {
    ImportCase portal;
    Context context = plan_context();
    context["kind"] = "抽查方案";
    CHECK(holds(errors(portal.import(portal.write("a.csv", one_task), context)), "不认识的表格类型“抽查方案”"));
    context["kind"] = "抽查计划";
    CHECK(errors(portal.import(portal.write("a.csv", one_task), context)).empty());
}

TEST_CASE("a contact goes to private.db and never into portal.db", "[import]") {
    ImportCase portal;
    Context context = plan_context();
    context["contact"] = "联络员某某";
    context["phone"] = "13900000000";
    CHECK(errors(portal.import(portal.write("a.csv", one_task), context)).empty());
    CHECK(portal.select_private("SELECT office, name, phone FROM contact") == "999901|联络员某某|13900000000\n");
    CHECK_FALSE(portal.portal_holds("联络员某某"));
    CHECK_FALSE(portal.portal_holds("13900000000"));
    context["phone"] = "13900000001";
    const auto again = portal.import(portal.path() / "a.csv", context);
    CHECK(again.same_as == 1);
    CHECK(portal.select_private("SELECT phone FROM contact") == "13900000001\n");
}

TEST_CASE("the batch records who, when, which bytes and the whole context", "[import]") {
    ImportCase portal;
    const auto report = portal.import(portal.write("计划.csv", one_task), plan_context());
    CHECK(report.batch == 1);
    const std::string batch =
        portal.select("SELECT kind, file, length(sha256), imported_by, imported_on, context FROM batch");
    CHECK(batch.starts_with("plans|计划.csv|64|甲|2026-11-18|{"));
    CHECK(holds(batch, "\"plan_name\":\"乙区计划\""));
}
