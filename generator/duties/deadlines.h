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
enum class Matter { result /* 结果公示 */, follow_up /* 后续处置 */, plan /* 计划公布 */, item_list /* 清单公布 */ };

/// The days on which a period may begin 起算事件; an unknown one is empty.
struct StartDays {
    std::string inspection_finished;  // 检查完毕
    std::string result_produced;      // 检查结果产生
    std::string follow_up_arose;      // 后续处置信息产生
    std::string task_completed;       // 抽查任务完成
    std::string plan_made;            // 计划制定
    int year = 0;                     // of the plan, for a fixed date such as 11-01
};

/// The due date of a matter under the first rule of kind deadline about it; nothing when no rule speaks of it or the
/// day it counts from is unknown. `done_on` is the day the duty was met (empty: not yet), `as_of` the site's date:
/// state is met, late (met after the date), open or overdue.
std::optional<records::Due> due(Matter matter, const std::vector<records::RuleFacts>& rules, const StartDays& start,
                                const WorkingDays& calendar, std::string_view done_on, std::string_view as_of);

}  // namespace duties
