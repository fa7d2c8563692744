// sitemap.xml, robots.txt and the pages of the data dictionary: what leads programs and readers to everything.
#include <catch2/catch.hpp>

#include "generator/pages/field_page.h"
#include "tests/pages_site.h"

using namespace tests;

namespace {

RenderedSite site_at(const Scratch& scratch, const std::string& base_url) {
    write_example(scratch / "public.db", [&](Example& example) { example.site.base_url = base_url; });
    return RenderedSite(scratch / "public.db", scratch / "t", 2);
}

}  // namespace

TEST_CASE("the sitemap's parts list pages, results and enterprises by their full address", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_at(scratch, "https://example.invalid/ssj/");
    CHECK(count_of(site.at("sitemap.xml"), "<loc>https://example.invalid/ssj/sitemap-1.xml</loc>") == 1);
    const std::string& part = site.at("sitemap-1.xml");
    for (const std::string& address :
         {std::string("plans/1/1/"), records::address::result(81), records::address::enterprise("99999901MA0000001X")})
        CHECK(count_of(part, "<loc>https://example.invalid/ssj/" + address + "</loc>") == 1);
    CHECK(count_of(part, "404.html") == 0);
}

TEST_CASE("robots.txt is only where somebody looks for it: at the root of a domain", "[pages]") {
    const Scratch at_root, below, nowhere;
    CHECK(count_of(site_at(at_root, "https://example.invalid").at("robots.txt"),
                   "Sitemap: https://example.invalid/sitemap.xml") == 1);
    CHECK(site_at(below, "https://example.invalid/ssj/").files.count("robots.txt") == 0);
    const RenderedSite without = site_at(nowhere, "");
    CHECK(without.files.count("robots.txt") == 0);
    CHECK(without.files.count("sitemap.xml") == 0);
}

TEST_CASE("every field of every public table has a page that leads to its table and back", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_at(scratch, "");
    int pages_seen = 0;
    for (const records::PublicTable& table : records::public_tables()) {
        const std::string& head = site.at(pages::field_address(table.name, "") + "index.html");
        for (const records::PublicColumn& column : table.columns) {
            CAPTURE(table.name, column.name);
            const std::string& page = site.at(pages::field_address(table.name, column.name));
            CHECK(count_of(page, std::string(column.field->explanation)) >= 1);
            CHECK(count_of(head, pages::field_address(table.name, column.name)) >= 1);
            ++pages_seen;
        }
    }
    CHECK(pages_seen > 300);
    const std::string& codes = site.at("data/fields/result/codes.html");
    CHECK(count_of(codes, "发现问题待后续处理") == 1);
    CHECK(count_of(site.at("data/fields/result/outcome.html"), "未发现问题") >= 1);  // the example, from data
}
