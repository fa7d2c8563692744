#include "draw/matching.h"

#include <algorithm>
#include <limits>

namespace draw {

namespace {

constexpr std::uint32_t full = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t million = 1'000'000;

std::string group_key(std::string_view department, std::string_view skill) {
    std::string key(department);
    key += ':';
    key += skill;
    return key;
}

/// Gives each code of a comma list to `take`.
template <typename Take>
void each_code(std::string_view list, const Take& take) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        take(list.substr(0, comma));
        list.remove_prefix(comma == list.npos ? list.size() : comma + 1);
    }
}

}  // namespace

Matching::Matching(const std::vector<Inspector>& inspectors, const Keys& keys, std::span<const std::string> needs)
    : inspectors_(inspectors),
      match_(keys.match),
      order_(keys.order),
      groups_(1),
      loads_(inspectors.size(), 0),
      ratios_(inspectors.size(), 0) {
    fill_groups(needs);
    for (std::size_t i = 0; i < inspectors.size(); ++i)
        for (const ObjectId& object : inspectors[i].recuse)
            recusals_.emplace_back(object, static_cast<InspectorNumber>(i));
    std::sort(recusals_.begin(), recusals_.end());
}

void Matching::fill_groups(std::span<const std::string> needs) {
    std::vector<Need> parsed;
    for (const std::string& cell : needs) {
        parse_needs(cell, parsed);
        for (const Need& need : parsed)
            if (group_numbers_.try_emplace(group_key(need.department, need.skill), groups_.size()).second)
                groups_.emplace_back();
    }
    std::string key;
    for (std::size_t i = 0; i < inspectors_.size(); ++i) {
        const auto join = [&](std::string_view skill) {
            key.assign(inspectors_[i].department).append(1, ':').append(skill);
            if (const auto group = group_numbers_.find(key); group != group_numbers_.end())
                groups_[group->second].push_back(static_cast<InspectorNumber>(i));
        };
        join("*");
        each_code(inspectors_[i].skills, join);
    }
}

std::uint32_t Matching::group_of(const Need& need) const {
    const auto found = group_numbers_.find(group_key(need.department, need.skill));
    return found == group_numbers_.end() ? 0 : found->second;
}

std::span<const Matching::Recusal> Matching::recused_from(const ObjectId& object) const {
    const auto from = std::lower_bound(recusals_.begin(), recusals_.end(), Recusal(object, 0));
    const auto to = std::upper_bound(from, recusals_.end(), Recusal(object, nobody));
    return {from, to};
}

std::uint64_t Matching::count_candidates(std::uint32_t group, std::span<const Recusal> recused) const {
    const Group& all = groups_[group];
    const auto left_out = std::count_if(recused.begin(), recused.end(), [&](const Recusal& recusal) {
        return std::binary_search(all.begin(), all.end(), recusal.second);
    });
    return all.size() - static_cast<std::uint64_t>(left_out);
}

/// Numbers the slots of all visits, counts those with few candidates, and sums up |C(o, k)|.
std::uint64_t Matching::count_slots_and_candidates(std::span<const Visit> visits, Picks& picks) const {
    std::uint64_t sum = 0, slots = 0;
    std::vector<Need> needs;
    picks.begins.reserve(visits.size() + 1);
    for (const Visit& visit : visits) {
        picks.begins.push_back(slots);
        parse_needs(visit.needs, needs);
        const auto recused = recused_from(visit.id);
        for (const Need& need : needs) {
            const std::uint64_t candidates = count_candidates(group_of(need), recused);
            slots += need.count;
            sum += need.count * candidates;
            if (candidates < enough_candidates) picks.few_candidates += need.count;
        }
    }
    picks.begins.push_back(slots);
    return sum;
}

/// All slots that somebody may fill, in order.
std::vector<Matching::Slot> Matching::slots_of(std::span<const Visit> visits) const {
    std::vector<Slot> slots;
    std::vector<Need> needs;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        parse_needs(visits[i].needs, needs);
        const auto recused = recused_from(visits[i].id);
        std::uint32_t k = 0;
        for (const Need& need : needs) {
            const std::uint32_t group = group_of(need);
            const auto candidates = static_cast<std::uint32_t>(count_candidates(group, recused));
            for (unsigned copy = 0; copy < need.count; ++copy, ++k) {
                if (candidates == 0) continue;
                const Digest order = order_.of(encoded(visits[i].id.text(), std::to_string(k)));
                std::uint64_t first = 0;
                for (std::size_t byte = 0; byte < sizeof first; ++byte) first = first << 8 | order[byte];
                slots.push_back({candidates, static_cast<std::uint32_t>(i), first, group, k});
            }
        }
    }
    sort_slots(slots, visits);
    return slots;
}

void Matching::sort_slots(std::vector<Slot>& slots, std::span<const Visit> visits) const {
    const auto whole = [&](const Slot& slot) {
        return order_.of(encoded(visits[slot.visit].id.text(), std::to_string(slot.k)));
    };
    std::sort(slots.begin(), slots.end(), [&](const Slot& a, const Slot& b) {
        if (a.candidates != b.candidates) return a.candidates < b.candidates;
        return a.order != b.order ? a.order < b.order : whole(a) < whole(b);
    });
}

Picks Matching::match(std::span<const Visit> visits) {
    Picks picks;
    if (count_slots_and_candidates(visits, picks) > most_candidates)
        throw Unreadable("inspectors.tsv", 0, "各名额的候选人数之和超过一亿");
    std::fill(loads_.begin(), loads_.end(), 0);
    std::fill(ratios_.begin(), ratios_.end(), 0);
    picks.all.assign(picks.begins.back(), nobody);
    picks.unfilled = picks.all.size();
    for (const Slot& slot : slots_of(visits)) {
        const InspectorNumber one = best(slot.group, visits[slot.visit].id, slot.k, picks.of(slot.visit));
        if (one == nobody) continue;
        picks.all[picks.begins[slot.visit] + slot.k] = one;
        --picks.unfilled;
        take(one);
    }
    return picks;
}

InspectorNumber Matching::pick(const Visit& visit, unsigned k, std::span<const InspectorNumber> on) const {
    std::vector<Need> needs;
    parse_needs(visit.needs, needs);
    unsigned past = 0;
    for (const Need& need : needs) {
        past += need.count;
        if (k < past) return best(group_of(need), visit.id, k, on);
    }
    return nobody;
}

bool Matching::may_take(InspectorNumber one, std::span<const Recusal> recused,
                        std::span<const InspectorNumber> on) const {
    if (std::find(on.begin(), on.end(), one) != on.end()) return false;
    return !std::binary_search(recused.begin(), recused.end(), Recusal({}, one),
                               [](const Recusal& a, const Recusal& b) { return a.second < b.second; });
}

InspectorNumber Matching::best(std::uint32_t group, const ObjectId& object, unsigned k,
                               std::span<const InspectorNumber> on) const {
    const auto recused = recused_from(object);
    std::uint32_t lowest = full;
    for (const InspectorNumber one : groups_[group])
        if (ratios_[one] < lowest && may_take(one, recused, on)) lowest = ratios_[one];
    if (lowest == full) return nobody;
    const std::string behind = encoded(object.text(), std::to_string(k));
    std::string message;
    InspectorNumber chosen = nobody;
    Digest smallest{};
    for (const InspectorNumber one : groups_[group]) {
        if (ratios_[one] != lowest || !may_take(one, recused, on)) continue;
        message.clear();
        append_part(message, inspectors_[one].id);
        message += behind;
        const Digest mac = match_.of(message);
        if (chosen != nobody && !(mac < smallest)) continue;
        smallest = mac;
        chosen = one;
    }
    return chosen;
}

void Matching::set_ratio(InspectorNumber inspector) {
    const std::uint64_t load = loads_[inspector], cap = inspectors_[inspector].cap;
    ratios_[inspector] = load >= cap ? full : static_cast<std::uint32_t>(load * million / cap);
}

void Matching::take(InspectorNumber inspector) {
    ++loads_[inspector];
    set_ratio(inspector);
}

void Matching::release(InspectorNumber inspector) {
    if (loads_[inspector] > 0) --loads_[inspector];
    set_ratio(inspector);
}

bool Matching::is_recused(InspectorNumber inspector, const ObjectId& object) const {
    return std::binary_search(recusals_.begin(), recusals_.end(), Recusal(object, inspector));
}

InspectorNumber Matching::number_of(std::string_view id) const {
    const auto found = std::lower_bound(inspectors_.begin(), inspectors_.end(), id,
                                        [](const Inspector& one, std::string_view wanted) { return one.id < wanted; });
    return found == inspectors_.end() || found->id != id ? nobody
                                                         : static_cast<InspectorNumber>(found - inspectors_.begin());
}

}  // namespace draw
