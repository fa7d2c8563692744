// The months of a figure 按月 as a small chart of upright columns, for pages with many of them, and the table beneath
// it for those who cannot see it. Knows nothing of what is counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/page.h"
#include "records/public_ledger.h"

namespace pages {

/// SVG: a filled column of each month's numerator within the outline of its denominator; at most the last 24 months.
std::string month_chart(std::string_view title, const std::vector<records::FindingMonth>& months);

/// How many months the chart has: those between two that were counted too.
std::size_t months_shown(const std::vector<records::FindingMonth>& months);

/// Fills {{>NAME}} with chart and table; nothing for fewer than two months, which show no course.
void fill_months(View view, std::string_view name, std::string_view title,
                 const std::vector<records::FindingMonth>& months);

/// "2026-03" → "2026年3月"; any other text as it is.
std::string month_words(std::string_view month);

}  // namespace pages
