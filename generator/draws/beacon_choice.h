// Which round of the public random source a draw waits for: the first one at 10:00 of the next working day, unless
// told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "generator/duties/working_days.h"

namespace draws {

struct BeaconRequest {
    std::optional<std::int64_t> round;  // a round of drand quicknet
    std::string time;                   // or a time: YYYY-MM-DDThh:mm:ss+08:00; both empty: the next working day, 10:00
};
struct BeaconChoice {
    std::int64_t round = 0;
    std::int64_t time = 0;     // Unix seconds
    std::string ref;           // chain hash / round
    bool provisional = false;  // that year's days off are not loaded: by weekdays only
};

/// `announced` is Unix seconds. Throws Refused when the round is less than an hour on.
BeaconChoice choose_beacon(std::int64_t announced, const BeaconRequest& request, const duties::WorkingDays& calendar);

/// Seconds that must lie between an announcement and its round.
inline constexpr std::int64_t least_wait = 3600, longest_wait = 400 * 86'400;

}  // namespace draws
