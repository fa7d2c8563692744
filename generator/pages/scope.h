// 数据截至 and 覆盖范围 in one sentence, at {{>SCOPE}} of the few pages that may say them: they change with every
// release.
#pragma once

#include <cstdint>

#include "generator/pages/page.h"

namespace pages {

/// `enterprises`: how many objects there are. `ask`: with the publisher's telephone number, for who finds nothing.
void fill_scope(Page& page, const Site& site, records::PublicSite& records, std::int64_t enterprises, bool ask);

}  // namespace pages
