// What became of the plan: draws, visits, results and what followed. The columns of the task stand behind these.
#include "generator/duties/vocabulary_tables.h"
#include "records/result_codes.h"

namespace duties {

namespace {

constexpr ColumnType number = ColumnType::number, date = ColumnType::date, choice = ColumnType::choice,
                     list = ColumnType::list;

const std::vector<std::string_view> ways_of_disclosure{"主动公开", "依申请公开", "不予公开"};

template <typename Words>
std::vector<std::string_view> all_of(const Words& words) {
    return {words.begin(), words.end()};
}

Column object_kind() {
    return {.key = "object_kind",
            .term = "对象类别",
            .type = choice,
            .choices = all_of(records::object_kinds),
            .also = {"类别"}};
}

Column problem_found() {
    return {.key = "problem_found",
            .term = "发现问题",
            .type = choice,
            .choices = yes_or_no,
            .meaning = "任一结果属于发现问题的结果代码"};
}

Column has_draw() {
    return {.key = "has_draw", .term = "有抽取", .type = choice, .choices = yes_or_no};
}

}  // namespace

NounTable inspection_words() {
    return {.noun = Noun::inspection,
            .key = "inspection",
            .term = "检查",
            .measure = "户次",
            .columns = {object_kind(),
                        {.key = "joint",
                         .term = "是否联合",
                         .type = choice,
                         .choices = yes_or_no,
                         .meaning = "两个以上部门都有结果"},
                        {.key = "departments", .term = "部门数", .type = number},
                        {.key = "results", .term = "结果数", .type = number},
                        problem_found(),
                        {.key = "published",
                         .term = "结果已公示",
                         .type = choice,
                         .choices = yes_or_no,
                         .meaning = "每个结果都有公示日期"},
                        {.key = "methods", .term = "检查方式", .type = list},
                        {.key = "inspected_on", .term = "检查日期", .type = date, .meaning = "最早的一个"},
                        {.key = "finished_on", .term = "检查完成日期", .type = date, .meaning = "最晚的一个"},
                        has_draw()},
            .also = {"户次", "检查(户次)"},
            .meaning = "同一对象、同一任务、同一次抽取算一户次；几个部门联合检查只算一户次"};
}

NounTable draw_words() {
    return {.noun = Noun::draw,
            .key = "draw",
            .term = "抽取",
            .measure = "次",
            .columns = {{.key = "number", .term = "抽取批次"},
                        {.key = "agency", .term = "抽取机关"},
                        {.key = "drawn_on", .term = "抽取日期", .type = date, .also = {"抽取时间"}},
                        {.key = "method", .term = "抽取方式"},
                        {.key = "scope", .term = "抽取范围"},
                        {.key = "draw_type", .term = "抽查类型", .type = choice, .choices = {"定向", "不定向"}},
                        {.key = "population", .term = "抽取库总户数", .type = number},
                        {.key = "target", .term = "抽取目标户数", .type = number},
                        {.key = "drawn", .term = "抽中户数", .type = number},
                        {.key = "inspectors_drawn", .term = "抽取检查人员数", .type = number},
                        {.key = "matching",
                         .term = "匹配方式",
                         .type = choice,
                         .choices = {"随机匹配", "直接委派", "邻区匹配"}},
                        {.key = "confirmed_on", .term = "认领比对确认日期", .type = date},
                        {.key = "trained_on", .term = "培训日期", .type = date},
                        {.key = "notified_on", .term = "告知日期", .type = date},
                        {.key = "witnesses", .term = "见证单位"},
                        {.key = "list_public", .term = "名单是否公示", .type = choice, .choices = yes_or_no},
                        {.key = "reveal_on", .term = "名单公开日期", .type = date},
                        {.key = "document_number", .term = "文号"},
                        {.key = "published_on", .term = "发布日期", .type = date},
                        {.key = "disclosure", .term = "公开方式", .type = choice, .choices = ways_of_disclosure},
                        {.key = "verifiable",
                         .term = "可核验",
                         .type = choice,
                         .choices = yes_or_no,
                         .meaning = "按抽取规程事先公布承诺的"}},
            .also = {"随机抽取"},
            .meaning = "一个任务的一次随机抽取"};
}

NounTable drawn_object_words() {
    return {.noun = Noun::drawn_object,
            .key = "drawn_object",
            .term = "抽中对象",
            .measure = "户",
            .columns = {object_kind(),
                        {.key = "authority", .term = "登记机关"},
                        {.key = "drawn_on", .term = "抽取日期", .type = date},
                        {.key = "has_inspectors",
                         .term = "有检查人员",
                         .type = choice,
                         .choices = yes_or_no,
                         .meaning = "已匹配检查人员"},
                        {.key = "has_result", .term = "有结果", .type = choice, .choices = yes_or_no},
                        {.key = "published",
                         .term = "结果已公示",
                         .type = choice,
                         .choices = yes_or_no,
                         .meaning = "有结果，且每个结果都有公示日期"},
                        {.key = "finished_on", .term = "检查完成日期", .type = date, .meaning = "最晚的一个"},
                        {.key = "published_on", .term = "公示日期", .type = date, .meaning = "最晚的一个"},
                        problem_found()},
            .also = {"抽查对象", "抽取对象"},
            .meaning = "抽查名单的一行：一次抽取抽中的一个对象"};
}

NounTable result_words() {
    return {.noun = Noun::result,
            .key = "result",
            .term = "结果",
            .measure = "条",
            .columns =
                {{.key = "item", .term = "检查事项"},
                 {.key = "department", .term = "检查部门", .also = {"部门"}},
                 {.key = "agency", .term = "检查机关"},
                 object_kind(),
                 {.key = "codes", .term = "结果代码", .type = list},
                 {.key = "outcome", .term = "检查结果"},
                 problem_found(),
                 {.key = "methods", .term = "检查方式", .type = list},
                 {.key = "inspected_on", .term = "检查日期", .type = date},
                 {.key = "finished_on", .term = "检查完成日期", .type = date},
                 {.key = "produced_on", .term = "结果产生日期", .type = date},
                 {.key = "entered_on", .term = "录入日期", .type = date},
                 {.key = "audited_on", .term = "审核日期", .type = date},
                 {.key = "published_on", .term = "公示日期", .type = date},
                 {.key = "audit_state", .term = "审核状态", .type = choice, .choices = all_of(records::audit_states)},
                 {.key = "signature", .term = "签字情况", .type = choice, .choices = {"签字", "拒绝签字"}},
                 {.key = "cooperation",
                  .term = "配合情况",
                  .type = choice,
                  .choices = {"配合", "拒绝接受抽查", "隐瞒真实情况", "弄虚作假"}},
                 {.key = "record_form", .term = "检查记录表", .type = choice, .choices = {"有", "无"}},
                 {.key = "disposal", .term = "后续处置措施"},
                 {.key = "conclusion_source", .term = "结论来源"},
                 {.key = "follow_up",
                  .term = "后续处置状态",
                  .type = choice,
                  .choices = all_of(records::follow_up_states),
                  .meaning = "没有后续处置的为空"},
                 {.key = "disclosure", .term = "公开方式", .type = choice, .choices = ways_of_disclosure},
                 {.key = "withheld_reason", .term = "不公开理由"},
                 {.key = "withheld_basis", .term = "不公开依据"},
                 has_draw()},
            .also = {"检查结果", "抽查结果"},
            .meaning = "抽查检查结果：一个对象、一个任务、一个检查事项一条"};
}

NounTable follow_up_words() {
    return {
        .noun = Noun::follow_up,
        .key = "follow_up",
        .term = "后续处置",
        .measure = "件",
        .columns = {{.key = "state", .term = "处置状态", .type = choice, .choices = all_of(records::follow_up_states)},
                    {.key = "steps", .term = "进展次数", .type = number},
                    {.key = "measure", .term = "处置措施"},
                    {.key = "transfer",
                     .term = "移交方式",
                     .type = choice,
                     .choices = {"转办", "移送", "抄告", "移送司法机关", "立案"}},
                    {.key = "transferred_to", .term = "接收单位"},
                    {.key = "arose_on", .term = "后续处置信息产生日期", .type = date},
                    {.key = "handled_on", .term = "处置日期", .type = date},
                    {.key = "finished_on", .term = "完结日期", .type = date},
                    {.key = "published_on", .term = "公示日期", .type = date},
                    {.key = "outcome", .term = "完结结果"},
                    {.key = "revisit", .term = "回访情况", .also = {"回访"}},
                    {.key = "agency", .term = "处置机关"},
                    object_kind(),
                    {.key = "disclosure", .term = "公开方式", .type = choice, .choices = ways_of_disclosure}},
        .also = {"后续处理"},
        .meaning = "需要后续处置的一条结果，按最近一次进展"};
}

}  // namespace duties
