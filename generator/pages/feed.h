// Which feeds there are and what stands in them: plan editions, draws, results and what became of results.
#pragma once

#include <string>

#include "generator/pages/site.h"
#include "records/public_site.h"

namespace pages {

/// feed.xml of the site, of each office, each department and each plan.
void write_feeds(const Site& site, records::PublicSite& records);
/// The feed of one enterprise, beside its page; nothing where it was neither drawn nor inspected. Says whether there
/// is one.
bool write_enterprise_feed(const Site& site, const records::PublicEnterprise& enterprise,
                           const records::PublicSite::EnterpriseHistory& history);

std::string plan_feed(records::Id plan);  // plans/<id>/feed.xml
/// In the folder of the department's page.
std::string department_feed(std::string_view area, records::Id department);
std::string enterprise_feed(std::string_view code);  // enterprises/<2 hex>/<code>.xml

}  // namespace pages
