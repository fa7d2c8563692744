#include "generator/pages/chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/table.h"
#include "generator/pages/xml_text.h"

namespace pages {
namespace {

// Widths are parts of whatever width there is and text keeps its size, so a chart reads the same on a phone.
constexpr int line = 48, bar_height = 14;  // px
constexpr double longest_bar = 85;         // per cent; the rest is for the number

std::string bar_markup(const Bar& bar, int top, std::int64_t most) {
    const double length = most == 0 ? 0 : static_cast<double>(bar.count) * longest_bar / static_cast<double>(most);
    return fmt::format(
        "<text x=\"0\" y=\"{}\">{}</text><rect class=\"bar\" x=\"0\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\"/>"
        "<text x=\"{:.2f}%\" y=\"{}\" dx=\"8\">{}</text>",
        top + 18, xml_text(bar.word), top + 25, length, bar_height, length, top + 38, bar.count);
}

}  // namespace

std::string bar_chart(std::string_view title, std::string_view description, const std::vector<Bar>& bars) {
    std::int64_t most = 0;
    for (const Bar& bar : bars) most = std::max(most, bar.count);
    std::string svg =
        fmt::format("<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"{}\"><title>{}</title><desc>{}</desc>",
                    static_cast<int>(bars.size()) * line, xml_text(title), xml_text(description));
    int top = 0;
    for (const Bar& bar : bars) {
        svg += bar_markup(bar, top, most);
        top += line;
    }
    return svg + "</svg>";
}

void fill_chart(Page& page, View view, std::string_view name, std::string_view title, std::string_view head,
                std::string_view unit, const std::vector<Bar>& bars) {
    if (bars.empty()) return;
    View chart = view.include(name, "chart.tpl");
    std::vector<std::string> words;
    for (const Bar& bar : bars) words.push_back(fmt::format("{} {}", bar.word, bar.count));
    chart.html("CHART", bar_chart(title, joined(words, "，"), bars));
    Table table(page, chart, "TABLE", title, {std::string(head), std::string(unit)});
    table.column_style(1, "number");
    for (const Bar& bar : bars) {
        table.row();
        table.link(bar.address, bar.word);
        table.number(bar.count);
    }
}

}  // namespace pages
