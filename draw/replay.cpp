#include "draw/replay.h"

#include <algorithm>
#include <array>

#include "draw/ids.h"

namespace draw {

namespace {

template <std::size_t size>
bool is_one_of(std::string_view text, const std::array<std::string_view, size>& choices) {
    return std::find(choices.begin(), choices.end(), text) != choices.end();
}

constexpr std::array<std::string_view, 4> replace_reasons{"DEREGISTERED", "REVOKED", "MOVED-OUT", "DUPLICATE"};
constexpr std::array<std::string_view, 2> next_reasons{"RECUSAL", "ILLNESS"};
constexpr std::array<std::string_view, 2> fill_reasons{"DIRECT", "NEIGHBOUR"};
constexpr std::size_t replace_fields = 3, assign_fields = 5, most_slot_digits = 10;

/// `0` or `[1-9][0-9]{0,9}`
bool is_slot(std::string_view text) {
    return !text.empty() && text.size() <= most_slot_digits && text.find_first_not_of("0123456789") == text.npos &&
           (text.size() == 1 || text[0] != '0');
}

std::size_t position(const std::vector<Candidate>& drawn, const ObjectId& id) {
    const auto found =
        std::lower_bound(drawn.begin(), drawn.end(), id,
                         [](const Candidate& candidate, const ObjectId& wanted) { return candidate.id < wanted; });
    return found != drawn.end() && found->id == id ? static_cast<std::size_t>(found - drawn.begin()) : drawn.size();
}

}  // namespace

bool is_event_form(std::string_view kind, const std::vector<std::string>& fields) {
    if (kind == "replace") return fields.size() == replace_fields && is_one_of(fields[2], replace_reasons);
    return kind == "assign" && fields.size() == assign_fields && is_slot(fields[1]) &&
           (is_one_of(fields[4], next_reasons) || is_one_of(fields[4], fill_reasons));
}

Replay::Replay(const Selection& selection, const std::vector<Candidate>& drawn, Matching* matching, const Picks& picks)
    : selection_(selection),
      drawn_(drawn),
      matching_(matching),
      picks_(picks),
      used_(selection.strata()),
      strata_(drawn.size()) {
    for (std::size_t stratum = 0; stratum < selection.strata(); ++stratum) {
        const auto next = selection.next_in_order(stratum);
        next_.emplace_back(next.begin(), next.end());
        for (const Candidate& candidate : selection.drawn(stratum))
            strata_[position(drawn, candidate.id)] = static_cast<std::uint32_t>(stratum);
    }
}

std::size_t Replay::slots_of(std::uint32_t needs) const {
    const int slots = count_slots(selection_.needs(needs));
    return slots < 0 ? 0 : static_cast<std::size_t>(slots);
}

Replay::Listed Replay::listed(std::size_t visit) const {
    Listed object{strata_[visit], drawn_[visit].needs, {}};
    if (matching_ == nullptr) return object;
    for (const InspectorNumber picked : picks_.of(visit))
        object.inspectors.push_back(picked == nobody ? "" : matching_->inspector(picked).id);
    return object;
}

Replay::Listed* Replay::find(std::string_view object) {
    if (!is_object_id(object)) return nullptr;
    const ObjectId id(object);
    auto found = touched_.find(id);
    if (found == touched_.end()) {
        const std::size_t visit = position(drawn_, id);
        if (visit == drawn_.size()) return nullptr;
        found = touched_.emplace(id, listed(visit)).first;
    }
    return found->second.gone ? nullptr : &found->second;
}

bool Replay::replace(std::string_view old, std::string_view now) {
    Listed* const object = find(old);
    if (object == nullptr) return false;
    const std::size_t stratum = object->stratum;
    std::size_t& used = used_[stratum];
    // next_ ends where the limit does.
    if (used >= next_[stratum].size() || next_[stratum][used].id.text() != now) return false;
    const Candidate& next = next_[stratum][used];
    object->gone = true;
    Listed replacement{stratum, next.needs, std::vector<std::string>(slots_of(next.needs))};
    touched_.insert_or_assign(next.id, std::move(replacement));
    ++used;
    return true;
}

bool Replay::next_pick_is(const ObjectId& id, Listed& object, std::uint64_t slot, std::string_view now) {
    std::vector<InspectorNumber> on;
    for (const std::string& inspector : object.inspectors)
        if (const auto number = matching_->number_of(inspector); number != nobody) on.push_back(number);
    const Visit visit{id, selection_.needs(object.needs)};
    const InspectorNumber picked = matching_->pick(visit, static_cast<unsigned>(slot), on);
    return now == (picked == nobody ? "" : std::string_view(matching_->inspector(picked).id));
}

bool Replay::may_fill(const ObjectId& id, const Listed& object, std::string_view old, std::string_view now) const {
    if (!old.empty() || now.empty()) return false;
    if (std::find(object.inspectors.begin(), object.inspectors.end(), now) != object.inspectors.end()) return false;
    const InspectorNumber number = matching_->number_of(now);
    return number == nobody || !matching_->is_recused(number, id);
}

bool Replay::assign(std::string_view object, std::string_view slot, std::string_view old, std::string_view now,
                    std::string_view reason) {
    Listed* const listed = find(object);
    const std::uint64_t k = std::stoull(std::string(slot));
    if (listed == nullptr || k >= listed->inspectors.size() || listed->inspectors[k] != old) return false;
    const ObjectId id(object);
    if (const auto before = matching_->number_of(old); before != nobody) matching_->release(before);
    const bool allowed =
        is_one_of(reason, next_reasons) ? next_pick_is(id, *listed, k, now) : may_fill(id, *listed, old, now);
    if (!allowed) return false;
    if (const auto after = matching_->number_of(now); after != nobody) matching_->take(after);
    listed->inspectors[k] = now;
    return true;
}

}  // namespace draw
