// How far the list of a drawn draw is: slots that nobody fills yet, objects without a result of an inspection since the
// draw.
#pragma once

#include <vector>

#include "generator/draws/current_list.h"
#include "generator/draws/open_draw.h"

namespace draws {

/// Of an object on the list: no result of the draw's task that is dated on or after the day of its round.
std::size_t not_inspected(records::Portal& portal, const OpenDraw& draw, const std::vector<ListedObject>& list);

/// Nothing for a draw that is not in the state drawn.
std::optional<ListStanding> list_standing(records::Portal& portal, const OpenDraw& draw);

}  // namespace draws
