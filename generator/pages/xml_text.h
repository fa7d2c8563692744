// Text for XML files (Atom, sitemap): escaped for content and attributes alike, without what XML 1.0 forbids.
#pragma once

#include <string>
#include <string_view>

namespace pages {

/// < > & " ' escaped; control and bidirectional characters made visible (template_set.h).
std::string xml_text(std::string_view text);

}  // namespace pages
