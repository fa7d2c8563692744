// The lists of all objects: each object once, to the list of its district and to that of its initial.
#include <fmt/format.h>

#include "generator/pages/district_lists.h"
#include "generator/pages/initial_lists.h"
#include "generator/pages/kinds.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/search.h"

namespace pages {

void write_enterprise_lists(const Site& site, records::PublicSite& records) {
    DistrictLists districts(site);
    InitialLists initials(site);
    records.each_enterprise([&](const records::PublicEnterprise& enterprise) {
        districts.add(enterprise);
        initials.add(enterprise);
    });
    const auto by_district = districts.finish();
    write_search(site, records, by_district, initials.finish());
}

std::string numbered_address(std::string_view folder, int number) {
    return number == 1 ? std::string(folder) : fmt::format("{}page-{}.html", folder, number);
}

}  // namespace pages
