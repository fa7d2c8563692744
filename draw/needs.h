// What a visit to an object needs (名额): the column `needs` of objects.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace draw {

/// `count` inspectors of one department; their slots are numbered on from those of the need before.
struct Need {
    std::string_view department;
    std::string_view skill;  ///< `*`: any
    unsigned count = 0;      ///< 1 to 9
};

inline constexpr unsigned most_slots = 20;  ///< of one object

/// Puts the needs of one cell into `into` (cleared first): `department:skill:count` joined by commas, at most 20 slots,
/// none for an empty cell. False when the cell has another form. The views are of `cell`.
bool parse_needs(std::string_view cell, std::vector<Need>& into);

/// The slots of one cell in all, as parse_needs counts them; -1 when the cell has another form.
int count_slots(std::string_view cell);

}  // namespace draw
