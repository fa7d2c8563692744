// The list of those drawn 抽查名单, as a table and as a download; and what a draw is called. For every draw, committed
// to or not.
#pragma once

#include <string>
#include <vector>

#include "generator/pages/page.h"

namespace pages {

/// Its own title, else the task with the draw's number.
std::string title_of(const records::PublicDraw& draw);
/// Fills {{>FACTS}}: everything the record of the draw says. `committed` here and below: whether it is a 可核验抽取,
/// whose record was published with its commitment and whose visits have slots.
void fill_draw_facts(Page& page, const records::PublicDraw& draw, bool committed);
/// Fills {{>TABLE}} with one page of rows.
void fill_draw_list(Page& page, const std::vector<records::PublicDrawnObject>& rows, bool committed);
/// Puts the whole list as CSV and XLSX and fills {{>DOWNLOADS}}; nothing when it is empty.
void write_list_download(Page& page, records::PublicSite& records, const records::PublicDraw& draw, bool committed);

}  // namespace pages
