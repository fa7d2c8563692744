// due.ics (RFC 5545) of the site and of each office: what is due when, one all-day event a due date that is still open
// or overdue. Due dates past the last loaded calendar year are 暂定 and tentative. Dates come from the data only.
#pragma once

#include <string>
#include <string_view>

#include "generator/pages/site.h"
#include "records/public_site.h"

namespace pages {

void write_due_calendars(const Site& site, records::PublicSite& records);

/// "due.ics", of an office "offices/<area>/due.ics"; empty: the whole site.
std::string due_calendar(std::string_view area);

/// One content line with its end, folded after at most 75 bytes and never within a character (RFC 5545 3.1).
std::string folded_line(std::string_view line);
/// A text value: backslash, semicolon, comma and line breaks escaped (3.3.11), other control characters left out.
std::string calendar_text(std::string_view text);

}  // namespace pages
