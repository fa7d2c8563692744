// A page as it stands in the offline archive (site_archive.h). Opened from a folder by a double click there is no web
// server that answers a folder's address with its index.html, so links to folders name that file. Nothing else changes.
#pragma once

#include <string>
#include <string_view>

namespace output {

/// The page at `address` with href and action values that lead to a folder ending in index.html (fragment and query
/// stay). Addresses of other sites, from the web root ("/…") and within the page are left alone; a link to the file
/// `absent`, which the archive does not hold, loses its href. Reads tags only, never text; any bytes are taken.
std::string offline_page(std::string_view html, std::string_view address, std::string_view absent);

}  // namespace output
