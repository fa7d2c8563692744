// 查企业: the page search/, and the lists of all objects that it leads to without JavaScript, by district and by
// initial. Knows nothing of how the index is made or read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "generator/pages/site.h"

namespace pages {

struct ListLink {  // a list, with how many it holds
    std::string address, name;
    std::int64_t count = 0;
};

/// The page with the box, and the lists it leads to.
void write_search(const Site& site, records::PublicSite& records, const std::vector<ListLink>& districts,
                  const std::vector<ListLink>& initials);

}  // namespace pages
