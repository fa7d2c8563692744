// The forms of ids and codes in a package (docs/draw-protocol.md, section 2), matched whole.
#pragma once

#include <string_view>

namespace draw {

/// 18 characters with the check character of GB 32100-2015 (and no citizen number, GB 11643), or 15 digits with the
/// check digit of ISO 7064 MOD 11,10. The inner organisation code is not tested.
bool is_object_id(std::string_view id);
/// `[A-Z0-9-]{1,32}`
bool is_inspector_id(std::string_view id);
/// `[A-Za-z0-9-]{1,24}`: strata, exclusion codes, departments, skills, holders.
bool is_code(std::string_view code);

}  // namespace draw
