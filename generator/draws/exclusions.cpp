#include "generator/draws/exclusions.h"

#include <set>

#include "generator/publish/visibility.h"
#include "text/fold.h"

namespace draws {

using records::Id;
using Which = records::Portal::Which;

Exclusions::Exclusions(records::Portal& portal, const settings::Settings& settings, const PoolRequest& request)
    : request_(request), year_(request.day.substr(0, 4)) {
    if (request.exclude_visited) count_visits(portal, settings);
    if (request.exclude_drawn > 0) count_draws(portal);
}

/// Visits this year that are public: a reason must be a fact that everybody can look up.
void Exclusions::count_visits(records::Portal& portal, const settings::Settings& settings) {
    const publish::Visibility visibility(settings, request_.day, false);
    portal.each_result(Which::with_drafts, [&](const records::ResultFacts& result) {
        const std::string& day = result.inspected_on.empty() ? result.finished_on : result.inspected_on;
        if (day.substr(0, 4) == year_ && day <= request_.day && visibility.of(result).shown())
            ++visited_[result.object];
    });
}

/// Lists drawn this year that are public by the day of the announcement.
void Exclusions::count_draws(records::Portal& portal) {
    std::set<Id> open;
    for (const records::DrawFacts& draw : portal.draw_records(Which::with_drafts))
        if (draw.list_public && draw.drawn_at.substr(0, 4) == year_ && draw.drawn_at.substr(0, 10) <= request_.day &&
            draw.reveal_on <= request_.day)
            open.insert(draw.draw);
    portal.each_drawn_object(Which::with_drafts, [&](const records::DrawnObject& row) {
        if (open.contains(row.draw)) ++drawn_[row.object];
    });
}

std::string Exclusions::of(const records::ObjectFacts& object) const {
    static const std::set<std::string> deregistered{"注销", "已注销", "注销企业", "注销登记"};
    static const std::set<std::string> suspended{"歇业", "已歇业", "歇业备案"};
    const std::string status = text::fold(object.status);
    if (deregistered.contains(status)) return "DEREGISTERED";
    if (suspended.contains(status)) return "SUSPENDED-BUSINESS";
    if (visited_.contains(object.object)) return "VISITED-THIS-YEAR";
    if (const auto times = drawn_.find(object.object); times != drawn_.end() && times->second >= request_.exclude_drawn)
        return "DRAWN-N-TIMES";
    return {};
}

std::string words_of_exclusion(const std::string& code) {
    static const std::map<std::string, std::string> words{{"DEREGISTERED", "已注销"},
                                                          {"SUSPENDED-BUSINESS", "歇业"},
                                                          {"VISITED-THIS-YEAR", "本年度已检查"},
                                                          {"DRAWN-N-TIMES", "本年度已多次抽中"}};
    const auto found = words.find(code);
    return found == words.end() ? code : found->second;
}

}  // namespace draws
