// The closed vocabulary of rule rows 规则用词: the nouns that can be counted, the columns of each, the events a period
// begins with and the things that have a deadline. docs/rules.md tells clerks the same; a test holds the two together.
// Plain constants: knows nothing of databases and of how a row is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace duties {

enum class Noun : std::uint8_t {
    task,          // 任务
    item,          // 事项
    item_list,     // 清单
    plan_edition,  // 计划版本
    object,        // 对象
    inspection,    // 检查（户次）: one object, one task, one draw; a joint visit of several departments is one
    draw,          // 抽取
    drawn_object,  // 抽中对象
    result,        // 结果
    follow_up,     // 后续处置: one row a result, as its latest step
    inspector,     // 检查人员
    report,        // 报送
    declared       // 申报数: a figure the office declares, not rows
};
inline constexpr std::size_t nouns = 13;

enum class ColumnType : std::uint8_t {
    text,
    number,  // decimal digits
    date,    // YYYY-MM-DD
    choice,  // one of `choices`; 是 and 否 too
    list     // texts joined by 、; a condition holds when it holds for one of them
};

struct Column {
    std::string_view key;   // English snake_case, as in fields.h where a sheet has it; "task.joint" of the row's task
    std::string_view term;  // 任务.是否联合检查
    ColumnType type = ColumnType::text;
    std::vector<std::string_view> choices = {};
    std::vector<std::string_view> also = {};  // other spellings that are read
    std::string_view meaning = {};            // where the term does not say it
};

struct NounTable {
    Noun noun{};
    std::string_view key, term;
    std::string_view measure;  // 个 条 户 户次 份 名
    std::vector<Column> columns;
    std::vector<std::string_view> also = {};
    std::string_view meaning = {};
};

/// All nouns in the order of Noun.
const std::vector<NounTable>& vocabulary();
const NounTable& table_of(Noun noun);
/// The noun of a key, a term or another spelling, compared folded.
std::optional<Noun> find_noun(std::string_view word);
/// The index of a noun's column of that key, term or other spelling, compared folded.
std::optional<std::size_t> find_column(Noun noun, std::string_view word);
/// The same for a program that names a key of this table; throws std::logic_error when there is none.
std::size_t column_index(Noun noun, std::string_view key);

/// An event that a period begins with 起算事件, and the column of each noun that has its day.
struct EventTerm {
    std::string_view key, term;
    struct Day {
        Noun noun{};
        std::string_view column;
    };
    std::vector<Day> days;
    std::vector<std::string_view> also = {};
};
const std::vector<EventTerm>& events();
const EventTerm* find_event(std::string_view word);

/// A thing that has a deadline 期限的对象: which rows it is judged on and which column has the day it was done.
struct DeadlineSubject {
    std::string_view key, term;
    Noun noun{};
    std::string_view done;           // column
    std::string_view of_fixed = {};  // column: a fixed date speaks only of rows where it is 是
    std::vector<std::string_view> also = {};
};
/// 结果公示 结果录入 后续处置 计划公布 清单公布 认领确认 任务完成, and one for each report 月报 季报 年报 总结 计划报送
/// 名单报送
const std::vector<DeadlineSubject>& deadline_subjects();
const DeadlineSubject* find_deadline_subject(std::string_view word);

/// At most three of the words that look most like it, the nearest first: half of the characters right, or one within
/// the other.
std::vector<std::string_view> nearest(std::string_view word, std::span<const std::string_view> words);

}  // namespace duties
