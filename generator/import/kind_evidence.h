// How much a resolved heading, a title or a missing one speaks for a kind of sheet. For headers only.
#pragma once

#include <string_view>

#include "records/fields.h"

namespace importing {

/// Points of a recognised column for a kind. `heading` is folded: 实施日期 is in plans and in item lists alike.
int evidence(std::string_view kind, std::string_view field, std::string_view heading);

/// Points of a folded title or sheet name for a kind.
int title_evidence(std::string_view kind, std::string_view title);

/// What a column that the kind does not know costs, and a required field without a column.
inline constexpr int unknown_column_costs = 3;
inline constexpr int missing_field_costs = 4;

}  // namespace importing
