#include "generator/pages/chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/table.h"
#include "generator/pages/xml_text.h"
#include "text/utf8.h"

namespace pages {
namespace {

// Widths are parts of whatever width there is and text keeps its size, so a chart reads the same on a phone.
constexpr int line = 48, bar_height = 14;  // px
constexpr double longest_bar = 85;         // per cent; the rest is for the number

/// What fits beside each other on a phone 320 px wide; the table twin has the whole word.
std::string shortened(std::string_view word) {
    constexpr std::size_t most = 18;
    std::size_t at = 0;
    for (std::size_t count = 0; at < word.size(); ++count) {
        const std::size_t length = text::decode_at(word, at).length;
        if (count + 1 == most && at + length < word.size()) return fmt::format("{}…", word.substr(0, at));
        at += length;
    }
    return std::string(word);
}

std::string bar_markup(const Bar& bar, int top, std::int64_t most) {
    const double scale = most == 0 ? 0 : longest_bar / static_cast<double>(most);
    const double length = static_cast<double>(bar.count) * scale;
    const double whole = static_cast<double>(bar.of.value_or(bar.count)) * scale;
    std::string outline;
    if (bar.of)
        outline = fmt::format(
            "<rect x=\"0\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\" fill=\"none\" stroke=\"currentColor\"/>", top + 25,
            whole, bar_height);
    return fmt::format(
        "<text x=\"0\" y=\"{}\">{}</text>{}<rect class=\"bar\" x=\"0\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\"/>"
        "<text x=\"{:.2f}%\" y=\"{}\" dx=\"8\">{}</text>",
        top + 18, xml_text(shortened(bar.word)), outline, top + 25, length, bar_height, bar.of ? 0 : whole,
        bar.of ? top + 56 : top + 38, xml_text(figure_words(bar)));
}

/// A bar within a whole has its figure below: on a phone there is no room beside a full outline.
int height_of(const Bar& bar) {
    return bar.of ? line + 18 : line;
}

}  // namespace

std::string bar_chart(std::string_view title, std::string_view description, const std::vector<Bar>& bars) {
    std::int64_t most = 0;
    int height = 0;
    for (const Bar& bar : bars) {
        most = std::max(most, bar.of.value_or(bar.count));
        height += height_of(bar);
    }
    std::string svg =
        fmt::format("<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"{}\"><title>{}</title><desc>{}</desc>",
                    height, xml_text(title), xml_text(description));
    int top = 0;
    for (const Bar& bar : bars) {
        svg += bar_markup(bar, top, most);
        top += height_of(bar);
    }
    return svg + "</svg>";
}

std::string figure_words(const Bar& bar) {
    if (!bar.of) return fmt::format("{}", bar.count);
    if (*bar.of == 0) return "0／0";
    return fmt::format("{}／{}（{:.1f}%）", bar.count, *bar.of,
                       100.0 * static_cast<double>(bar.count) / static_cast<double>(*bar.of));
}

std::string histogram(std::string_view title, std::string_view description, const std::vector<Bar>& columns) {
    constexpr int tallest = 120, above = 24, below = 26;  // px
    std::int64_t most = 1;
    for (const Bar& column : columns) most = std::max(most, column.count);
    const double width = 100.0 / static_cast<double>(std::max<std::size_t>(columns.size(), 1));
    std::string svg =
        fmt::format("<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"{}\"><title>{}</title><desc>{}</desc>",
                    above + tallest + below, xml_text(title), xml_text(description));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto height = static_cast<int>(columns[i].count * tallest / most);
        const double middle = width * (static_cast<double>(i) + 0.5);
        svg += fmt::format(
            "<rect class=\"bar\" x=\"{:.2f}%\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\"/>"
            "<text x=\"{:.2f}%\" y=\"{}\" text-anchor=\"middle\">{}</text>"
            "<text x=\"{:.2f}%\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            width * (static_cast<double>(i) + 0.1), above + tallest - height, width * 0.8, height, middle,
            above + tallest - height - 6, columns[i].count, middle, above + tallest + below - 6, i + 1);
    }
    return svg + "</svg>";
}

namespace {

void fill_figure(Page& page, View view, std::string_view name, std::string_view title, std::string_view head,
                 std::string_view unit, const std::vector<Bar>& bars,
                 std::string (*draw)(std::string_view, std::string_view, const std::vector<Bar>&)) {
    if (bars.empty()) return;
    View chart = view.include(name, "chart.tpl");
    std::vector<std::string> words;
    for (const Bar& bar : bars) words.push_back(fmt::format("{} {}", bar.word, figure_words(bar)));
    chart.html("CHART", draw(title, joined(words, "，"), bars));
    Table table(page, chart, "TABLE", title, {std::string(head), std::string(unit)});
    table.column_style(1, "number");
    for (const Bar& bar : bars) {
        table.row();
        table.link(bar.address, bar.word);
        if (bar.of)
            table.text(figure_words(bar));
        else
            table.number(bar.count, bar.address);
    }
}

}  // namespace

void fill_chart(Page& page, View view, std::string_view name, std::string_view title, std::string_view head,
                std::string_view unit, const std::vector<Bar>& bars) {
    fill_figure(page, view, name, title, head, unit, bars, bar_chart);
}

void fill_histogram(Page& page, View view, std::string_view name, std::string_view title, std::string_view head,
                    std::string_view unit, const std::vector<Bar>& columns) {
    fill_figure(page, view, name, title, head, unit, columns, histogram);
}

}  // namespace pages
