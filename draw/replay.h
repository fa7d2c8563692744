// A draw after its events (替补与改派), docs/draw-protocol.md, section 8: each is judged on the list as it then stands.
// It knows neither files nor commitments.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "draw/matching.h"
#include "draw/selection.h"

namespace draw {

/// Whether kind, number of fields, reason and slot of an event are of the forms there are, whatever the draw.
bool is_event_form(std::string_view kind, const std::vector<std::string>& fields);

/// The list as it stands after the events so far. What it is made of must outlive it.
class Replay {
  public:
    /// `drawn`: ascending by id. Without `matching` (then `picks` is empty) only replacements can be replayed; its
    /// loads must be those reached by `picks`, and change with the events.
    Replay(const Selection& selection, const std::vector<Candidate>& drawn, Matching* matching, const Picks& picks);

    /// `now` takes the place of `old` if it is the next of the stratum and the limit allows it; false otherwise.
    bool replace(std::string_view old, std::string_view now);
    /// `now` comes for `old` in a slot; "" is nobody. False when section 8 does not allow it. `reason` must be one.
    bool assign(std::string_view object, std::string_view slot, std::string_view old, std::string_view now,
                std::string_view reason);

  private:
    struct Listed {
        std::size_t stratum = 0;
        std::uint32_t needs = 0;
        std::vector<std::string> inspectors;  ///< slot by slot
        bool gone = false;                    ///< replaced
    };
    Listed* find(std::string_view object);
    Listed listed(std::size_t visit) const;
    bool next_pick_is(const ObjectId& id, Listed& object, std::uint64_t slot, std::string_view now);
    bool may_fill(const ObjectId& id, const Listed& object, std::string_view old, std::string_view now) const;
    std::size_t slots_of(std::uint32_t needs) const;

    const Selection& selection_;
    const std::vector<Candidate>& drawn_;
    Matching* matching_;
    const Picks& picks_;
    std::vector<std::vector<Candidate>> next_;  // of each stratum, in order
    std::vector<std::size_t> used_;             // replacements so far
    std::vector<std::uint32_t> strata_;         // of each of drawn_
    std::map<ObjectId, Listed> touched_;
};

}  // namespace draw
