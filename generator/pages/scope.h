// 数据截至 and 覆盖范围 in one sentence, at {{>SCOPE}} of the few pages that may say them: they change with every
// release.
#pragma once

#include <cstdint>

#include "generator/pages/page.h"

namespace pages {

/// At {{>SCOPE}} of the body. `enterprises`: how many objects there are. `ask`: with the publisher's telephone number,
/// for who finds nothing.
void fill_scope(Page& page, const Site& site, records::PublicSite& records, std::int64_t enterprises, bool ask);

/// At {{>ASK}} of a section that says why there is nothing: where date and coverage stand, and whom to ask.
void fill_ask(View section, const Site& site);

}  // namespace pages
