// What of a site can be found: public.db and the guides → records of the static index, and the index itself below
// search/index/. Reads only what is public already; what was withdrawn or has expired is left out.
#pragma once

#include "generator/pages/site.h"
#include "records/public_site.h"
#include "search/record.h"

namespace pages {

/// Calls `give` for every enterprise, plan, task, draw, item and guide.
void each_search_record(const Site& site, records::PublicSite& records,
                        const std::function<void(const search::Record&)>& give);

/// Puts the files of the index (docs/search-index.md).
void write_search_index(const Site& site, records::PublicSite& records);

}  // namespace pages
