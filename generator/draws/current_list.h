// The list of a draw as its logged changes have left it. What they may be is checked when they are made and by draw/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/draws/open_draw.h"

namespace draws {

struct ListedObject {
    std::string id;
    std::vector<std::string> inspectors;  // slot by slot; "" is unfilled
    bool replacement = false;
};

/// Ascending by code. Throws Refused when the draw's folder does not have what its changes say.
std::vector<ListedObject> current_list(const OpenDraw& draw);

/// events.json: the commitments, and what they say when `opened`.
draw::Events logged_changes(const OpenDraw& draw, bool opened);

/// How many inspectors the `needs` of an object ask for.
std::size_t slots_of(std::string_view needs);
/// The `needs` of an object of objects.tsv; empty when it is not there.
std::string needs_in_table(std::string_view table, std::string_view id);

}  // namespace draws
