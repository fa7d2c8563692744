// The JSON form of an understanding, the same that site/search/understanding.mjs returns.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "search/understanding.h"

namespace search {

/// {"words": [{"written", "key", "sorts", "number"?}…], "said": […], "problem"?: {"position", "found", "expected",
/// "suggestion"}}.
nlohmann::ordered_json json_of(const Understanding& understanding);

}  // namespace search
