// Bar charts and histograms as SVG made here, each beside a table with the same figures. A bar has its word and its
// number written at it, so colour says nothing by itself. Knows nothing of what is counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/page.h"

namespace pages {

struct Bar {
    std::string word;
    std::int64_t count = 0;
    std::string address;  // of the rows that are counted; may be empty
    /// Of how many, where the figure is a part of something: the bar then stands in an outline of the whole.
    std::optional<std::int64_t> of = std::nullopt;
};

/// The SVG of horizontal bars, longest possible bar 100 %: title and description for those who cannot see it.
std::string bar_chart(std::string_view title, std::string_view description, const std::vector<Bar>& bars);

/// "5", or "5／12（41.7%）" of a whole; a whole of none has no share.
std::string figure_words(const Bar& bar);

/// Fills {{>NAME}}: the chart and its table twin. Nothing when there are no bars.
void fill_chart(Page& page, View view, std::string_view name, std::string_view title, std::string_view head,
                std::string_view unit, const std::vector<Bar>& bars);

/// The SVG of upright columns, evenly spaced over the whole width, each with its count above and its number below.
std::string histogram(std::string_view title, std::string_view description, const std::vector<Bar>& columns);
/// Fills {{>NAME}} with the histogram and its table twin. Nothing when there are no columns.
void fill_histogram(Page& page, View view, std::string_view name, std::string_view title, std::string_view head,
                    std::string_view unit, const std::vector<Bar>& columns);

}  // namespace pages
