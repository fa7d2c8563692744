// The sheets that rules are judged with besides the facts: declared figures, exceptions, reports handed in.
#include "records/field_tables.h"

namespace records {

std::vector<Field> declared_figure_fields() {
    return {
        {.name = "name",
         .term = "申报数名称",
         .required = true,
         .spellings = {"申报数", "指标名称", "数据名称"},
         .explanation = "申报的是什么数；与规则中“申报数[…]”方括号里的名称一致。"},
        {.name = "year",
         .term = "年度",
         .type = FieldType::integer,
         .required = true,
         .spellings = {"年份", "所属年度"},
         .explanation = "用于哪一年度的规则；上年底企业数写判断的那一年，不写上年。"},
        {.name = "department",
         .term = "部门",
         .spellings = {"部门名称", "申报部门"},
         .explanation = "某一部门的数写部门全称；整个区县的留空。"},
        {.name = "value",
         .term = "数值",
         .type = FieldType::integer,
         .required = true,
         .spellings = {"数量", "申报数值", "申报值"},
         .explanation = "一个整数，不带单位。"},
        {.name = "as_of",
         .term = "截至日期",
         .type = FieldType::date,
         .spellings = {"截止日期", "统计日期", "数据日期"},
         .explanation = "数值截至哪一天。"},
        {.name = "source",
         .term = "来源",
         .required = true,
         .spellings = {"数据来源", "出处", "来源依据"},
         .explanation = "数值从哪里来，例如某年统计年报；随数字一并公开。"},
        note_field(),
    };
}

std::vector<Field> rule_exception_fields() {
    std::vector<Field> fields{
        {.name = "rule",
         .term = "规则编号",
         .required = true,
         .spellings = {"规则", "规则代码"},
         .explanation = "是哪一条规则的例外；与规则表中的编号一致。"},
    };
    append_task_keys(fields);
    fields.push_back({.name = "draw_number",
                      .term = "抽取批次",
                      .spellings = {"批次", "抽取编号", "批次号"},
                      .explanation = "只有某一次抽取是例外的，写任务和批次。"});
    fields.push_back(code_field(false));
    fields.push_back({.name = "reason",
                      .term = "理由",
                      .required = true,
                      .spellings = {"例外理由", "例外原因", "原因", "特殊情况"},
                      .explanation = "为什么是例外；公开，不要写个人信息。"});
    fields.push_back({.name = "basis",
                      .term = "例外依据",
                      .spellings = {"依据", "政策依据"},
                      .explanation = "依据哪份文件或哪一条款。"});
    fields.push_back({.name = "decided_on",
                      .term = "决定日期",
                      .type = FieldType::date,
                      .spellings = {"认定日期", "批准日期"},
                      .explanation = "哪一天决定的。"});
    return fields;
}

std::vector<Field> report_fields() {
    std::vector<Field> fields{
        {.name = "name",
         .term = "报送名称",
         .required = true,
         .spellings = {"报送种类", "报表名称", "报告名称", "材料名称"},
         .explanation = "月报、季报、半年报、年报、总结、计划报送、名单报送之一。"},
        {.name = "period",
         .term = "期间",
         .spellings = {"报送期间", "所属期间", "报告期", "所属期"},
         .explanation = "2026-10、2026年第三季度、2026；为某一任务报送的留空，写任务。"},
    };
    append_task_keys(fields);
    fields.push_back({.name = "department",
                      .term = "部门",
                      .spellings = {"报送部门", "报送单位", "部门名称"},
                      .explanation = "哪个部门报送的；区县自己报送的留空。"});
    fields.push_back({.name = "submitted_on",
                      .term = "报送日期",
                      .type = FieldType::date,
                      .required = true,
                      .spellings = {"上报日期", "报出日期", "提交日期"},
                      .explanation = "报出的日期。"});
    fields.push_back({.name = "document",
                      .term = "文号",
                      .spellings = {"发文字号", "文件编号"},
                      .explanation = "报送文件的文号；没有的留空。"});
    return fields;
}

}  // namespace records
