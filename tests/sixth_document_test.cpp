// A sixth policy document, made up, that uses only words the program knows: imported and judged without a change of it.
#include <catch2/catch.hpp>

#include "tests/counted_office.h"
#include "tests/import_case.h"

using duties::Finding;
using duties::Noun;
using duties::Standing;

namespace {

const char* const sheet =
    "规则编号,文件名称,文号,条款,要求,规则类型,规则对象,起算事件,期限长度,期限单位,固定日期,分子,分母,例外条件,例外,"
    "阈值,是否自动判断\n"
    "006-1,第六号办法,示例〔2026〕6号,第三条,综合查一次不少于四分之一,比例,综合查一次,,,,12-31,任务[是否综合查一次=是],"
    "任务,"
    "任务[任务来源=临时任务],临时任务除外,≥25%,是\n"
    "006-2,第六号办法,示例〔2026〕6号,第四条,一年不重复检查,步骤,重复检查,,,,,对象[本年检查次数>1],对象[本年检查次数≥1]"
    ",,,≤10%,是\n"
    "006-3,第六号办法,示例〔2026〕6号,第五条,结果五个工作日内录入,期限,结果录入,检查完毕,5,工作日,,,,,,,是\n"
    "006-4,第六号办法,示例〔2026〕6号,第六条,联合检查占户次的三成,比例,联合户次,,,,,检查[是否联合=是],检查,,,≥30%,是\n"
    "006-5,第六号办法,示例〔2026〕6号,第七条,季报,期限,季报,,,固定日期,\"04-10、07-10、10-10\",,,,,,是\n"
    "006-6,第六号办法,示例〔2026〕6号,第八条,加强宣传,职责,宣传,,,,,,,,,,否\n";

std::vector<tests::OfficeRow> rows() {
    std::vector<tests::OfficeRow> all;
    for (records::Id id = 1; id <= 4; ++id) {
        all.push_back(
            {.noun = Noun::task,
             .id = id,
             .values = {{"comprehensive", id == 1 ? "是" : "否"}, {"source", id == 4 ? "临时任务" : "年度计划"}}});
        all.push_back({.noun = Noun::object, .id = id, .values = {{"visits", id == 4 ? "2" : "1"}}});
        all.push_back({.noun = Noun::inspection, .id = id, .values = {{"joint", id <= 2 ? "是" : "否"}}});
        all.push_back(
            {.noun = Noun::result, .id = id, .values = {{"finished_on", "2026-11-02"}, {"entered_on", "2026-11-09"}}});
    }
    all.push_back({.noun = Noun::report,
                   .id = 1,
                   .values = {{"report", "季报"}, {"period", "2026-Q1"}, {"submitted_on", "2026-04-10"}}});
    return all;
}

}  // namespace

TEST_CASE("a sixth document in known words is imported and judged", "[rules][import]") {
    tests::ImportCase office;
    const auto report = office.import(office.write("rules.csv", sheet), {{"office", "999901"}});
    INFO(tests::told(report));
    REQUIRE_FALSE(report.failed());
    CHECK(report.kind == "rules");
    CHECK(report.added == 6);

    const tests::Judgement judgement{office.portal.rules(), rows()};
    std::map<std::string, Finding> findings;
    for (const Finding& finding : judgement.findings()) findings[finding.rule] = finding;
    REQUIRE(findings.size() == 5);  // 006-6 is a person's to judge
    CHECK(findings["006-1"].numerator == 1);
    CHECK(findings["006-1"].denominator == 3);
    CHECK(findings["006-1"].standing == Standing::met);
    CHECK(findings["006-2"].numerator == 1);
    CHECK(findings["006-2"].denominator == 4);
    CHECK(findings["006-2"].standing == Standing::not_met);
    CHECK(findings["006-3"].numerator == 4);
    CHECK(findings["006-3"].standing == Standing::met);
    CHECK(findings["006-4"].numerator == 2);
    CHECK(findings["006-4"].standing == Standing::met);
    CHECK(findings["006-5"].numerator == 1);
    CHECK(findings["006-5"].denominator == 3);
    CHECK(findings["006-5"].standing == Standing::not_met);
}
