// What was found as HTML, in the shape that the comment of templates/search.tpl tells. Every text is escaped here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/public_site.h"
#include "search/understanding.h"

namespace server {

/// A text for HTML and for attributes in quotation marks; what is invisible or turns writing round is left out.
std::string escaped(std::string_view text);

/// One enterprise, and why it is there: nothing where its name shows it.
struct SearchRow {
    records::PublicEnterprise enterprise;
    std::string former, code;  // the former name, or the other code, that matched
};

struct SearchAnswer {
    std::string query;  // as written
    search::Understanding meaning;
    std::vector<SearchRow> rows;
    std::optional<std::string> next;  // the cursor of the next page
    bool whole = false;               // these are all there are
    bool failed = false;              // the search could not be made
};
/// What stands at <!--found-->.
std::string found_html(const SearchAnswer& answer);

}  // namespace server
