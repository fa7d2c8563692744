#include "generator/pages/citation.h"

#include <catch2/catch.hpp>

#include "tests/pages_site.h"

using namespace tests;

namespace {

RenderedSite site_with(const Scratch& scratch, const std::string& base_url) {
    write_example(scratch / "public.db", [&](Example& example) {
        example.site.base_url = base_url;
        example.adjusted.edition.head.issuer = "甲区双随机办";
    });
    return RenderedSite(scratch / "public.db", scratch / "t", 2);
}

}  // namespace

TEST_CASE("a document is cited by issuer, title, kind, date and permanent address, the day of access left blank",
          "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, "https://example.invalid/ssj/");
    const std::string& page = site.at("plans/1/1/index.html");
    CHECK(
        count_of(
            page,
            "甲区双随机办. 2024年度抽查工作计划（第1次调整）（演示数据）[EB/OL]. (2024-02-20)<mark>[引用日期]</mark>. "
            "https://example.invalid/ssj/plans/1/1/.") == 1);
    CHECK(count_of(page, "@online{gongshi-plans-1-1,") == 1);
    CHECK(count_of(page, "urldate = {引用日期},") == 1);
}

TEST_CASE("a citation of a site without an address names the site and the relative address", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, "");
    CHECK(count_of(site.at("plans/1/1/index.html"), "示例公示，plans/1/1/.") == 1);
    CHECK(count_of(site.at("plans/1/1/index.html"), "howpublished = {示例公示，plans/1/1/},") == 1);
}

TEST_CASE("every kind of document and record says how it is cited, with the digest of its JSON", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, "");
    for (const char* path :
         {"plans/1/index.html", "plans/1/0/index.html", "item-lists/2/index.html", "item-lists/2/0/index.html",
          "tasks/5/index.html", "draws/6/index.html", "results/by-id/0/81.html", "penalties/95.html",
          "results/999901/2024/index.html", "statistics/index.html", "data/index.html"}) {
        INFO(path);
        const std::string& page = site.at(path);
        CHECK(count_of(page, "<summary>引用本页</summary>") == 1);
        const bool data = std::string_view(path).starts_with("results/9") ||
                          std::string_view(path).starts_with("statistics") ||
                          std::string_view(path).starts_with("data");
        CHECK(count_of(page, data ? "[DS/OL]" : "[EB/OL]") == 1);
    }
    const std::string& result = site.at("results/by-id/0/81.html");
    const std::size_t at = result.find("<code title=\"");
    REQUIRE(at != std::string::npos);
    const std::string digest = result.substr(at + 13, 64);
    CHECK(count_of(result, "note = {SHA-256: " + digest + "},") == 1);
}

TEST_CASE("what BibTeX would read as commands is written as text", "[pages]") {
    CHECK(pages::bibtex_text("50% & {甲}_1 #2 $3") == "50\\% \\& \\{甲\\}\\_1 \\#2 \\$3");
    CHECK(pages::bibtex_text("a\\b~c^d\"e") ==
          "a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d{\\textquotedbl}e");
}
