// Deadlines 期限: from a rule row, the day a thing happened and the working-day calendar to the day it is due and
// where it stands. Pure over values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/duties/working_days.h"
#include "records/facts.h"
#include "records/public_site.h"

namespace duties {

/// The things that can be late 期限的对象.
enum class Matter {
    result /* 结果公示 */,
    follow_up /* 后续处置 */,
    plan /* 计划公布 */,
    item_list /* 清单公布 */,
    claim /* 认领确认 */
};

/// Whether it is a rule of kind 期限 about this matter.
bool about(const records::RuleFacts& rule, Matter matter);

/// The days on which a period may begin 起算事件, YYYY-MM-DD; an unknown one is empty.
struct StartDays {
    std::string inspection_finished;  // 检查完毕
    std::string result_produced;      // 检查结果产生
    std::string follow_up_arose;      // 后续处置信息产生
    std::string task_completed;       // 抽查任务完成
    std::string plan_made;            // 计划制定
    int year = 0;                     // of the plan, for a fixed date such as 11-01; 0: unknown
    std::string list_dispatched;      // 名单派发: the day of the draw
};

/// The day this rule counts from, YYYY-MM-DD: empty when it names no event we know, or its day is unknown.
std::string start_day(const records::RuleFacts& rule, const StartDays& start);

/// The fixed days of a rule 固定日期 in one year, earliest first: `MM-DD`, several joined by 、, 每月DD (a month that
/// has no such day: its last one); a whole date YYYY-MM-DD is the one day of its own year, whatever `year` is. Empty
/// when the rule has none, or `year` is 0 and it needs one.
std::vector<text::Date> fixed_days(const records::RuleFacts& rule, int year);

/// Whether a rule speaks of what began on that day, YYYY-MM-DD: from 施行日期 to 失效日期, both included; an empty one
/// is no bound.
bool in_force(const records::RuleFacts& rule, std::string_view day);

/// The day a matter is due under this one rule: its length in 工作日, 天 or 月 after the start day, or its fixed day
/// (of several the first one not before the start day, else the year's last; the year's first when no start day is
/// known). 天 and 月 that end on a day off end on the next working day (民法典第二百零三条); fixed days are as the
/// document says. Nothing when the start day is unknown, the rule does not speak of that day (施行日期, 失效日期), or
/// it has no period that can be counted.
std::optional<WorkingDate> due_day(const records::RuleFacts& rule, const StartDays& start, const WorkingDays& calendar);

/// Where a duty stands, days as YYYY-MM-DD: met, late (met after the day), open or overdue. `done_on` empty: not yet.
std::string due_state(text::Date due, std::string_view done_on, std::string_view as_of);

/// The due date of a matter: the earliest day any rule of kind 期限 about it gives; of rules that give the same day the
/// first one's clause. When only a start day is missing: no day, state unknown, and the clause of the rule that would
/// count from it. Nothing when no rule speaks of the matter. `done_on` is the day the duty was met (empty: not yet),
/// `as_of` the site's date.
std::optional<records::Due> due(Matter matter, const std::vector<records::RuleFacts>& rules, const StartDays& start,
                                const WorkingDays& calendar, std::string_view done_on, std::string_view as_of);

}  // namespace duties
