// What publishing adds to the sheets' fields: permanent numbers, names beside them, counts, states and due dates.
#include <algorithm>

#include "records/field_tables.h"
#include "records/fields.h"

namespace records {

namespace {

using OfTable = PublishedField;

constexpr FieldType whole = FieldType::integer;

const Field due_on{.name = "due_on",
                   .term = "期限",
                   .type = FieldType::date,
                   .explanation = "按规则和工作日历算出的最后一天；没有登记规定期限的规则时为空。"};
const Field due_clause{.name = "due_clause", .term = "期限依据", .explanation = "期限出自哪份文件的哪一条。"};
const Field due_provisional{.name = "due_provisional",
                            .term = "期限是否暂定",
                            .type = FieldType::yes_no,
                            .explanation = "是：节假日安排尚未公布，期限可能再变。"};
const Field due_state{.name = "due_state",
                      .term = "期限状态",
                      .type = FieldType::choice,
                      .explanation = "到数据截至日期为止是否按期。",
                      .choices = {"met", "late", "open", "overdue", "unknown"},
                      .words = {"按期完成", "逾期完成", "未到期", "逾期", "缺少日期，无法判断"},
                      .closed = true};

const Field task_name{.name = "task_name", .term = "抽查任务名称", .explanation = "任务的名称，取现行版本。"};

Field renamed(Field field, std::string_view name, std::string_view term, std::string_view explanation = {}) {
    field.name = name;
    field.term = term;
    if (!explanation.empty()) field.explanation = explanation;
    return field;
}

std::vector<Field> shared_fields() {
    return {
        {.name = "id",
         .term = "永久编号",
         .type = whole,
         .required = true,
         .explanation = "本表一行的编号，定下后不再改变，也不会给别的行。"},
        {.name = "office",
         .term = "区县代码",
         .required = true,
         .explanation = "属于哪个区县：六位行政区划代码。",
         .source = "GB/T 2260 中华人民共和国行政区划代码"},
        {.name = "department", .term = "部门编号", .type = whole, .explanation = "部门表中的编号；部门联合的为空。"},
        {.name = "department_name", .term = "部门", .explanation = "部门的名称；部门联合的为空。"},
        {.name = "year", .term = "年度", .type = whole, .required = true, .explanation = "计划的年度（自然年）。"},
        {.name = "task", .term = "任务编号", .type = whole, .explanation = "任务的永久编号，也是任务页面的网址。"},
        {.name = "plan", .term = "计划编号", .type = whole, .explanation = "计划的永久编号；不在计划内的任务为空。"},
        {.name = "item_list", .term = "清单编号", .type = whole, .explanation = "事项清单的永久编号。"},
        {.name = "draw", .term = "抽取编号", .type = whole, .explanation = "抽取的永久编号，也是抽取页面的网址。"},
        {.name = "result", .term = "结果编号", .type = whole, .explanation = "检查结果的永久编号；没有时为空。"},
        {.name = "object",
         .term = "对象编号",
         .type = whole,
         .explanation = "检查对象的永久编号；没有自己页面的对象为空。"},
        task_name,
        {.name = "object_code",
         .term = "统一社会信用代码/注册号",
         .explanation = "检查对象的代码；两种代码都没有的，是本站编号（o 加数字）。",
         .source = "GB 32100 法人和其他组织统一社会信用代码编码规则"},
        {.name = "object_name", .term = "检查对象名称", .explanation = "检查对象的登记名称。"},
        {.name = "position",
         .term = "序号",
         .type = whole,
         .required = true,
         .explanation = "在原表中的先后，从 0 或 1 起。"},
        due_on,
        due_clause,
        due_provisional,
        due_state,
        {.name = "replaces",
         .term = "更正了哪一行",
         .type = whole,
         .explanation = "这一行更正的是哪一行；没有更正过为空。"},
        {.name = "correction_reason", .term = "更正理由", .explanation = "为什么更正。"},
        {.name = "corrected",
         .term = "历次更正",
         .type = FieldType::list,
         .explanation = "每次更正一句话，说明理由，先更正的在前。"},
        {.name = "withdrawn_on",
         .term = "撤回日期",
         .type = FieldType::date,
         .explanation = "撤回的日期；撤回的记录只留编号、日期和理由。"},
        {.name = "withdrawn_reason", .term = "撤回理由", .explanation = "为什么撤回。"},
        {.name = "expired_on",
         .term = "公示期满",
         .type = FieldType::date,
         .explanation = "哪一天公示期满；期满的记录不再显示内容。"},
        {.name = "drawn",
         .term = "被抽中户次",
         .type = whole,
         .required = true,
         .explanation = "公开名单中被抽中的户次；不予公开的不计。"},
        {.name = "open_follow_ups",
         .term = "后续处置未完结",
         .type = whole,
         .required = true,
         .explanation = "还没有完结的后续处置有几项。"},
        {.name = "other_columns", .term = "其他栏目", .explanation = "原表中字段表没有的栏目，照写：栏目名称和内容。"},
    };
}

std::vector<OfTable> fields_of_documents() {
    const Field joint{.name = "joint",
                      .term = "是否部门联合",
                      .type = FieldType::yes_no,
                      .explanation = "由两个以上部门联合的为是。"};
    const Field edition_number{.name = "number",
                               .term = "版本",
                               .type = whole,
                               .required = true,
                               .explanation = "0 是最初一版，n 是第 n 次调整。"};
    const Field edition{.name = "edition",
                        .term = "版本编号",
                        .type = whole,
                        .required = true,
                        .explanation = "这一行属于哪一版：版本表中的永久编号。"};
    return {
        {"office",
         {.name = "area",
          .term = "区县代码",
          .required = true,
          .explanation = "六位行政区划代码。",
          .source = "GB/T 2260 中华人民共和国行政区划代码"}},
        {"office", {.name = "name", .term = "区县", .explanation = "区县的名称，前面带上级市名。"}},
        {"office", {.name = "parent", .term = "上级代码", .explanation = "上级的行政区划代码。"}},
        {"office", {.name = "level", .term = "层级", .explanation = "省、市或县。"}},
        {"office", {.name = "issuer", .term = "牵头机构", .explanation = "牵头机构的全称。"}},
        {"department", {.name = "name", .term = "部门", .explanation = "部门的全称。"}},
        {"calendar_day",
         {.name = "kind",
          .term = "放假或上班",
          .type = FieldType::choice,
          .required = true,
          .explanation = "放假，或调休上班；平常的周末和工作日不列。",
          .source = "国务院办公厅关于部分节假日安排的通知",
          .choices = {"off", "work"},
          .words = {"放假", "上班"},
          .closed = true}},
        {"item_list", {.name = "name", .term = "清单名称", .explanation = "事项清单的名称，各版相同。"}},
        {"item_list", joint},
        {"item_list_edition", edition_number},
        {"item", edition},
        {"plan", {.name = "name", .term = "计划名称", .explanation = "计划的名称，各版相同。"}},
        {"plan",
         {.name = "number",
          .term = "抽查计划编号",
          .explanation = "照原表；国家编号为 14 位数字。",
          .source = "国家企业信用信息公示系统的抽查计划编号"}},
        {"plan", joint},
        {"plan_edition", edition_number},
        {"task_in_edition", edition},
        {"task_in_edition",
         {.name = "task",
          .term = "任务编号",
          .type = whole,
          .required = true,
          .explanation = "任务的永久编号：计划调整前后是同一个。"}},
        {"task",
         {.name = "edition",
          .term = "现行版本",
          .type = whole,
          .required = true,
          .explanation = "各栏取自计划的第几次调整；0 是原计划。"}},
        {"task", {.name = "name", .term = "抽查任务名称", .explanation = "任务的名称，取现行版本。"}},
        {"task",
         {.name = "results",
          .term = "已公开结果",
          .type = whole,
          .required = true,
          .explanation = "已经公开的检查结果条数；撤回和期满的不计。"}},
        {"task",
         {.name = "state",
          .term = "进展",
          .type = FieldType::choice,
          .explanation = "到数据截至日期为止，任务走到哪一步。",
          .choices = {"未开始", "进行中", "已完成", "逾期", "取消"},
          .closed = true}},
        {"withheld",
         {.name = "kind",
          .term = "种类",
          .type = FieldType::choice,
          .required = true,
          .explanation = "哪一类内容没有公开。",
          .choices = {"plan_edition", "item_list_edition", "task", "object", "draw", "drawn_object", "result",
                      "follow_up", "penalty"},
          .words = {"抽查计划", "抽查事项清单", "抽查任务", "检查对象", "抽取", "抽查名单的一行", "检查结果",
                    "后续处置", "行政处罚"},
          .closed = true}},
        {"withheld", {.name = "office", .term = "区县代码", .explanation = "属于哪个区县；不分区县的为空。"}},
        {"withheld",
         {.name = "ground",
          .term = "理由",
          .explanation = "不公开的理由或公开方式。",
          .source = "《中华人民共和国政府信息公开条例》第十三条至第十六条"}},
        {"withheld",
         {.name = "count", .term = "数量", .type = whole, .required = true, .explanation = "有多少行没有公开。"}},
    };
}

std::vector<OfTable> fields_of_attachments() {
    constexpr std::string_view belongs = "附件属于哪一个；五种中只有一种不为空。";
    return {
        {"attachment", {.name = "plan_edition", .term = "计划版本编号", .type = whole, .explanation = belongs}},
        {"attachment", {.name = "item_list_edition", .term = "清单版本编号", .type = whole, .explanation = belongs}},
        {"attachment", {.name = "task", .term = "任务编号", .type = whole, .explanation = belongs}},
        {"attachment", {.name = "draw", .term = "抽取编号", .type = whole, .explanation = belongs}},
        {"attachment", {.name = "result", .term = "结果编号", .type = whole, .explanation = belongs}},
        {"attachment", {.name = "title", .term = "附件名称", .explanation = "附件的名称。"}},
        {"attachment", {.name = "type", .term = "文件类型", .explanation = "文件的后缀：pdf、docx、doc、ofd。"}},
        {"attachment",
         {.name = "sha256", .term = "SHA-256 指纹", .explanation = "附件文件的指纹，六十四位十六进制数字。"}},
        {"attachment",
         {.name = "size", .term = "字节数", .type = whole, .required = true, .explanation = "附件文件有多少字节。"}},
        {"attachment",
         {.name = "attached_on", .term = "添加日期", .type = FieldType::date, .explanation = "附件是哪一天添加的。"}},
        {"attachment",
         {.name = "reviewed_on", .term = "审查日期", .type = FieldType::date, .explanation = "哪一天有人通读过。"}},
    };
}

std::vector<OfTable> fields_of_draws() {
    return {
        {"draw",
         {.name = "draw",
          .term = "抽取编号",
          .type = whole,
          .required = true,
          .explanation = "抽取的永久编号，也是抽取页面的网址。"}},
        {"draw", task_name},
        {"draw",
         {.name = "record",
          .term = "记录编号",
          .type = whole,
          .required = true,
          .explanation = "现行的这条记录的编号；更正后换成新的，抽取编号不变。"}},
        {"draw", {.name = "number", .term = "抽取批次", .explanation = "同一任务的第几次抽取，照原表。"}},
        {"draw",
         {.name = "listed",
          .term = "名单公开户数",
          .type = whole,
          .required = true,
          .explanation = "公开名单中有多少户。"}},
        {"draw",
         {.name = "withheld",
          .term = "不予公开户数",
          .type = whole,
          .required = true,
          .explanation = "抽中的户中，有多少依法不予公开、不在名单中。"}},
        {"draw",
         {.name = "revealed",
          .term = "名单是否已公开",
          .type = FieldType::yes_no,
          .explanation = "否：检查之前保密，到名单公开日期再公开。"}},
        {"drawn_object",
         {.name = "inspectors",
          .term = "检查人员（化名）",
          .type = FieldType::list,
          .explanation = "抽出的检查人员的化名，不是姓名；同一化名是同一人。"}},
        {"drawn_object",
         {.name = "state",
          .term = "结果公开情况",
          .type = FieldType::choice,
          .explanation = "到数据截至日期为止，这一户的检查结果公开了没有。",
          .choices = {"已公开结果", "未到期", "逾期未公开", "没有期限规定", "不予公开"},
          .closed = true}},
        {"drawn_object", renamed(due_on, "result_due_on", "结果公开期限")},
        {"drawn_object", renamed(due_clause, "result_due_clause", "结果公开期限的依据")},
        {"drawn_object", renamed(due_provisional, "result_due_provisional", "结果公开期限是否暂定")},
        {"drawn_object", renamed(due_state, "result_due_state", "结果公开期限的状态")},
    };
}

std::vector<OfTable> fields_of_results() {
    return {
        {"result",
         {.name = "department", .term = "部门编号", .type = whole, .explanation = "作出结果的部门在部门表中的编号。"}},
        {"result",
         {.name = "draw", .term = "抽取编号", .type = whole, .explanation = "由哪一次抽取抽出；不知道的为空。"}},
        {"result",
         {.name = "problem_found",
          .term = "是否发现问题",
          .type = FieldType::yes_no,
          .explanation = "按结果代码判断：属于发现问题的代码之一为是。"}},
        {"result",
         {.name = "follow_up_state",
          .term = "后续处置状态",
          .type = FieldType::choice,
          .explanation = "有后续处置的，最近一次进展是未完结还是已完结；没有的为空。",
          .choices = {"未完结", "已完结"},
          .closed = true}},
        {"result", renamed(due_on, "published_due_on", "公示期限")},
        {"result", renamed(due_clause, "published_due_clause", "公示期限的依据")},
        {"result", renamed(due_provisional, "published_due_provisional", "公示期限是否暂定")},
        {"result", renamed(due_state, "published_due_state", "公示是否按期")},
        {"follow_up",
         {.name = "result",
          .term = "结果编号",
          .type = whole,
          .required = true,
          .explanation = "是哪一条检查结果的后续处置。"}},
        {"result", task_name},
        {"follow_up", task_name},
        {"follow_up",
         {.name = "latest",
          .term = "是否最近一次",
          .type = FieldType::yes_no,
          .explanation = "是：这是该结果最近一次进展。"}},
        {"penalty",
         {.name = "result",
          .term = "结果编号",
          .type = whole,
          .explanation = "由哪一条检查结果引起；不是抽查引起的为空。"}},
        {"penalty", {.name = "office", .term = "区县代码", .explanation = "属于哪个区县；不知道的为空。"}},
        {"enterprise",
         {.name = "object",
          .term = "对象编号",
          .type = whole,
          .required = true,
          .explanation = "检查对象的永久编号。"}},
        {"enterprise",
         {.name = "code",
          .term = "统一社会信用代码/注册号",
          .explanation = "对象页面的网址：统一社会信用代码，没有的用 15 位注册号，再没有的用本站编号（o 加数字）。",
          .source = "GB 32100 法人和其他组织统一社会信用代码编码规则"}},
        {"enterprise",
         {.name = "other_codes",
          .term = "其他代码",
          .type = FieldType::list,
          .explanation = "以前用过的代码，例如换发之前的注册号。"}},
        {"enterprise",
         {.name = "inspected",
          .term = "检查次数",
          .type = whole,
          .required = true,
          .explanation = "有公开结果的检查次数。"}},
        {"enterprise_code", {.name = "code", .term = "其他代码", .required = true, .explanation = "以前用过的代码。"}},
        {"enterprise_code",
         {.name = "object",
          .term = "对象编号",
          .type = whole,
          .required = true,
          .explanation = "现在是哪一个检查对象。"}},
    };
}

const std::vector<OfTable>& fields_of_tables() {
    static const std::vector<OfTable> all = [] {
        std::vector<OfTable> fields = fields_of_documents();
        for (const auto& part : {fields_of_attachments(), fields_of_draws(), committed_draw_fields(),
                                 fields_of_results(), board_fields(), ledger_fields()})
            fields.insert(fields.end(), part.begin(), part.end());
        return fields;
    }();
    return all;
}

}  // namespace

const Field* own_published_field(std::string_view table, std::string_view column) {
    const auto& all = fields_of_tables();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const OfTable& one) { return one.table == table && one.field.name == column; });
    return found == all.end() ? nullptr : &found->field;
}

const Field* shared_published_field(std::string_view column) {
    static const std::vector<Field> all = shared_fields();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Field& field) { return field.name == column; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace records
