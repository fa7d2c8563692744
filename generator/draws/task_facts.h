// What a plan says of one task 抽查任务, as a draw needs it: where it stands, who leads and who takes part, what share
// is to be inspected and until when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "records/portal.h"

namespace draws {

/// A share of what is drawn from, and of which part: "A:2%", "3%".
struct Ratio {
    std::string scope;     // the plan's word for the part; empty: all
    std::int64_t ppm = 0;  // parts per million, a lower bound
    std::string raw;       // as the plan has it
};

struct TaskFacts {
    records::Id task = 0;
    std::string office;  // 六位行政区划代码
    std::string plan;    // its name
    std::string number;  // 任务编号 as written, may be empty
    std::string name;
    std::string leader;                 // 发起部门, else 检查主体
    std::vector<std::string> partners;  // 配合部门
    std::vector<Ratio> ratios;          // of the ratio columns
    std::vector<Ratio> class_ratios;    // of 信用风险分类监管要求
    std::string last_day;               // ISO; empty: the window is open or unreadable
};

/// The task of a permanent id, a number or a name, in the newest edition of its plan that is in force on the day
/// `as_of` (ISO), drafts too. Throws Refused when none or several fit, naming them, or an adjustment dropped it.
TaskFacts task_facts(records::Portal& portal, const std::string& wanted, const std::string& as_of);

/// The ratios that a text says: "3%", "A:2%;B:5%". Empty when it says none with a lower bound.
std::vector<Ratio> ratios_in(const std::string& text);

}  // namespace draws
