// 同一企业检查次数: how often the same enterprise was inspected in a year against the cap its office declared
// (国办发〔2024〕54号); a page for each office and year, and a part of each enterprise's page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/page.h"
#include "generator/pages/wording.h"
#include "records/public_visits.h"

namespace pages {

/// "rules/<area>/<year>/visits/".
std::string visits_address(std::string_view area, int year);
/// Of every office and year with an inspection or a declared cap (records::visit_years).
void write_visits(const Site& site, records::PublicSite& records);

/// How often against a cap: 未达上限, 已达上限, 超过上限.
State cap_state(std::int64_t visits, std::int64_t cap);
/// "年度上限 2 次，依据 …".
std::string cap_words(const records::PublicDeclaredFigure& cap);

/// {{#VISIT_YEAR}} and {{>VISITS}} of an enterprise's page (enterprise_visits.cpp); nothing without results.
void fill_enterprise_visits(Page& page, records::PublicSite& records,
                            const std::vector<records::PublicResult>& results);

}  // namespace pages
