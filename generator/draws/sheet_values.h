// What the sheets to print show, gathered: names of inspectors from private.db, of objects from portal.db, and the
// slips of the list that record.json fixed.
#pragma once

#include <string>
#include <vector>

#include "generator/draws/current_list.h"
#include "generator/draws/live_draw.h"
#include "generator/draws/open_draw.h"
#include "generator/draws/sheets.h"
#include "records/private_store.h"

namespace draws {

/// print/slips.html, print/tasks.html and slips/CODE.json of a draw that was just made.
Files printed(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
              const OpenDraw& draw, const FixedList& list, const draw::Record& record, const std::string& record_bytes);

/// print/slips.html and print/tasks.html anew, after a change: of the list as it stands now. A slip is shown for what
/// it still proves; a replacement has none. Throws Refused when a slip of the folder is gone.
Files printed_again(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
                    const OpenDraw& draw, const std::vector<ListedObject>& list, const std::string& registered_at);

}  // namespace draws
