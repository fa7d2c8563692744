// What differs between two public.dbs, said as the pages that must be made anew among those counted in millions: the
// pages of results and of enterprises with their JSON. All other pages are few, read many records and are always made.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "records/public_site.h"

namespace records {

struct PublicChanges {
    std::set<Id> results;  // new, changed or gone, with another follow-up, penalty or attachment, or counting days
    std::set<std::string> enterprises;  // permanent codes before and after, likewise with drawings and results
};

/// Compares every row of the tables those pages read. Nothing when more than `at_most` pages are concerned, or when
/// something differs that each of them shows (the site's facts but as_of and publication, the offices, the calendar,
/// the caps on yearly inspections, the schema). Throws Broken for a file that cannot be read.
std::optional<PublicChanges> changes_between(const std::filesystem::path& before, const std::filesystem::path& now,
                                             std::size_t at_most);

}  // namespace records
