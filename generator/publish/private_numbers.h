// Numbers that identify a person, in a text where they may be disguised. Part of private_text.h.
#pragma once

#include <vector>

#include "generator/publish/private_signs.h"
#include "generator/publish/private_text.h"

namespace publish {

/// Citizen numbers (GB 11643-1999) and mobile numbers of a text, also with part of them hidden where what is left
/// still tells who it is. Hidden well enough: 138****1234 (three and four digits left), 35*************123 and
/// 130102********1234 (no digit of the birthday, at most four at the end).
void find_numbers(const Signs& signs, ColumnSort sort, std::vector<PrivateFinding>& into);

}  // namespace publish
