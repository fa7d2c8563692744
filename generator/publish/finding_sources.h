// Which file, sheet and row a finding of the privacy gate was imported from, so that the clerk knows what to mend.
#pragma once

#include <filesystem>
#include <vector>

#include "generator/publish/publish.h"
#include "records/portal.h"

namespace publish {

/// Fills `source` of the findings in tables of public.db: the row of the master they were written from; for rules,
/// calendar and the site's own facts the file alone. Files of content/ and templates/ are their own source.
void name_sources(std::vector<GateFinding>& findings, records::Portal& portal, const std::filesystem::path& public_db);

}  // namespace publish
