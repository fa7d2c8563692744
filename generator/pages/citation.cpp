#include "generator/pages/citation.h"

#include <fmt/format.h>

namespace pages {
namespace {

struct Citation {
    std::string author, title, date, where, digest, key;
    CitedAs as = CitedAs::document;
};

/// "plans/1/0/" → "gongshi-plans-1-0": the same for the same page, whatever the site's address.
std::string key_of(std::string_view address) {
    std::string key = "gongshi";
    if (address.ends_with(".html")) address.remove_suffix(5);
    bool fresh = true;
    for (const char c : address) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (plain && fresh) key += '-';
        if (plain) key += c;
        fresh = !plain;
    }
    return key;
}

std::string bibtex_of(const Citation& citation) {
    std::string text = fmt::format("@{}{{{},\n", citation.as == CitedAs::data ? "dataset" : "online", citation.key);
    const auto line = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) text += fmt::format("  {} = {{{}}},\n", name, value);
    };
    // Within braces of its own an author is one body, not persons with family names.
    text += fmt::format("  author = \"{{{}}}\",\n", bibtex_text(citation.author));
    line("title", bibtex_text(citation.title));
    line("date", citation.date);
    line(citation.where.find("://") == std::string::npos ? "howpublished" : "url", citation.where);
    line("urldate", "引用日期");
    line("note", citation.digest.empty() ? "" : "SHA-256: " + citation.digest);
    return text + "}";
}

}  // namespace

std::string bibtex_text(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (std::string_view("#$%&_{}").find(c) != std::string_view::npos)
            safe += fmt::format("\\{}", c);
        else if (c == '~')
            safe += "\\textasciitilde{}";
        else if (c == '"')
            safe += "{\\textquotedbl}";
        else if (c == '^')
            safe += "\\textasciicircum{}";
        else if (c == '\\')
            safe += "\\textbackslash{}";
        else
            safe += c;
    }
    return safe;
}

void fill_citation(Page& page, std::string_view author, std::string_view title, std::string_view published_on,
                   std::string_view address, CitedAs as) {
    const records::SiteFacts& facts = page.site().facts;
    const std::string base = page.site().base();
    Citation citation;
    citation.as = as;
    citation.author = !author.empty() ? std::string(author) : facts.publisher.empty() ? facts.name : facts.publisher;
    const bool says_demo = title.find("演示数据") != title.npos;
    citation.title = std::string(title) + (facts.demo && !says_demo ? "（演示数据）" : "");
    citation.date = published_on.substr(0, 10);
    citation.where = base.empty() ? fmt::format("{}，{}", facts.name, address) : base + std::string(address);
    citation.digest = page.digest();
    citation.key = key_of(address);
    View view = page.body().include("CITATION", "citation.tpl");
    view.set("CITE_BEFORE",
             fmt::format("{}. {}[{}/OL].{}", citation.author, citation.title, as == CitedAs::data ? "DS" : "EB",
                         citation.date.empty() ? "" : fmt::format(" ({})", citation.date)));
    view.set("CITE_WHERE", citation.where);
    view.fill("CITE_DIGEST", citation.digest);
    view.set("CITE_BIBTEX", bibtex_of(citation));
}

}  // namespace pages
