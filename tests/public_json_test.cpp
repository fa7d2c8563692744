#include "records/public_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "records/public_bodies.h"
#include "tests/public_example.h"

using tests::Example;
using tests::Scratch;
using tests::write_example;

namespace {

// What repeats in the expected texts below; everything is written by hand from facts.h.
const std::string nothing_happened =
    R"("correction_reason":null,"standing":{"corrected":[],"withdrawn_on":null,"withdrawn_reason":null,"expired_on":null})";
const std::string no_due = R"({"on":null,"clause":null,"provisional":false,"state":null})";
const std::string company = R"("object_code":"99999901MA0000001X","object_name":"示例甲商贸有限公司")";

const std::string office =
    R"({"kind":"office","id":"999901","url":"offices/999901/","area":"999901","name":"示例市甲区","parent":"999900",)"
    R"("level":"县","issuer":"示例市甲区双随机办")";
const std::string department = R"({"id":7,"office":"999901","name":"甲区市场监管局"})";
const std::string item_list = R"({"kind":"item_list","id":2,"url":"item-lists/2/","office":"999901","department":7,)"
                              R"("department_name":"甲区市场监管局","name":"甲区抽查事项清单","joint":false)";
const std::string plan =
    R"({"kind":"plan","id":1,"url":"plans/1/","office":"999901","department":null,"department_name":null,"year":2024,)"
    R"("name":"2024年度抽查工作计划","number":"99990120241001","joint":true)";
const std::string totals =
    R"({"plans":1,"tasks":1,"draws":1,"drawn":2,"results":2,"overdue_results":1,"enterprises":2,"open_follow_ups":1,)"
    R"("unrevealed_overdue":0,"unjudged_results":0})";
const std::string withheld = R"([{"office":"999901","kind":"result","ground":"涉及商业秘密","count":2}])";

std::string plan_edition(int number, const std::string& reason, const std::string& happened) {
    const std::string of = std::to_string(number);
    return R"({"kind":"plan_edition","id":"1/)" + of + R"(","url":"plans/1/)" + of + R"(/","plan":1,"number":)" + of +
           R"(,"title":"2024年度抽查工作计划","index_number":null,"document_number":"甲双随机办〔2024〕3号",)"
           R"("issuer":null,"written_on":null,"published_on":"2024-02-20","valid_until":null,)"
           R"("disclosure":"主动公开","abolished_on":null,"platform":null,"basis":null,"note":null,"reason":)" +
           reason + "," + happened;
}
const std::string corrected_once =
    R"("correction_reason":"文号录入有误","standing":{"corrected":["文号录入有误"],"withdrawn_on":null,)"
    R"("withdrawn_reason":null,"expired_on":null})";
const std::string item_list_edition =
    R"({"kind":"item_list_edition","id":"2/0","url":"item-lists/2/0/","item_list":2,"number":0,)"
    R"("title":"甲区抽查事项清单","index_number":null,"document_number":null,"issuer":null,"written_on":null,)"
    R"("published_on":null,"valid_until":null,"disclosure":null,"abolished_on":null,"platform":null,"basis":null,)"
    R"("note":null,"reason":null,)" +
    nothing_happened;
const std::string task =
    R"({"kind":"task","id":5,"url":"tasks/5/","plan":1,"edition":1,"office":"999901","name":"登记事项抽查",)"
    R"("year":2024,"cells":{"ratio":"5%"},"drawn":2,"results":2,"open_follow_ups":1,"state":"已完成",)"
    R"("due":{"on":"2024-11-01","clause":"工作要点 三（二）","provisional":false,"state":"met"})";
const std::string draw =
    R"({"kind":"draw","id":6,"url":"draws/6/","task":5,"office":"999901","task_name":"登记事项抽查","year":2024,)"
    R"("number":"第1批","title":null,"agency":null,"drawn_at":"2024-03-05 09:30","method":null,"scope":null,)"
    R"("population":200,"target":2,"ratio":"1%","draw_type":"不定向","inspectors_drawn":null,"matching":null,)"
    R"("confirmed_on":null,"trained_on":null,"notified_on":null,"witnesses":null,"list_public":true,)"
    R"("reveal_on":null,"document_number":null,"published_on":null,"disclosure":null,"note":null,"listed":2,)"
    R"("withheld":1,"revealed":true,)"
    R"("due":{"on":null,"clause":null,"provisional":false,"state":null},)" +
    nothing_happened;
const std::string first_drawn =
    R"({"url":"enterprises/11/99999901MA0000001X.html","draw":6,"position":1,"object":100,)"
    R"("code":"99999901MA0000001X","name":"示例甲商贸有限公司","authority":"甲区市场监管局",)"
    R"("inspectors":["P7Q2","K3M9"],"note":null,"disclosure":null,"state":"已公开结果","result":81,"result_due":)" +
    no_due + R"(,"correction_reason":null})";
const std::string second_drawn =
    R"({"url":"enterprises/46/o101.html","draw":6,"position":2,"object":101,"code":"o101","name":"示例产品",)"
    R"("authority":null,"inspectors":[],"note":null,"disclosure":null,"state":"逾期未公开","result":null,)"
    R"("result_due":{"on":"2024-04-01","clause":"规范 第十条","provisional":true,"state":"overdue"},)"
    R"("correction_reason":null})";
const std::string result =
    R"({"kind":"result","id":81,"url":"results/by-id/0/81.html",)"
    R"("object_url":"enterprises/11/99999901MA0000001X.html","task":5,"task_name":"登记事项抽查","plan":1,)"
    R"("plan_name":"2024年度抽查工作计划","draw":6,"object":100,)" +
    company +
    R"(,"office":"999901","department":7,"department_name":"甲区市场监管局","year":2024,"item":null,)"
    R"("codes":["3","8"],"outcome":"发现问题已责令改正","problem":null,"problem_found":true,"agency":null,)"
    R"("methods":["实地核查"],"inspected_on":null,"finished_on":null,"produced_on":null,"entered_on":null,)"
    R"("audited_on":null,"published_on":"2024-04-01","audit_state":null,"signature":null,"cooperation":null,)"
    R"("record_form":null,"disposal":null,"conclusion_source":null,"disclosure":null,"withheld_reason":null,)"
    R"("withheld_basis":null,"expires_on":null,"note":null,"follow_up_state":"未完结",)"
    R"("published_due":{"on":"2024-04-20","clause":"规范 第十条","provisional":false,"state":"met"},)" +
    nothing_happened;

std::string follow_up(const std::string& head, const std::string& measure, const std::string& due) {
    return R"({"kind":"follow_up",)" + head + R"(,"state":"未完结","office":"999901","task":5,)" +
           R"("task_name":"登记事项抽查",)" + company + R"(,"measure":)" + measure +
           R"(,"transfer":null,"transferred_to":null,"arose_on":"2024-04-01","handled_on":null,"finished_on":null,)"
           R"("published_on":null,"outcome":null,"revisit":null,"agency":null,"disclosure":null,)"
           R"("withheld_reason":null,"withheld_basis":null,"note":null,"due":)" +
           due + "," + nothing_happened + "}";
}
const std::string follow_ups =
    R"("follow_ups":[)" +
    follow_up(R"("id":90,"url":"results/by-id/0/81.html","result":81,"step":1,"latest":false)", R"("责令改正")",
              no_due) +
    "," +
    follow_up(R"("id":91,"url":"results/by-id/0/81.html","result":81,"step":2,"latest":true)", "null",
              R"({"on":"2024-04-29","clause":"工作要点 三（二）","provisional":false,"state":"overdue"})") +
    "]";
const std::string penalty =
    R"({"kind":"penalty","id":95,"url":"enterprises/11/99999901MA0000001X.html","result":81,"object":100,)" + company +
    R"(,"office":"999901","decision_number":"甲市监罚〔2024〕1号","violation":null,"content":null,)"
    R"("category":null,"amount":null,"agency":null,"decided_on":"2024-05-01","published_on":null,)"
    R"("expires_on":null,"warning_only":false,"revoked_on":null,"revoked_reason":null,"disclosure":null,)"
    R"("withheld_reason":null,"withheld_basis":null,"note":null,)" +
    nothing_happened + "}";

// Written once for all tests that only read it.
records::PublicSite& example_site() {
    static const Scratch folder;
    static const Example example = write_example(folder / "public.db");
    static records::PublicSite site(folder / "public.db");
    return site;
}
std::string body(std::string_view kind, std::string_view key) {
    return example_site().body(kind, key).value_or("(nothing)");
}

}  // namespace

TEST_CASE("the site's JSON says who publishes, as of when, and what there is", "[records]") {
    CHECK(
        body("site", "") ==
        R"({"kind":"site","id":null,"url":"","name":"示例公示","base_url":"https://example.invalid/",)"
        R"("publisher":"示例市甲区双随机办","address":null,"phone":null,"email":null,"as_of":"2024-11-20",)"
        R"("program_version":"0.1.0","site_id_code":null,"icp":null,"license":null,"operated_by":null,"police_record":null,)"
        R"("error_report":null,"keywords":null,"demo":true,"preview":false,)"
        R"("publication":3,"totals":)" +
            totals + R"(,"offices":[)" + office + R"(}],"item_lists":[)" + item_list + R"(}],"plans":[)" + plan +
            R"(}],"withheld":)" + withheld + "}\n");
}

TEST_CASE("an office's JSON holds its departments, lists, plans, rules and result lists", "[records]") {
    CHECK(
        body("office", "999901") ==
        office + R"(,"totals":)" + totals + R"(,"departments":[)" + department + R"(],"item_lists":[)" + item_list +
            R"(}],"plans":[)" + plan +
            R"(}],"results":[{"year":2024,"count":2,"url":"results/999901/2024/"}],"rules":[{"office":"999901",)"
            R"("code":"000-14","document":"工作要点","document_number":null,"clause":"三（二）",)"
            R"("requirement":"后续处置二十个工作日内完成","kind":"deadline","subject":null,"start_event":null,)"
            R"("length":20,"unit":"working_day","fixed_date":null,"numerator":null,"denominator":null,)"
            R"("threshold":null,"exception":null,"excepted":null,"effective_on":null,"ended_on":null,"machine_judged":true}],"withheld":)" +
            withheld + "}\n");
}

TEST_CASE("a plan's and a list's JSON lead to their editions, an edition's has its rows", "[records]") {
    const std::string original = plan_edition(0, "null", corrected_once);
    const std::string adjusted = plan_edition(1, R"("提高比例")", nothing_happened);
    CHECK(body("plan", "1") ==
          plan + R"(,"editions":[)" + original + "}," + adjusted + R"(}],"tasks":[)" + task + "}]}\n");
    CHECK(body("plan_edition", "1/0") ==
          original + R"(,"rows":[{"url":"tasks/5/","task":5,"position":1,"cells":{"task_name":"登记事项抽查"},)"
                     R"("correction_reason":null}]})"
                     "\n");
    CHECK(body("plan_edition", "1/1") ==
          adjusted + R"(,"rows":[{"url":"tasks/5/","task":5,"position":1,"cells":{"ratio":"5%"},)"
                     R"("correction_reason":null}]})"
                     "\n");
    CHECK(body("item_list", "2") == item_list + R"(,"editions":[)" + item_list_edition + "}]}\n");
    CHECK(body("item_list_edition", "2/0") ==
          item_list_edition + R"(,"rows":[{"position":1,"cells":{"item":"登记事项检查"},"correction_reason":null}]})"
                              "\n");
}

TEST_CASE("a task's JSON has its row in every edition and its draws", "[records]") {
    const std::string edition = R"("title":"2024年度抽查工作计划","published_on":"2024-02-20","task":5,"position":1,)";
    CHECK(body("task", "5") ==
          task + R"(,"editions":[{"edition":0,"url":"plans/1/0/",)" + edition +
              R"("cells":{"task_name":"登记事项抽查"},"correction_reason":null},{"edition":1,"url":"plans/1/1/",)" +
              edition + R"("cells":{"ratio":"5%"},"correction_reason":null}],"draws":[)" + draw + "}]}\n");
}

TEST_CASE("a draw's JSON has its list", "[records]") {
    CHECK(body("draw", "6") ==
          draw + R"(,"objects_listed":2,"objects_shown":2,"objects":[)" + first_drawn + "," + second_drawn + "]}\n");
}

TEST_CASE("a result's JSON has its follow-ups and penalties", "[records]") {
    CHECK(body("result", "81") == result + "," + follow_ups + R"(,"penalties":[)" + penalty + "]}\n");
    CHECK(body("penalty", "95") == penalty + "\n");
}

TEST_CASE("an enterprise's JSON has its drawings, results with follow-ups, and penalties", "[records]") {
    CHECK(body("enterprise", "99999901MA0000001X") ==
          R"({"kind":"enterprise","id":"99999901MA0000001X","url":"enterprises/11/99999901MA0000001X.html",)"
          R"("object":100,"code":"99999901MA0000001X","object_kind":"企业","name":"示例甲商贸有限公司",)"
          R"("area":"999901","area_name":null,"trade":null,"entity_type":null,"registered_on":null,"status":null,)"
          R"("authority":null,"former_names":["示例旧名商行"],"other_codes":["999901000000017"],"drawn":1,)"
          R"("inspected":1,"open_follow_ups":0,"drawings":[)" +
              draw + R"(,"drawn_object":)" + first_drawn + R"(}],"results":[)" + result + "," + follow_ups +
              R"(}],"penalties":[)" + penalty + "]}\n");
}

TEST_CASE("a record that is not there has no JSON, whatever is asked", "[records]") {
    for (const char* key : {"", "0", "-1", "4711", "081", "81 ", "81x", "9223372036854775808", "1/0", "' OR 1=1 --"})
        for (const char* kind : {"result", "penalty", "draw", "task", "enterprise", "office", "nonsense", ""}) {
            CAPTURE(kind, key);
            CHECK_FALSE(example_site().body(kind, key));
        }
    CHECK_FALSE(example_site().body("result", std::string(1'000'000, '1')));
    CHECK_FALSE(example_site().body("enterprise", "999901000000017"));  // a former code is not the address
    CHECK_FALSE(example_site().body("plan_edition", "1/2"));
}

TEST_CASE("hostile names stand in the JSON as data", "[records]") {
    const Scratch folder;
    const std::string name =
        "<script>alert('1')</script>\"onclick=\\ ]]> =cmd|' /C calc'!A0 \xe2\x80\xae"
        "fdp\n\x01";
    write_example(folder / "public.db", [&](Example& e) { e.enterprise.name = e.first.name = name; });
    records::PublicSite site(folder / "public.db");
    const std::string text = site.body("enterprise", "99999901MA0000001X").value();
    CHECK(nlohmann::json::parse(text).at("name") == name);
    CHECK(nlohmann::json::parse(text).at("drawings")[0].at("drawn_object").at("name") == name);
    CHECK_THAT(text, Catch::Contains(R"("name":"<script>alert('1')</script>\"onclick=\\ ]]> =cmd|' /C calc'!A0 )"
                                     "\xe2\x80\xae"
                                     R"(fdp\n\u0001")"));
    CHECK(nlohmann::json::parse(site.body("draw", "6").value()).at("objects")[0].at("name") == name);
}

TEST_CASE("bytes that are not UTF-8 become the replacement character in JSON", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db", [](Example& e) {
        e.enterprise.name =
            "甲\xff"
            "乙\xe4\xb8";
        e.enterprise.former_names = {"\xc0\xaf"};
        e.task.cells = tests::cells("item", "\xed\xa0\x80丙");
    });
    records::PublicSite site(folder / "public.db");
    const auto enterprise = nlohmann::json::parse(site.body("enterprise", "99999901MA0000001X").value());
    CHECK(enterprise.at("name") == "甲\xef\xbf\xbd乙\xef\xbf\xbd");
    CHECK(enterprise.at("former_names")[0] == "\xef\xbf\xbd\xef\xbf\xbd");
    const auto task = nlohmann::json::parse(site.body("task", "5").value());
    CHECK_THAT(task.at("cells").at("item").get<std::string>(),
               Catch::EndsWith("丙") && Catch::Contains("\xef\xbf\xbd"));
}

TEST_CASE("a tombstone's JSON says when and why, a withheld list says how many", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db", [](Example& e) {
        e.problem.standing.withdrawn_on = "2024-06-01", e.problem.standing.withdrawn_reason = "检查对象录入错误";
        e.clean.standing.expired_on = "2024-09-01";
    });
    records::PublicSite site(folder / "public.db");
    CHECK_THAT(site.body("result", "81").value(),
               Catch::Contains(R"("standing":{"corrected":[],"withdrawn_on":"2024-06-01",)"
                               R"("withdrawn_reason":"检查对象录入错误","expired_on":null})"));
    CHECK_THAT(site.body("result", "80").value(), Catch::Contains(R"("expired_on":"2024-09-01")"));
    CHECK_THAT(site.body("draw", "6").value(), Catch::Contains(R"("withheld":1)"));
}

TEST_CASE("a draw's JSON holds ten thousand rows of its list and says how many there are", "[records]") {
    const Scratch folder;
    const Example example;
    records::PublicWriter writer(folder / "public.db");
    example.write(writer);
    records::PublicDraw large = example.draw;
    large.draw.id = 62, large.draw.draw = 7;
    writer.draw(large);
    records::PublicDrawnObject row = example.second;
    row.row.draw = 7;
    for (int position = 1; position <= records::draw_body_objects + 1; ++position) {
        row.row.id = 1000 + position, row.row.position = position;
        writer.drawn_object(row);
    }
    writer.finish();
    records::PublicSite site(folder / "public.db");
    const auto body = nlohmann::json::parse(site.body("draw", "7").value());
    CHECK(body.at("objects_listed") == 10'001);
    CHECK(body.at("objects_shown") == 10'000);
    CHECK(body.at("objects").size() == 10'000);
    int streamed = 0;
    site.each_drawn_object(7, [&](const records::PublicDrawnObject& one) { streamed += one.row.draw == 7; });
    CHECK(streamed == 10'001);
}
