#include "generator/publish/tally.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "generator/publish/draw_standing.h"

namespace publish {

namespace {

using records::Id;

/// Which objects were inspected in which tasks, every pair once.
class Visits {
  public:
    void add(const records::ResultFacts& result) { pairs_.emplace_back(result.task, result.object); }
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

Tally tally(records::Portal& portal, records::Portal::Which which, const Visibility& visibility) {
    Tally tally;
    const auto committed = revealed_draws(portal, which);
    for (const records::DrawFacts& draw : portal.draw_records(which)) {
        if (!visibility.of(draw).shown()) continue;
        tally.task_of_draw[draw.draw] = draw.task;
        const auto revealed = committed.find(draw.draw);
        tally.list_revealed[draw.draw] =
            revealed == committed.end() ? visibility.list_revealed(draw) : revealed->second;
        std::string& first = tally.tasks[draw.task].first_drawn;
        const std::string day = draw.drawn_at.substr(0, 10);
        if (first.empty() || day < first) first = day;
    }
    portal.each_drawn_object(which, [&](const records::DrawnObject& row) {
        const auto task = tally.task_of_draw.find(row.draw);
        if (task == tally.task_of_draw.end()) return;
        ++tally.tasks[task->second].awaited;
        if (!tally.list_revealed[row.draw] || !visibility.of(row).shown()) return;
        ++tally.tasks[task->second].drawn;
        ++tally.objects[row.object].drawn;
    });
    portal.each_follow_up(which, [&](const records::FollowUpFacts& follow_up) {
        if (!visibility.of(follow_up).shown()) return;
        FollowUpState& state = tally.follow_ups[portal.first_of("result", follow_up.result)];
        if (follow_up.step < state.step) return;
        state.latest = portal.first_of("follow_up", follow_up.id);
        state.step = follow_up.step;
        state.state = follow_up.state;
    });
    Visits done, shown;
    portal.each_result(which, [&](const records::ResultFacts& result) {
        const Verdict verdict = visibility.of(result);
        if (verdict.kind != Verdict::Kind::not_yet) done.add(result);
        if (!verdict.shown()) return;
        shown.add(result);
        ++tally.tasks[result.task].results;
        const auto follow_up = tally.follow_ups.find(portal.first_of("result", result.id));
        if (follow_up == tally.follow_ups.end()) return;
        follow_up->second.object = result.object;
        follow_up->second.task = result.task;
        if (follow_up->second.state != "未完结") return;
        ++tally.objects[result.object].open_follow_ups;
        ++tally.tasks[result.task].open_follow_ups;
    });
    done.each([&](Id task, Id) { ++tally.tasks[task].inspected; });
    shown.each([&](Id, Id object) { ++tally.objects[object].inspected; });
    return tally;
}

}  // namespace publish
