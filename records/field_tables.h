// The parts of the field table, one function a group of kinds; read them through records/fields.h.
#pragma once

#include <vector>

#include "records/fields.h"

namespace records {

std::vector<Field> plan_fields();
std::vector<Field> item_fields();
std::vector<Field> object_fields();
std::vector<Field> inspector_fields();
std::vector<Field> draw_fields();
std::vector<Field> result_fields();
std::vector<Field> follow_up_fields();
std::vector<Field> penalty_fields();
std::vector<Field> calendar_fields();
std::vector<Field> rule_fields();
std::vector<Field> declared_figure_fields();
std::vector<Field> rule_exception_fields();
std::vector<Field> report_fields();
std::vector<Field> context_fields();

// A column of public.db that no sheet has in this form.
struct PublishedField {
    std::string_view table;
    Field field;
};
std::vector<PublishedField> committed_draw_fields();  // 可核验抽取
std::vector<PublishedField> board_fields();           // 规则的进度
std::vector<PublishedField> ledger_fields();          // 公开台账

// Fields that several kinds have.
Field disclosure_field();                             // 公开方式
Field note_field();                                   // 备注
Field serial_field();                                 // 序号
Field code_field(bool required);                      // 统一社会信用代码
Field object_name_field();                            // 检查对象名称
void append_withholding(std::vector<Field>& fields);  // 公开方式, 不公开理由, 不公开依据
void append_task_keys(std::vector<Field>& fields);    // 计划编号 … 任务名称: how a row names its task

}  // namespace records
