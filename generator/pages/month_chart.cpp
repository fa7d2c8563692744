#include "generator/pages/month_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/wording.h"
#include "generator/pages/xml_text.h"

namespace pages {
namespace {

constexpr std::size_t most_months = 24;
constexpr int above = 20, tallest = 56, below = 22;  // px
constexpr int step = 10;                             // of the drawing within, which is stretched to the whole width

bool is_month(std::string_view text) {
    return text.size() == 7 && text[4] == '-' && text.substr(0, 4).find_first_not_of("0123456789") == text.npos &&
           text.substr(5).find_first_not_of("0123456789") == text.npos;
}

std::string month_after(const std::string& month) {
    const int year = std::stoi(month.substr(0, 4)), number = std::stoi(month.substr(5));
    return number >= 12 ? fmt::format("{:04}-01", year + 1) : fmt::format("{:04}-{:02}", year, number + 1);
}

/// The last months, those between them in which nothing was counted too.
std::vector<records::FindingMonth> shown(const std::vector<records::FindingMonth>& months) {
    std::vector<records::FindingMonth> all;
    for (const records::FindingMonth& month : months) {
        if (!all.empty() && is_month(all.back().month) && is_month(month.month))
            for (std::size_t i = 0; i < most_months && month_after(all.back().month) < month.month; ++i)
                all.push_back({month.finding, month_after(all.back().month), 0, 0});
        all.push_back(month);
    }
    if (all.size() > most_months) all.erase(all.begin(), all.end() - most_months);
    return all;
}

std::string number_of(std::string_view month) {
    if (!is_month(month)) return "—";
    return std::string(month.substr(month[5] == '0' ? 6 : 5));
}

std::string figure(const records::FindingMonth& month) {
    if (month.denominator == 0) return fmt::format("{}", month.numerator);
    return fmt::format("{}/{}", month.numerator, month.denominator);
}

std::string column(std::size_t i, std::int64_t value, std::int64_t most) {
    const auto height = static_cast<int>(std::max<std::int64_t>(value, 0) * tallest / most);
    if (height == 0) return {};
    return fmt::format("M{} {}v-{}h{}v{}z", static_cast<int>(i) * step + 1, tallest, height, step - 2, height);
}

}  // namespace

std::size_t months_shown(const std::vector<records::FindingMonth>& months) {
    return shown(months).size();
}

std::string month_words(std::string_view month) {
    if (!is_month(month)) return month.empty() ? "没有日期" : std::string(month);
    return fmt::format("{}年{}月", month.substr(0, 4), number_of(month));
}

std::string month_chart(std::string_view title, const std::vector<records::FindingMonth>& all) {
    constexpr std::int64_t three_digits = 1000;
    const auto months = shown(all);
    std::int64_t most = 1;
    bool numbers = months.size() <= 12;
    for (const records::FindingMonth& month : months) {
        most = std::max({most, month.numerator, month.denominator});
        numbers = numbers && month.numerator < three_digits;
    }
    std::string whole, bars, labels;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const double middle = 100.0 * (static_cast<double>(i) + 0.5) / static_cast<double>(months.size());
        whole += column(i, months[i].denominator, most);
        bars += column(i, months[i].numerator, most);
        labels += fmt::format("<text x=\"{:.1f}%\" y=\"{}\">{}</text>", middle, above + tallest + below - 5,
                              number_of(months[i].month));
        if (numbers) labels += fmt::format("<text x=\"{:.1f}%\" y=\"{}\">{}</text>", middle, 14, months[i].numerator);
        words.push_back(fmt::format("{} {}", month_words(months[i].month), figure(months[i])));
    }
    return fmt::format(
        "<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"{}\"><title>{}</title><desc>{}</desc><svg y=\"{}\" "
        "width=\"100%\" height=\"{}\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\"><path class=\"whole\" "
        "vector-effect=\"non-scaling-stroke\" d=\"M0 {}h{}{}\"/><path class=\"bar\" d=\"{}\"/></svg><g "
        "text-anchor=\"middle\">{}</g></svg>",
        above + tallest + below, xml_text(title), xml_text(joined(words, "，")), above, tallest, months.size() * step,
        tallest, tallest, months.size() * step, whole, bars, labels);
}

void fill_months(View view, std::string_view name, std::string_view title,
                 const std::vector<records::FindingMonth>& all) {
    if (all.size() < 2) return;
    View part = view.include(name, "months.tpl");
    part.set("MONTHS_TITLE", title);
    part.html("CHART", month_chart(title, all));
    for (const records::FindingMonth& month : shown(all)) {
        View row = part.add("MONTH");
        row.set("MONTH_WORDS", month_words(month.month));
        row.set("MONTH_FIGURE", figure(month));
    }
}

}  // namespace pages
