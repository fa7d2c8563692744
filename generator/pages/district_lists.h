// The lists of all objects by district 区县, in code order, in pages of 100. Objects come once, in the order of their
// codes; each list keeps the rows of two pages.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/pages/page.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/search.h"

namespace pages {

class DistrictLists {
  public:
    explicit DistrictLists(const Site& site) : site_(site) {}
    void add(const records::PublicEnterprise& enterprise);
    /// Writes the last pages and answers what there is, by area code, objects without one last.
    std::vector<ListLink> finish();

  private:
    struct District {  // 所在区县: an area code, or "other" for objects that say none
        std::string key, name;
        std::int64_t count = 0;
        std::unique_ptr<RowPages<records::PublicEnterprise>> list;
        // The first page is written last: it leads to the others by the codes they begin with.
        std::vector<records::PublicEnterprise> first_page;
        std::vector<std::string> begins;  // of each page
    };
    void begin(District& district, const std::string& key, const records::PublicEnterprise& enterprise);
    void write_page(const District& district, int number, const std::vector<records::PublicEnterprise>& rows,
                    bool more) const;
    const Site& site_;
    std::map<std::string, District> districts_;
};

/// The rows of a list of objects, whatever its order.
void fill_enterprises_table(Page& page, const std::string& caption, const std::vector<records::PublicEnterprise>& rows);
/// On a list's first page: links to pages spread evenly over it, so that any row is a few steps away. `begins`: what
/// each page begins with, in words.
void fill_jumps(Page& page, std::string_view folder, const std::vector<std::string>& begins);

}  // namespace pages
