// The page of a 可核验抽取: a draw whose pools, numbers and secret numbers were committed to before its random value
// existed. In the order in which a reader asks: what came out, what that shows and what not, when, am I in it, how many
// of whom, who, how do I check it; fingerprints last. Knows nothing of how a draw is computed.
#pragma once

#include <string>

#include "generator/pages/page.h"

namespace pages {

/// Fills everything of committed_draw.tpl but the list.
void fill_committed_draw(Page& page, records::PublicSite& records, const records::PublicDraw& draw,
                         const records::PublicCommittedDraw& committed);

// Its parts, each in a file of its own.

/// 这说明什么 and 这不能说明什么 (draw_meaning.cpp).
void fill_meaning(Page& page, const records::PublicCommittedDraw& committed);
/// 计划公布 → 名单承诺 → 随机源轮次 → 抽取 → 检查 → 公开, with clock times (draw_timeline.cpp).
void fill_draw_timeline(Page& page, records::PublicSite& records, const records::PublicDraw& draw,
                        const records::PublicCommittedDraw& committed);
/// Strata with what was drawn, exclusions, and both charts (draw_strata.cpp).
void fill_strata(Page& page, records::PublicSite& records, const records::PublicCommittedDraw& committed);
/// An aborted draw beside the one that was made instead, with what differs (draw_redraw.cpp).
void fill_redraw(Page& page, records::PublicSite& records, const records::PublicCommittedDraw& committed);
/// Downloads with sizes and digests, then fingerprints (draw_files.cpp).
void fill_draw_files(Page& page, records::PublicSite& records, const records::PublicCommittedDraw& committed);
/// A hexadecimal value in fours, copied without blanks; `section` has sections GROUP.
void fill_grouped(View view, std::string_view hex);

/// 我在抽查池中吗: the box, its script, and the way to the pages of the pool (draw_pool.cpp).
void fill_pool_box(Page& page, const records::PublicCommittedDraw& committed);
/// The pages of the pool with their data twins.
void write_pool(const Site& site, records::PublicSite& records, const records::PublicDraw& draw,
                const records::PublicCommittedDraw& committed);
/// Puts the script of the box, once a site.
void put_pool_script(const Site& site);

}  // namespace pages
