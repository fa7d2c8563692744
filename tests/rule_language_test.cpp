#include "generator/duties/rule_language.h"

#include <catch2/catch.hpp>

using namespace duties;

namespace {

Expression read(std::string_view text) {
    const auto answer = read_expression(text);
    if (const auto* wrong = std::get_if<Unreadable>(&answer)) FAIL(std::string(text) + ": " + wrong->sentence());
    return std::get<Expression>(answer);
}

Unreadable refused(std::string_view text) {
    const auto answer = read_expression(text);
    INFO(text);
    REQUIRE(std::holds_alternative<Unreadable>(answer));
    return std::get<Unreadable>(answer);
}

bool holds(std::string_view text, const std::vector<std::pair<std::string_view, std::string_view>>& row) {
    const Expression expression = read(text);
    std::vector<std::string_view> values(table_of(expression.noun).columns.size());
    for (const auto& [key, value] : row) values[column_index(expression.noun, key)] = value;
    return satisfies(expression.conditions, expression.noun, values);
}

}  // namespace

TEST_CASE("an expression is a noun with conditions that must all hold", "[rules]") {
    const Expression expression = read("任务[是否联合检查=是,信用风险分类监管要求=有]");
    CHECK(expression.noun == Noun::task);
    REQUIRE(expression.conditions.size() == 2);
    CHECK(expression.conditions[0] == Condition{column_index(Noun::task, "joint"), Comparison::equal, {"是"}});
    CHECK(expression.conditions[1] == Condition{column_index(Noun::task, "credit_risk"), Comparison::present, {}});
    CHECK(read("任务").conditions.empty());
    CHECK(read("申报数[上年底企业数]").figure == "上年底企业数");
    CHECK(read("抽中对象[任务.是否联合检查=是]").conditions[0].column ==
          column_index(Noun::drawn_object, "task.joint"));
    CHECK(read("检查（户次）").noun == Noun::inspection);
}

TEST_CASE("signs are read in every width and spelling a keyboard gives", "[rules]") {
    const Expression expected = read("对象[本年检查次数≥1,类别=企业或个体工商户]");
    for (const char* written :
         {"对象［本年检查次数＞＝１，类别＝企业或个体工商户］", "对象【本年检查次数>=1；类别=企业 或 个体工商户】",
          " 检查对象 [ 本年检查次数 => 1 , 对象类别 = “企业” 或 企业或个体工商户 ] "}) {
        INFO(written);
        CHECK(read(written) == expected);
    }
    CHECK(to_text(expected) == "对象[本年检查次数≥1,对象类别=企业或个体工商户]");
    CHECK(read("任务[是否联合<>是]") == read("任务[是否联合检查!=是]"));
}

TEST_CASE("a value in quotation marks may hold signs and 或", "[rules]") {
    const Expression expression = read("抽取[抽取方式=“摇号[甲,乙]或抽签”]");
    CHECK(expression.conditions[0].values == std::vector<std::string>{"摇号[甲,乙]或抽签"});
    CHECK(read(to_text(expression)) == expression);
    CHECK(read("抽取[抽取方式=“有”]").conditions[0].values == std::vector<std::string>{"有"});
}

TEST_CASE("an unknown word is answered with its place and the nearest known words", "[rules]") {
    const Unreadable noun = refused("任物[是否联合检查=是]");
    CHECK(noun.word == "任物");
    CHECK(noun.at == 1);
    REQUIRE_FALSE(noun.nearest.empty());
    CHECK(noun.nearest[0] == "任务");

    const Unreadable column = refused("任务[是否联合检=是]");
    CHECK(column.word == "是否联合检");
    CHECK(column.at == 4);
    CHECK(column.nearest[0] == "是否联合检查");
    CHECK(column.sentence().starts_with("第 4 个字“是否联合检”：任务没有这一栏；是不是“是否联合检查”"));

    const Unreadable value = refused("结果[公开方式=不公开]");
    CHECK(value.word == "不公开");
    CHECK(value.at == 9);
    CHECK(value.nearest[0] == "不予公开");
}

TEST_CASE("what is no expression is refused with a reason", "[rules]") {
    const std::vector<std::pair<const char*, const char*>> wrong{
        {"", "这里应当写数什么"},
        {"任务[", "任务的一栏"},
        {"任务[]", "任务的一栏"},
        {"任务[是否联合检查]", "= ≠"},
        {"任务[是否联合检查=]", "没有写值"},
        {"任务[是否联合检查=是", "逗号或右方括号"},
        {"任务[是否联合检查=是]]", "不应再有内容"},
        {"任务[是否联合检查=是]任务", "不应再有内容"},
        {"任务[[是否联合检查=是]]", "任务的一栏"},
        {"任务 计划", "不认识的名词"},
        {"任务=1", "方括号中的条件"},
        {"任务[是否联合检查≥是]", "不是数字或日期"},
        {"任务[抽中户数≥很多]", "整数"},
        {"任务[抽中户数≥1或2]", "只能有一个值"},
        {"任务[抽中户数≥有]", "单独跟在"},
        {"任务[检查依据=有或宪法]", "相连"},
        {"任务[完成日期≥2026-02-30]", "日期"},
        {"任务[检查依据=“宪法]", "引号"},
        {"申报数", "方括号中写它的名称"},
        {"申报数[]", "没有写申报数的名称"},
        {"申报数[甲=乙]", "右方括号"},
        {"对象[信用风险类别=A]", "没有这一栏"},
    };
    for (const auto& [text, reason] : wrong) {
        INFO(text);
        CHECK(refused(text).reason.find(reason) != std::string::npos);
    }
}

TEST_CASE("expressions are bounded", "[rules]") {
    std::string many = "任务[";
    for (int i = 0; i < 21; ++i) many += i == 0 ? "部门=有" : ",部门=有";
    CHECK(refused(many + "]").reason.find("条件太多") != std::string::npos);
    std::string values = "任务[部门=甲";
    for (int i = 0; i < 21; ++i) values += "或" + std::to_string(i);
    CHECK(refused(values + "]").reason.find("值太多") != std::string::npos);
    CHECK(refused("任务[部门=" + std::string(600, 'x') + "]").reason.find("太长") != std::string::npos);
}

TEST_CASE("a row satisfies conditions by what its cells say", "[rules]") {
    CHECK(holds("任务[是否联合检查=是]", {{"joint", "是"}}));
    CHECK_FALSE(holds("任务[是否联合检查=是]", {}));
    CHECK_FALSE(holds("任务[是否联合检查=否]", {}));
    CHECK(holds("任务[是否联合检查≠是]", {}));
    CHECK(holds("任务[检查依据=有]", {{"basis", "某条例第三条"}}));
    CHECK_FALSE(holds("任务[检查依据=有]", {{"basis", "无"}}));
    CHECK(holds("任务[检查依据=无]", {}));
    CHECK(holds("任务[检查依据≠有]", {{"basis", "无"}}));
    CHECK(holds("结果[检查记录表=有]", {{"record_form", "有"}}));
    CHECK_FALSE(holds("结果[检查记录表=有]", {{"record_form", "无"}}));
}

TEST_CASE("numbers and days are compared as such, and a blank is neither more nor less", "[rules]") {
    CHECK(holds("对象[本年检查次数≤9]", {{"visits", "9"}}));
    CHECK(holds("对象[本年检查次数>9]", {{"visits", "10"}}));
    CHECK_FALSE(holds("对象[本年检查次数≤9]", {{"visits", "10"}}));
    CHECK_FALSE(holds("对象[本年检查次数<9]", {{"visits", "9"}}));
    CHECK_FALSE(holds("对象[本年检查次数≤9]", {}));
    CHECK(holds("对象[本年检查次数=1]", {{"visits", "1"}}));
    CHECK(holds("结果[公示日期≤2026年11月1日]", {{"published_on", "2026-11-01"}}));
    CHECK_FALSE(holds("结果[公示日期<2026-11-01]", {{"published_on", "2026-11-01"}}));
    CHECK_FALSE(holds("结果[公示日期≥2026-11-01]", {}));
}

TEST_CASE("a column of several texts satisfies a condition with any of them", "[rules]") {
    CHECK(holds("结果[检查方式=实地检查]", {{"methods", "书面检查、实地检查"}}));
    CHECK_FALSE(holds("结果[检查方式=实地]", {{"methods", "书面检查、实地检查"}}));
    CHECK_FALSE(holds("结果[检查方式≠实地检查]", {{"methods", "书面检查、实地检查"}}));
    CHECK(holds("抽取[匹配方式=直接委派或邻区匹配]", {{"matching", "邻区匹配"}}));
}
