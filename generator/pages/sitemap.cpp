// sitemap.xml: an index of parts of at most 40,000 addresses and 40 MB. Only with a base_url, because its addresses
// must begin with https://; and robots.txt only where that is the root of a domain, since nobody looks for it
// elsewhere.
#include <fmt/format.h>

#include "generator/pages/kinds.h"
#include "generator/pages/xml_text.h"

namespace pages {
namespace {

constexpr int addresses_a_part = 40'000;          // the protocol allows 50,000
constexpr std::size_t bytes_a_part = 40'000'000;  // and 50 MB
constexpr std::string_view namespace_of = "http://www.sitemaps.org/schemas/sitemap/0.9";

class SitemapParts {
  public:
    explicit SitemapParts(const Site& site) : site_(site) {}
    void add(std::string_view address, std::string_view changed_on = {}) {
        part_ += fmt::format("<url><loc>{}</loc>", xml_text(site_.base() + std::string(address)));
        if (changed_on.size() >= 10) part_ += fmt::format("<lastmod>{}</lastmod>", xml_text(changed_on.substr(0, 10)));
        part_ += "</url>\n";
        if (++in_part_ == addresses_a_part || part_.size() > bytes_a_part) flush();
    }
    void finish() {
        flush();
        std::string index =
            fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"{}\">\n", namespace_of);
        for (int number = 1; number <= parts_; ++number)
            index += fmt::format("<sitemap><loc>{}sitemap-{}.xml</loc></sitemap>\n", xml_text(site_.base()), number);
        site_.put("sitemap.xml", index + "</sitemapindex>\n");
    }

  private:
    void flush() {
        if (in_part_ == 0) return;
        site_.put(fmt::format("sitemap-{}.xml", ++parts_),
                  fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"{}\">\n{}</urlset>\n",
                              namespace_of, part_));
        part_.clear();
        in_part_ = 0;
    }
    const Site& site_;
    std::string part_;
    int in_part_ = 0, parts_ = 0;
};

/// "https://a.example/" and not "https://a.example/ssj/".
bool domain_root(std::string_view base) {
    const std::size_t host = base.find("://");
    return host != std::string_view::npos && base.find('/', host + 3) == base.size() - 1;
}

}  // namespace

void write_sitemap(const Site& site, records::PublicSite& records) {
    if (site.base().empty() || site.facts.preview) return;
    if (domain_root(site.base()))
        site.put("robots.txt", fmt::format("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", site.base()));
    SitemapParts parts(site);
    for (const std::string& address : site.listed()) parts.add(address);
    records.each_result([&](const records::PublicResult& result) {
        parts.add(records::address::result(result.facts.id), result.facts.published_on);
    });
    records.each_enterprise(
        [&](const records::PublicEnterprise& enterprise) { parts.add(records::address::enterprise(enterprise.code)); });
    parts.finish();
}

}  // namespace pages
