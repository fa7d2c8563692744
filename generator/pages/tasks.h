// The states of tasks 任务进展 and the lists by state. Knows no HTML.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace pages {

struct TaskState {
    std::string_view word;  // as public.db has it
    std::string_view name;  // in its list's address
};
inline constexpr std::array<TaskState, 5> task_states{
    {{"未开始", "planned"}, {"进行中", "running"}, {"已完成", "done"}, {"逾期", "overdue"}, {"取消", "cancelled"}}};

/// "tasks/state-done.html"; always there, also when no task is in that state.
std::string task_state_address(const TaskState& state);

}  // namespace pages
