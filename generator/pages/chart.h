// Bar charts as SVG made here, each beside a table with the same figures. A bar has its word and its number written at
// it, so colour says nothing by itself. Knows nothing of what is counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/page.h"

namespace pages {

struct Bar {
    std::string word;
    std::int64_t count = 0;
    std::string address;  // of the rows that are counted; may be empty
};

/// The SVG of horizontal bars, longest possible bar 100 %: title and description for those who cannot see it.
std::string bar_chart(std::string_view title, std::string_view description, const std::vector<Bar>& bars);

/// Fills {{>NAME}}: the chart and its table twin. Nothing when there are no bars.
void fill_chart(Page& page, View view, std::string_view name, std::string_view title, std::string_view head,
                std::string_view unit, const std::vector<Bar>& bars);

}  // namespace pages
