// E-mail addresses in a text, also with @ and dots disguised: (at), 艾特, ⓐ, #, 点, (dot), blanks. Part of
// private_text.h.
#pragma once

#include <string_view>
#include <vector>

#include "generator/publish/private_signs.h"
#include "generator/publish/private_text.h"

namespace publish {

/// Addresses with at least four characters of the name shown, or all of it; z***@example.cn is hidden well enough.
void find_mails(std::string_view text, const Signs& signs, std::vector<PrivateFinding>& into);

}  // namespace publish
