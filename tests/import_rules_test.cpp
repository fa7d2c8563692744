#include <catch2/catch.hpp>

#include "tests/import_case.h"

using tests::Context;
using tests::errors;
using tests::holds;
using tests::ImportCase;

namespace {

const Context office{{"office", "999901"}};
const std::string header =
    "规则编号,文件名称,要求,规则类型,规则对象,起算事件,期限长度,期限单位,固定日期,分子,分母,例外条件,阈值,施行日期,"
    "失效日期,"
    "是否自动判断\n";

/// The errors of a sheet with this one rule; cells from 规则类型 on.
std::string errors_of(const std::string& cells) {
    ImportCase office_case;
    const auto report =
        office_case.import(office_case.write("rules.csv", header + "1-1,某办法,某要求," + cells + "\n"), office);
    const std::string text = errors(report);
    CHECK(report.failed() == !text.empty());
    CHECK(office_case.select("SELECT count(*) FROM rule") == (text.empty() ? "1\n" : "0\n"));
    return text;
}

}  // namespace

TEST_CASE("rules are kept in the standard spelling of what they say", "[import][rules]") {
    ImportCase office_case;
    const auto report = office_case.import(
        office_case.write(
            "rules.csv",
            header + "1-1,某办法,联合,比例,,,,,12月31日,任务[ 是否联合 = 是 ],抽查任务,\"任务［任务来源＝临时任务］\","
                     "不低于15％,2026年1月1日,,是\n"
                     "1-2,某办法,公示,期限,结果,检查完成,７,天,,,,,,,,是\n"
                     "1-3,某办法,总结,期限,工作总结,,,固定日期,\"6月20日、4月1日\",,,,,,,是\n"
                     "1-4,某办法,建库,期限,名录库建设,,,固定日期,03-31,,,,,,,否\n"),
        office);
    CHECK(errors(report).empty());
    CHECK(office_case.select("SELECT code, subject, start_event, length, unit, fixed_date, numerator, denominator, "
                             "excepted, threshold, effective_on, machine_judged FROM rule ORDER BY code") ==
          "1-1|||||12-31|任务[是否联合检查=是]|任务|任务[任务来源=临时任务]|≥15%|2026-01-01|1\n"
          "1-2|结果公示|检查完毕|7|日||||||"
          "|1\n"
          "1-3|总结|||固定日期|04-01、06-20|||||"
          "|1\n"
          "1-4|名录库建设|||固定日期|03-31|||||"
          "|0\n");
}

TEST_CASE("a word that rules do not know is an error with its row, column and the nearest words", "[import][rules]") {
    CHECK(errors_of("比例,,,,,,任务[是否联合检=是],任务,,≥15%,,,是") ==
          "rules 2:10 分子「任务[是否联合检=是]」第 4 个字“是否联合检”：任务没有这一栏；是不是“是否联合检查”"
          " → 可以写的词见 docs/rules.md\n");
    const std::string noun = errors_of("比例,,,,,,任务[是否联合检查=是],任物,,≥15%,,,是");
    CHECK(holds(noun, "2:11 分母「任物」"));
    CHECK(holds(noun, "是不是“任务”"));
    CHECK(holds(errors_of("比例,,,,,,任务,任务,任务[来源=临时],≥15%,,,是"), "2:12 例外条件"));
    CHECK(holds(errors_of("比例,,,,,,任务,任务,,大部分,,,是"), "2:13 阈值「大部分」不是阈值"));
    CHECK(holds(errors_of("期限,结果公布,检查完毕,7,工作日,,,,,,,,是"), "规则对象“结果公布” → 是不是 "));
    CHECK(
        holds(errors_of("期限,结果公示,检查完了,7,工作日,,,,,,,,是"), "不认识的起算事件“检查完了” → 是不是 检查完毕"));
    CHECK(holds(errors_of("期限,结果公示,检查完毕,7,周,,,,,,,,是"), "不认识的期限单位“周”"));
    CHECK(holds(errors_of("期限,计划公布,,,固定日期,三月底,,,,,,,是"), "固定日期「三月底」"));
    CHECK(holds(errors_of("比率,,,,,,任务,任务,,≥15%,,,是"), "不认识的规则类型“比率”"));
    CHECK(holds(errors_of("职责,,,,,,企业[年报=有],,,,,,否"), "不认识的名词"));  // also where nobody judges by it
}

TEST_CASE("a rule that a machine is to judge must say what by", "[import][rules]") {
    CHECK(holds(errors_of("比例,,,,,,,,,≥15%,,,是"), "自动判断，却没有写分子"));
    CHECK(holds(errors_of("比例,,,,,,,任务,,≥15%,,,是"), "写了分母，没有写分子"));
    CHECK(holds(errors_of("比例,,,,,,任务,,,≥15%,,,是"), "阈值是百分比，没有写分母"));
    CHECK(holds(errors_of("期限,结果公示,,,,,,,,,,,是"), "没有期限"));
    CHECK(holds(errors_of("期限,结果公示,检查完毕,,工作日,,,,,,,,是"), "没有期限"));
    CHECK(holds(errors_of("期限,计划公布,检查完毕,7,工作日,,,,,,,,是"), "可以从 计划制定 起算"));
    CHECK(holds(errors_of("期限,结果公示,检查完毕,7,工作日,,,结果,,,,,是"), "期限规则不写分母"));
    CHECK(holds(errors_of("期限,结果公示,检查完毕,7,工作日,,任务,,,,,,是"), "应当数“结果”"));
    CHECK(holds(errors_of("期限,结果公示,检查完毕,7,工作日,,,,,=0,,,是"), "百分比"));
    CHECK(holds(errors_of("期限,月报,,,固定日期,每月20,报送,,,,,,是"), "不能再写条件"));
    CHECK(holds(errors_of("比例,,,,,,任务,对象,,≥15%,,,是"), "应当数“任务”"));
    CHECK(holds(errors_of("比例,,,,,,申报数[甲],任务,,≥15%,,,是"), "分母也应是申报数"));
    CHECK(holds(errors_of("比例,,,,,每月20,任务[有结果=是],任务,,≥15%,,,是"), "只能写一个固定日期"));
    CHECK(holds(errors_of("比例,,,,,,任务,任务,,≥15%,2026-02-01,2026-01-31,是"), "失效日期早于施行日期"));
    CHECK(errors_of("比例,,,,,,对象[本年抽中=是],申报数[企业数],,≥5%,,,是").empty());
    CHECK(errors_of("状态,,,,,,申报数[投诉数],,,=0,,,是").empty());
    CHECK(errors_of("职责,,,,,,,,,,,,否").empty());
}

TEST_CASE("nothing of a rule sheet with one wrong word is kept", "[import][rules]") {
    ImportCase office_case;
    const auto file = office_case.write("rules.csv", header +
                                                         "1-1,某办法,某要求,比例,,,,,,任务,任务,,≥15%,,,是\n"
                                                         "1-2,某办法,某要求,比例,,,,,,任物,任务,,≥15%,,,是\n");
    const std::string before = office_case.contents();
    CHECK(office_case.import(file, office).failed());
    CHECK(office_case.contents() == before);
}
