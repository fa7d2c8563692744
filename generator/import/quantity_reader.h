// Reads what a cell says about how many and how often: 抽查比例、抽查频次、抽查数量、抽查基数, alone or in one cell.
// A plain ratio is a lower bound; a plain count, frequency or base is exact. What cannot be read says so with the
// likely reading, nothing is put right. Knows Chinese wording, not which columns a sheet has.
#pragma once

#include <string_view>

#include "records/quantity.h"

namespace importing {

/// The quantity of one cell. `column` is what the column is about and so what a number without a unit means (a ratio
/// must have its %; none: several things in one column). `unit` is the column's unit from its header (抽查基数(户):
/// 户). A blank cell gives a quantity without parts that is not unreadable.
records::Quantity read_quantity(std::string_view cell, records::QuantityKind column, std::string_view unit = {});

}  // namespace importing
