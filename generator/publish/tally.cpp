#include "generator/publish/tally.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "generator/publish/draw_standing.h"
#include "records/result_codes.h"

namespace publish {

namespace {

using records::Id;

/// Which objects were inspected in which tasks, every pair once.
class Pairs {
  public:
    void add(Id first, Id second) { pairs_.emplace_back(first, second); }
    template <typename Count>
    void each(Count count) {
        std::sort(pairs_.begin(), pairs_.end());
        pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
        for (const auto& [task, object] : pairs_) count(task, object);
    }

  private:
    std::vector<std::pair<Id, Id>> pairs_;
};

}  // namespace

Tally tally(records::Portal& portal, records::Portal::Which which, const Visibility& visibility, std::string_view as_of,
            const Withdrawals& withdrawals) {
    const std::string_view year = as_of.substr(0, 4);
    std::unordered_set<Id> draws_this_year;
    Tally tally;
    const auto committed = revealed_draws(portal, which);
    for (const records::DrawFacts& draw : portal.draw_records(which)) {
        if (!visibility.of(draw).shown() || withdrawals.find("draw_record", draw.id) != nullptr) continue;
        tally.task_of_draw[draw.draw] = draw.task;
        const auto revealed = committed.find(draw.draw);
        tally.list_revealed[draw.draw] =
            revealed == committed.end() ? visibility.list_revealed(draw) : revealed->second;
        ++tally.tasks[draw.task].draws;
        if (draw.drawn_at.starts_with(year)) draws_this_year.insert(draw.draw);
        std::string& first = tally.tasks[draw.task].first_drawn;
        const std::string day = draw.drawn_at.substr(0, 10);
        if (first.empty() || day < first) first = day;
    }
    portal.each_drawn_object(which, [&](const records::DrawnObject& row) {
        const auto task = tally.task_of_draw.find(row.draw);
        if (task == tally.task_of_draw.end()) return;
        ++tally.tasks[task->second].awaited;
        ++tally.drawn_in[row.draw];
        if (!tally.list_revealed[row.draw] || !visibility.of(row).shown()) return;
        ++tally.tasks[task->second].drawn;
        ObjectTally& object = tally.objects[row.object];
        ++object.drawn;
        object.drawn_this_year += draws_this_year.contains(row.draw);
    });
    portal.each_follow_up(which, [&](const records::FollowUpFacts& follow_up) {
        FollowUpState& state = tally.follow_ups[portal.first_of("result", follow_up.result)];
        if (withdrawals.find("follow_up", follow_up.id) != nullptr) return;  // its tombstone has its result's place
        if (follow_up.step >= state.counted_step) {
            state.counted_step = follow_up.step;
            state.counted_latest = portal.first_of("follow_up", follow_up.id);
        }
        if (!visibility.of(follow_up).shown()) return;
        if (!follow_up.arose_on.empty() && (state.arose_on.empty() || follow_up.step < state.arose_step))
            state.arose_on = follow_up.arose_on, state.arose_step = follow_up.step;
        if (follow_up.step < state.step) return;
        state.latest = portal.first_of("follow_up", follow_up.id);
        state.step = follow_up.step;
        state.state = follow_up.state;
    });
    Pairs done, shown, visits;  // task and object; of visits this year also the draw, folded into the first
    portal.each_result(which, [&](const records::ResultFacts& result) {
        const Verdict verdict = visibility.of(result);
        const bool withdrawn = withdrawals.find("result", result.id) != nullptr;
        const auto follow_up = tally.follow_ups.find(portal.first_of("result", result.id));
        const bool followed = follow_up != tally.follow_ups.end();
        if (followed) {
            follow_up->second.counted_object = result.object;
            follow_up->second.counted_task = result.task;
            follow_up->second.department = result.department.value_or(0);
        }
        if (verdict.kind != Verdict::Kind::not_yet) {
            done.add(result.task, result.object);
        }
        if (withdrawn) return;
        if (verdict.kind != Verdict::Kind::not_yet) {
            TaskTally& task = tally.tasks[result.task];
            ++task.recorded;
            task.last_finished = std::max(task.last_finished, result.finished_on);
        }
        if (!verdict.shown()) return;
        shown.add(result.task, result.object);
        TaskTally& of_task = tally.tasks[result.task];
        ++of_task.results;
        of_task.last_published = std::max(of_task.last_published, result.published_on);
        const std::string& day = result.finished_on.empty() ? result.inspected_on : result.finished_on;
        if (day.starts_with(year)) {
            visits.add(result.task << 32 | result.draw.value_or(0), result.object);
            if (records::any_problem(result.codes)) tally.objects[result.object].problem_this_year = true;
        }
        if (!followed) return;
        follow_up->second.object = result.object;
        follow_up->second.task = result.task;
        if (follow_up->second.state != "未完结") return;
        ++tally.objects[result.object].open_follow_ups;
        ++tally.tasks[result.task].open_follow_ups;
    });
    done.each([&](Id task, Id) { ++tally.tasks[task].inspected; });
    shown.each([&](Id, Id object) { ++tally.objects[object].inspected; });
    visits.each([&](Id, Id object) { ++tally.objects[object].visits_this_year; });
    return tally;
}

}  // namespace publish
