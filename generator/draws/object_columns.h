// The columns of the library of objects that may say a scope or a stratum: public ones. (信用风险类别 may not: it is
// what the basis `classes` is for.)
#pragma once

#include <string>
#include <vector>

#include "records/facts.h"

namespace draws {

const std::vector<std::string>& scope_columns();
/// The cell of one of them.
std::string cell_of(const records::ObjectFacts& object, const std::string& column);

}  // namespace draws
