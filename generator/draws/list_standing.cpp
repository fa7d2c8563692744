#include "generator/draws/list_standing.h"

#include <algorithm>

#include "draw/moment.h"

namespace draws {

namespace {

records::Id task_of(records::Portal& portal, records::Id draw) {
    for (const records::DrawFacts& facts : portal.draws())
        if (facts.draw == draw) return facts.task;
    return 0;
}

}  // namespace

std::size_t not_inspected(records::Portal& portal, const OpenDraw& draw, const std::vector<ListedObject>& list) {
    const records::Id task = task_of(portal, draw.facts.draw);
    const std::string drawn_on =
        draw::time_text(static_cast<std::int64_t>(draw.announcement.beacon.time)).substr(0, 10);
    return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](const ListedObject& one) {
        const auto object = portal.object_with_code(one.id);
        if (!object) return true;
        const auto results = portal.results_of(task, *object);
        return std::none_of(results.begin(), results.end(), [&](const records::ResultFacts& result) {
            const std::string& day = result.finished_on.empty() ? result.inspected_on : result.finished_on;
            return !day.empty() && day >= drawn_on;
        });
    }));
}

std::optional<ListStanding> list_standing(records::Portal& portal, const OpenDraw& draw) {
    if (draw.state != State::drawn) return std::nullopt;
    const std::vector<ListedObject> list = current_list(draw);
    ListStanding standing;
    standing.objects = list.size();
    standing.without_result = not_inspected(portal, draw, list);
    for (const ListedObject& one : list)
        standing.empty_slots +=
            static_cast<std::size_t>(std::count(one.inspectors.begin(), one.inspectors.end(), std::string()));
    return standing;
}

}  // namespace draws
