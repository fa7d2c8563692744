// The tables that the browser needs to make the same keys as we do, as one JSON file of a release,
// written from the tables in text/: one source. It knows nothing of where the file goes.
#pragma once

#include <string>

namespace search {

/// The file: {"format": 1, "fold": [[first, last, how, to]…], "traditional": "…", "simplified": "…", "places": "…"},
/// UTF-8 on one line, 62 kB (33 kB compressed). The same bytes until a table changes.
std::string tables_json();

}  // namespace search
