// The closed tables of words that results are written in: 检查结果 with our own stable codes, 核查方式, 审核状态,
// 后续处置状态, 后续处置措施 and kinds of 检查对象. The office's own words are kept beside the code; a code only says
// which of the usual results they are. Codes of provincial systems (1, B, 01 …) contradict each other and are not read.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace records {

enum class ResultGroup {
    usual,         // 八种常用结果
    status,        // 状态类：the subject no longer is where or what it was; says nothing about a violation
    departmental,  // 部门类：a violation named by the department whose rules were broken
    other          // found in real lists beside these: 其他, 发现问题 without saying what follows
};

struct ResultCode {
    std::string_view code;  // stable, in JSON and CSV
    std::string_view term;  // 结果用语
    ResultGroup group;
    bool problem = false;                    // 发现问题：counts as a finding against the subject
    bool opens_follow_up = false;            // 待后续处理：a follow-up is due
    std::span<const std::string_view> also;  // spellings of older lists and other systems
    bool status() const { return group == ResultGroup::status; }
};

struct MethodCode {         // 核查方式
    std::string_view code;  // "1" to "6"
    std::string_view term;
    std::span<const std::string_view> also;
};

/// All result codes: the eight usual ones, states, departmental ones, others.
std::span<const ResultCode> result_codes();
/// The entry whose code, term or other spelling a text is, compared folded; nullptr when it is none of them.
const ResultCode* result_code(std::string_view text);
/// The same by value.
std::optional<ResultCode> code_of(std::string_view text);
/// The single results of a cell, trimmed, without empty ones, joined there by , ， 、 ; ； or line breaks. A separator
/// within a known wording (公示信息隐瞒真实情况、弄虚作假) does not separate.
std::vector<std::string> split_results(std::string_view cell);

/// Whether any of the codes is a finding; an unknown code is none.
bool any_problem(std::span<const std::string> codes);
/// Whether any of the codes opens a follow-up.
bool any_follow_up(std::span<const std::string> codes);

/// The six methods of checking 核查方式.
std::span<const MethodCode> method_codes();
/// The method whose code, term or other spelling a text is; nullptr when it is none.
const MethodCode* method_code(std::string_view text);

// 审核状态: only the last one is published.
inline constexpr std::string_view audit_published = "已公示";
inline constexpr std::array<std::string_view, 5> audit_states{"未录入", "待审核", "审核退回", "不通过",
                                                              audit_published};
// 后续处置状态
inline constexpr std::string_view follow_up_open = "未完结";
inline constexpr std::string_view follow_up_finished = "已完结";
inline constexpr std::array<std::string_view, 2> follow_up_states{follow_up_open, follow_up_finished};
// 后续处置措施, the options of the provincial form; other words are lawful too.
inline constexpr std::array<std::string_view, 6> disposal_measures{"无需后续处置（未发现问题或已规范、已改正）",
                                                                   "停止检查，反馈至日常监管部门",
                                                                   "责令改正，日常监管部门跟踪",
                                                                   "发现案件线索，固定证据后移送办案机构",
                                                                   "抄告相关部门",
                                                                   "其他"};
// 检查对象的种类
inline constexpr std::array<std::string_view, 7> object_kinds{
    "企业", "个体工商户", "农民专业合作社", "其他主体", "产品", "项目", "行为"};

}  // namespace records
