#include "records/field_tables.h"

namespace records {

Field disclosure_field() {
    return {.name = "disclosure",
            .term = "公开方式",
            .type = FieldType::choice,
            .spellings = {"公开属性", "公开类型", "公开形式", "是否公开", "信息公开方式"},
            .explanation = "主动公开的才出现在网站上；依申请公开和不予公开的只计数。",
            .source = "《中华人民共和国政府信息公开条例》第十三条至第十六条",
            .choices = {"主动公开", "依申请公开", "不予公开"}};
}

Field note_field() {
    return {.name = "note",
            .term = "备注",
            .spellings = {"说明", "备注说明", "其他说明", "备注信息", "remark", "remarks"},
            .explanation = "随该行一并公开的说明；不要写个人信息。"};
}

Field serial_field() {
    return {.name = "serial",
            .term = "序号",
            .spellings = {"编号", "顺序号", "项号", "行号", "No", "No."},
            .explanation = "原表中的序号，照写，不作为编号使用。"};
}

Field code_field(bool required) {
    return {.name = "code",
            .term = "统一社会信用代码",
            .type = FieldType::code,
            .required = required,
            .spellings = {"统一社会信用代码/注册号",
                          "统一社会信用代码或注册号",
                          "统一社会信用代码(注册号)",
                          "社会信用代码",
                          "信用代码",
                          "统一信用代码",
                          "统一代码",
                          "信用代码/注册号",
                          "注册号/统一社会信用代码",
                          "注册号/信用代码",
                          "企业统一社会信用代码",
                          "主体代码",
                          "主体身份代码",
                          "统一社会信用代码证号",
                          "机构代码",
                          "uscc",
                          "unified social credit code",
                          "credit code",
                          "uniscid",
                          "pripid"},
            .explanation = "18 位统一社会信用代码；只有 15 位注册号的旧名单照写，会标出。",
            .source = "GB 32100 法人和其他组织统一社会信用代码编码规则"};
}

Field object_name_field() {
    return {.name = "name",
            .term = "检查对象名称",
            .required = true,
            .spellings = {"市场主体名称",   "抽查市场主体名称", "经营主体名称", "企业名称",
                          "单位名称",       "主体名称",         "名称",         "被检查对象",
                          "被检查对象名称", "被抽查对象名称",   "抽查对象名称", "被检查单位",
                          "被检查单位名称", "受检单位",         "受检单位名称", "检查对象",
                          "抽查对象",       "对象名称",         "市场主体",     "企业(机构)名称",
                          "企业/机构名称",  "机构名称",         "企业名",       "字号名称",
                          "entname",        "company",          "enterprise"},
            .explanation = "登记的名称全称，照营业执照写。"};
}

void append_withholding(std::vector<Field>& fields) {
    fields.push_back(disclosure_field());
    fields.push_back({.name = "withheld_reason",
                      .term = "不公开理由",
                      .spellings = {"不予公开理由", "不适合公开的理由", "不公开原因", "不予公开原因"},
                      .explanation = "不主动公开时必填：为什么依法依规不适合公开。"});
    fields.push_back({.name = "withheld_basis",
                      .term = "不公开依据",
                      .spellings = {"不予公开依据", "不公开的依据"},
                      .explanation = "不主动公开所依据的条款，例如《政府信息公开条例》第十五条。"});
    fields.push_back({.name = "withheld_decided_by",
                      .term = "决定单位",
                      .person = true,
                      .spellings = {"不公开决定单位", "批准单位"},
                      .explanation = "哪个单位决定不公开；不公布。"});
    fields.push_back({.name = "withheld_review_on",
                      .term = "复审日期",
                      .type = FieldType::date,
                      .person = true,
                      .spellings = {"不公开复审日期", "定期审查日期"},
                      .explanation = "哪一天重新审查能否公开；到期由 gongshi check 提醒，不公布。",
                      .source = "《中华人民共和国政府信息公开条例》第十八条"});
}

void append_task_keys(std::vector<Field>& fields) {
    fields.push_back({.name = "task_id",
                      .term = "任务页面编号",
                      .spellings = {"本站任务编号", "任务ID"},
                      .explanation = "本站任务页面地址中的编号；有它就不再按编号或名称寻找任务。"});
    fields.push_back({.name = "plan_number",
                      .term = "抽查计划编号",
                      .spellings = {"计划编号", "raninsPlanId", "InspectPlanId"},
                      .explanation = "所属计划的编号，照写。",
                      .source = "国家企业信用信息公示系统的双随机抽查结果信息"});
    fields.push_back({.name = "plan_name",
                      .term = "抽查计划名称",
                      .spellings = {"计划名称", "raninsPlaneName", "raninsPlanName", "InspectPlanName"},
                      .explanation = "所属计划的名称，照写。",
                      .source = "国家企业信用信息公示系统的双随机抽查结果信息"});
    fields.push_back({.name = "task_number",
                      .term = "抽查任务编号",
                      .spellings = {"任务编号", "任务号", "raninsTaskId", "InspectTaskId", "TaskNO"},
                      .explanation = "所属任务在计划中的编号，用来找到任务。",
                      .source = "国家企业信用信息公示系统的双随机抽查结果信息"});
    fields.push_back({.name = "task_name",
                      .term = "抽查任务名称",
                      .spellings = {"任务名称", "抽查任务", "所属任务", "raninsTaskName", "InspectTaskName"},
                      .explanation = "所属任务在计划中的名称；没有编号时按名称寻找任务。"});
}

}  // namespace records
