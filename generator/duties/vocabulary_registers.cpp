// What is kept up to date rather than recorded: objects, inspectors, reports handed in, declared figures.
#include "generator/duties/vocabulary_tables.h"
#include "records/result_codes.h"

namespace duties {

namespace {

constexpr ColumnType number = ColumnType::number, date = ColumnType::date, choice = ColumnType::choice,
                     list = ColumnType::list;

}  // namespace

// 信用风险类别 of an object is no column: a figure by class would tell the class of whoever is listed under it.
NounTable object_words() {
    return {.noun = Noun::object,
            .key = "object",
            .term = "对象",
            .measure = "户",
            .columns =
                {{.key = "object_kind",
                  .term = "对象类别",
                  .type = choice,
                  .choices = {records::object_kinds.begin(), records::object_kinds.end()},
                  .also = {"类别"}},
                 {.key = "name", .term = "对象名称", .also = {"名称"}},
                 {.key = "area", .term = "行政区划代码"},
                 {.key = "trade", .term = "行业代码"},
                 {.key = "entity_type", .term = "主体类型"},
                 {.key = "field", .term = "监管领域"},
                 {.key = "registered_on", .term = "成立日期", .type = date},
                 {.key = "status", .term = "登记状态"},
                 {.key = "authority", .term = "登记机关"},
                 {.key = "tags", .term = "标签", .type = list},
                 {.key = "drawn", .term = "本年抽中", .type = choice, .choices = yes_or_no},
                 {.key = "times_drawn", .term = "本年抽中次数", .type = number},
                 {.key = "visits", .term = "本年检查次数", .type = number, .meaning = "户次：几个部门联合检查只算一次"},
                 {.key = "problem_found", .term = "本年发现问题", .type = choice, .choices = yes_or_no}},
            .also = {"检查对象"},
            .meaning = "检查对象名录库中的一户；只有截至日期所在的年度"};
}

NounTable inspector_words() {
    return {.noun = Noun::inspector,
            .key = "inspector",
            .term = "检查人员",
            .measure = "名",
            .columns = {{.key = "department", .term = "部门"},
                        {.key = "qualification", .term = "执法资质"},
                        {.key = "fields", .term = "执法领域", .type = list},
                        {.key = "skills", .term = "业务专长", .type = list},
                        {.key = "expert", .term = "是否专家", .type = choice, .choices = yes_or_no},
                        {.key = "status", .term = "状态", .type = choice, .choices = {"在岗", "停用"}}},
            .also = {"执法检查人员", "执法人员"},
            .meaning = "执法检查人员名录库中的一人，只以化名列出；只有截至日期所在的年度"};
}

NounTable report_words() {
    return {.noun = Noun::report,
            .key = "report",
            .term = "报送",
            .measure = "份",
            .columns = {{.key = "report", .term = "报送名称"},
                        {.key = "period", .term = "期间"},
                        {.key = "department", .term = "部门"},
                        {.key = "task_name", .term = "任务名称", .meaning = "为某一任务报送的"},
                        {.key = "submitted_on", .term = "报送日期", .type = date},
                        {.key = "document_number", .term = "文号"}},
            .also = {"报送记录"},
            .meaning = "报送记录的一行：月报、季报、年报、总结等"};
}

NounTable declared_words() {
    return {.noun = Noun::declared,
            .key = "declared",
            .term = "申报数",
            .measure = "",
            .columns = {},
            .also = {},
            .meaning = "申报的一个数字，方括号中写它的名称；数据中没有的分母用它，公开时注明来源"};
}

}  // namespace duties
