// 引用本页: how to cite a document, a record or a set of data, after GB/T 7714—2015 and as BibTeX. No clock: the day of
// access is left to whoever cites. Where the site's address is not set, the relative one stands after the site's name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "generator/pages/page.h"

namespace pages {

/// 文献类型标识: an electronic notice [EB/OL] or a set of data [DS/OL].
enum class CitedAs : std::uint8_t { document, data };

/// Fills {{>CITATION}} of the page. Call after twin(), whose digest it shows. Without `author` the site's publisher;
/// `published_on` may be empty.
void fill_citation(Page& page, std::string_view author, std::string_view title, std::string_view published_on,
                   std::string_view address, CitedAs as = CitedAs::document);

/// A text as BibTeX may hold it between braces.
std::string bibtex_text(std::string_view text);

}  // namespace pages
