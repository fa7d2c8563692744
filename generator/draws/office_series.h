// Where an office's next announcement stands: its number, the one before, and whether its series is free.
#pragma once

#include <string>
#include <vector>

#include "draw/package.h"
#include "records/portal.h"

namespace draws {

struct PlaceInSeries {
    std::uint64_t seq = 0;
    draw::Digest prev{};
};

/// Throws Refused, naming the draw and what to do with it, while one of the series is open or overdue, whichever
/// department of the district announced it.
PlaceInSeries next_place(records::Portal& portal, const std::string& office_code, const std::string& series);

}  // namespace draws
