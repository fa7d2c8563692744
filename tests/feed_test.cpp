#include "generator/pages/feed.h"

#include <catch2/catch.hpp>

#include "generator/pages/atom.h"
#include "tests/pages_site.h"

using namespace tests;

namespace {

RenderedSite site_of(const Scratch& scratch, const std::function<void(Example&)>& change = {}) {
    write_example(scratch / "public.db", change);
    return RenderedSite(scratch / "public.db", scratch / "t", 2);
}

}  // namespace

TEST_CASE("the site, an office, a department, a plan and a drawn enterprise have feeds, and their pages say so",
          "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch);
    const std::string enterprise = pages::enterprise_feed("99999901MA0000001X");
    for (const std::string& path : {std::string("feed.xml"), std::string("offices/999901/feed.xml"),
                                    pages::department_feed("999901", 7), pages::plan_feed(1), enterprise}) {
        INFO(path);
        const std::string& feed = site.at(path);
        CHECK(count_of(feed, "<id>https://example.invalid/results/by-id/0/81.html</id>") == 1);
        CHECK(count_of(feed, "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.invalid/" + path +
                                 "\"/>") == 1);
    }
    CHECK(count_of(site.at(pages::department_feed("999901", 7)), "by-id/0/80.html") == 0);  // another department's
    for (const char* page : {"offices/999901/index.html", "offices/999901/departments/7/index.html", "plans/1/index.html"})
        CHECK(count_of(site.at(page), "<link rel=\"alternate\" type=\"application/atom+xml\"") == 1);
    CHECK(count_of(site.at(records::address::enterprise("99999901MA0000001X")), "href=\"../../" + enterprise + "\"") ==
          2);
}

TEST_CASE("an enterprise that was never drawn has no feed", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, [](Example& example) {
        example.enterprise.object = 555;
        example.enterprise.code = "99999901MA0000002Y";
        example.first.row.object = example.problem.facts.object = example.penalty.facts.object = 101;
        example.first.code = example.problem.object_code = example.penalty.object_code = "o101";
        example.open.object_code = example.closed.object_code = "o101";
    });
    CHECK(site.files.count(pages::enterprise_feed("99999901MA0000002Y")) == 0);
    CHECK(site.files.count(pages::enterprise_feed("o101")) == 1);
}

TEST_CASE("a withdrawn result is told to subscribers under its old id with the day and the reason", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, [](Example& example) {
        example.problem.standing.withdrawn_on = "2024-05-08";
        example.problem.standing.withdrawn_reason = "对象录错";
    });
    const std::string& feed = site.at("offices/999901/feed.xml");
    CHECK(count_of(feed,
                   "<title>检查结果撤回：第81号</title><id>https://example.invalid/results/by-id/0/81.html</id>") == 1);
    CHECK(count_of(feed, "<updated>2024-05-08T00:00:00+08:00</updated><summary>对象录错</summary>") == 1);
}

TEST_CASE("without an address of the site entries have tag ids and relative links", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, [](Example& example) {
        example.site.base_url.clear();
        example.site.email = "office@example.invalid";
    });
    const std::string& feed = site.at("offices/999901/feed.xml");
    CHECK(count_of(feed, "<id>tag:office@example.invalid,2026:plans/1/1/</id><link href=\"../../plans/1/1/\"/>") == 1);
    CHECK(count_of(feed, "rel=\"self\"") == 0);
    for (const auto& [path, bytes] : site.files) CHECK_FALSE(path.starts_with("sitemap"));
}

TEST_CASE("a feed has its newest entries only, newest first, and no entry without a date", "[pages]") {
    std::vector<pages::FeedEntry> entries{
        {"2024-01-02", "b", "", ""}, {"", "x", "", ""}, {"2024-03-01", "a", "", ""}, {"2024-01-02", "a", "", ""}};
    pages::sort_newest(entries);
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].date + entries[1].address + entries[2].address == "2024-03-01ab");
}
