// The boards 规则与进度 of one office and year: its own, its departments' and every rule's rows.
#pragma once

#include "generator/pages/site.h"
#include "records/public_site.h"

namespace pages {

void write_boards(const Site& site, records::PublicSite& records, const records::Office& office, int year);

}  // namespace pages
