#include <catch2/catch.hpp>

#include "tests/import_case.h"

using tests::Context;
using tests::errors;
using tests::holds;
using tests::ImportCase;

namespace {

const Context office{{"office", "999901"}};

/// An office with two rules, a plan of two tasks, an object and a draw of the first task.
ImportCase& with_tasks(ImportCase& office_case) {
    const auto import = [&](const std::string& name, const std::string& sheet, const Context& context) {
        const auto report = office_case.import(office_case.write(name, sheet), context);
        INFO(tests::told(report));
        REQUIRE_FALSE(report.failed());
    };
    import("rules.csv",
           "规则编号,文件名称,要求,规则类型,分子,分母,阈值,是否自动判断\n"
           "000-6a,某办法,联合,比例,任务[是否联合检查=是],任务,≥80%,是\n",
           office);
    import("plan.csv", "抽查任务编号,抽查任务名称,抽查事项\n1001,登记检查,登记事项\n1002,价格检查,价格\n",
           tests::plan_context());
    import("draws.csv",
           "抽查任务编号,抽取批次,抽取时间,检查对象名称,统一社会信用代码\n1001,第1批,2026-03-02,示例甲商贸有限公司," +
               tests::fictional_code(1) + "\n",
           office);
    return office_case;
}

std::string errors_of(ImportCase& office_case, const std::string& sheet, const Context& context = office) {
    const std::string before = office_case.contents();
    const auto report = office_case.import(office_case.write("sheet.csv", sheet), context);
    CHECK(office_case.contents() == before);
    return errors(report);
}

}  // namespace

TEST_CASE("declared figures are kept by name, year and department, with their source", "[import][duties]") {
    ImportCase office_case;
    const auto file = office_case.write("figures.csv",
                                        "申报数名称,年度,部门,数值,截至日期,来源,备注\n"
                                        "上年底企业数,2026,,\"12,345\",2025-12-31,2025年统计年报,\n"
                                        "具有执法资格人数,2026,乙区公安局,18,2026年3月1日,部门台账,含借调\n");
    const auto report = office_case.import(file, office);
    CHECK(report.kind == "declared-figures");
    CHECK(errors(report).empty());
    CHECK(report.added == 2);
    const std::string kept = office_case.select(
        "SELECT name, year, department, value, as_of, source, note FROM declared_figure ORDER BY id");
    CHECK(kept ==
          "上年底企业数|2026||12345|2025-12-31|2025年统计年报|\n"
          "具有执法资格人数|2026|乙区公安局|18|2026-03-01|部门台账|含借调\n");
    CHECK_FALSE(office_case.import(file, office).batch);
    const auto newer = office_case.import(
        office_case.write("newer.csv", "申报数名称,年度,数值,来源\n上年底企业数,2026,12400,更正后的年报\n"), office);
    REQUIRE(newer.batch);
    CHECK(office_case.select("SELECT value FROM declared_figure WHERE department=''") == "12400\n");
    office_case.portal.undo_batch(*newer.batch);
    CHECK(office_case.select("SELECT name, year, department, value, as_of, source, note FROM declared_figure ORDER BY "
                             "id") == kept);
}

TEST_CASE("a declared figure needs a year, a whole number and a source", "[import][duties]") {
    ImportCase office_case;
    const auto wrong = [&](const std::string& row) {
        return errors_of(office_case, "申报数名称,年度,部门,数值,来源\n" + row + "\n");
    };
    CHECK(holds(wrong("企业数,2026,,100,"), "来源"));
    CHECK(holds(wrong("企业数,,,100,年报"), "没有写年度"));
    CHECK(holds(wrong("企业数,26,,100,年报"), "不是一个年度"));
    CHECK(holds(wrong("企业数,2026,,很多,年报"), "数值「很多」"));
    CHECK(holds(wrong("企业数,2026,,-1,年报"), "数值「-1」"));
    CHECK(holds(wrong("企业数,2026,乙区公安,100,年报"), "没有这个部门：乙区公安 → 最接近的有：乙区公安局"));
    CHECK(holds(wrong("企业数,2026,,100,年报\n企业数,2026,,101,年报"), "在本文件里出现两次"));
}

TEST_CASE("an exception names a task, a draw or an object, and its reason", "[import][duties]") {
    ImportCase office_case;
    with_tasks(office_case);
    const auto report =
        office_case.import(office_case.write("exceptions.csv",
                                             "规则编号,任务编号,任务名称,抽取批次,统一社会信用代码,理由,依据,决定日期\n"
                                             "000-6a,1002,,,,专业性强，只能单独检查,某办法第三条,2026-03-01\n"
                                             "000-6a,,登记检查,第1批,,分批进行,,\n"
                                             "000-6a,,,," +
                                                 tests::fictional_code(1) + ",已注销,,\n"),
                           office);
    CHECK(report.kind == "rule-exceptions");
    CHECK(errors(report).empty());
    CHECK(office_case.select("SELECT rule, kind, record, reason, basis, decided_on FROM rule_exception ORDER BY id") ==
          "000-6a|task|2|专业性强，只能单独检查|某办法第三条|2026-03-01\n"
          "000-6a|draw|1|分批进行||\n"
          "000-6a|object|1|已注销||\n");
}

TEST_CASE("an exception of what is not there is refused", "[import][duties]") {
    ImportCase office_case;
    with_tasks(office_case);
    const auto wrong = [&](const std::string& row) {
        return errors_of(office_case, "规则编号,任务编号,抽取批次,统一社会信用代码,理由\n" + row + "\n");
    };
    CHECK(holds(wrong("000-6,1002,,,理由"), "没有编号为“000-6”的规则 → 最接近的有：000-6a"));
    CHECK(holds(wrong("000-6a,1003,,,理由"), "计划里没有这个任务"));
    CHECK(holds(wrong("000-6a,1002,第1批,,理由"), "没有批次为“第1批”的抽取"));
    CHECK(holds(wrong("000-6a,,,,理由"), "没有写明什么是例外"));
    CHECK(holds(wrong("000-6a,1001,," + tests::fictional_code(1) + ",理由"), "一行只能写一样"));
    CHECK(holds(wrong("000-6a,,," + tests::fictional_code(2) + ",理由"), "对象库里没有这个代码"));
    CHECK(holds(wrong("000-6a,1001,,,"), "理由"));
}

TEST_CASE("reports handed in are kept by name, period or task, and department", "[import][duties]") {
    ImportCase office_case;
    with_tasks(office_case);
    const auto report = office_case.import(office_case.write("reports.csv",
                                                             "报送名称,期间,任务编号,部门,报送日期,文号\n"
                                                             "月报表,2026年9月,,乙区公安局,2026-09-18,\n"
                                                             "季报,2026年第三季度,,,2026-10-09,乙双随机办〔2026〕9号\n"
                                                             "年报,2025年度,,,2025-12-24,\n"
                                                             "工作总结,,1001,,2026-10-20,\n"),
                                           office);
    CHECK(report.kind == "reports");
    CHECK(errors(report).empty());
    CHECK(office_case.select("SELECT name, period, task, department, submitted_on, document FROM handed_in_report "
                             "ORDER BY id") ==
          "月报|2026-09|0|乙区公安局|2026-09-18|\n"
          "季报|2026-Q3|0||2026-10-09|乙双随机办〔2026〕9号\n"
          "年报|2025|0||2025-12-24|\n"
          "总结||1||2026-10-20|\n");
}

TEST_CASE("a report that no rule could ask for is refused", "[import][duties]") {
    ImportCase office_case;
    with_tasks(office_case);
    const auto wrong = [&](const std::string& row) {
        return errors_of(office_case, "报送名称,期间,任务编号,部门,报送日期\n" + row + "\n");
    };
    CHECK(holds(wrong("旬报,2026-09,,,2026-09-18"), "不认识的报送名称“旬报” → 应是 月报"));
    CHECK(holds(wrong("月报,九月,,,2026-09-18"), "不是一个期间"));
    CHECK(holds(wrong("月报,2026-13,,,2026-09-18"), "不是一个期间"));
    CHECK(holds(wrong("月报,,,,2026-09-18"), "没有写期间"));
    CHECK(holds(wrong("总结,2026-09,1001,,2026-09-18"), "只能写一样"));
    CHECK(holds(wrong("月报,2026-09,,,"), "报送日期"));
    CHECK(holds(wrong("月报,2026-12,,,2026-12-18"), "报送日期晚于今天"));
    CHECK(holds(wrong("月报,2026-09,,某局,2026-09-18"), "没有这个部门"));
}
