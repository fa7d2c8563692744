// 附件: the files beside a record, each with what it is, its size, its dates and its digest. Knows nothing of the
// record.
#pragma once

#include "generator/pages/page.h"
#include "records/public_site.h"

namespace pages {

/// Fills the section of attachments.tpl; nothing when the record has none.
void fill_attachments(Page& page, records::PublicSite& records, records::PublicSite::Of what, records::Id id);

}  // namespace pages
