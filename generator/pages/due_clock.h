// How a duty stands against its due date 期限: a duty that was met says so for ever, an open one counts the days as of
// the site's date (截至). Only pages of open items and the first page of the whole list of deadlines may count; the
// words of met duties stand anywhere. Reads nothing but the site's calendars.
#pragma once

#include <string>
#include <string_view>

#include "generator/pages/site.h"
#include "generator/pages/wording.h"

namespace pages {

/// Whether it is still to be met: open or overdue, with a day.
bool awaited(const records::Due& due);

/// Of a duty that was met on that day: 按期, or 逾期 5 天（3 个工作日）. `area` says whose working days are counted;
/// without `done_on` only met and late can be told.
State kept_state(const Site& site, std::string_view area, const records::Due& due, std::string_view done_on);

/// Of an open one: 还有 5 天（3 个工作日）, 当天到期 or 已过 5 天（3 个工作日）, as of the site's date, which is not
/// said.
std::string left_words(const Site& site, std::string_view area, const records::Due& due);
/// The same with 截至2026年11月18日 before it; empty for a duty that is not open.
std::string left_as_of(const Site& site, std::string_view area, const records::Due& due);

/// The due date with its clause and, of an open duty, the days as of the site's date. Where no rule gives a due date it
/// says that: 没有规则规定结果公示的期限. `matter`: 结果公示, 后续处置 …
std::string deadline_words(const Site& site, std::string_view area, const records::Due& due, std::string_view matter);
/// The same without days, for pages that many records have.
std::string deadline_words(const records::Due& due, std::string_view matter);

}  // namespace pages
