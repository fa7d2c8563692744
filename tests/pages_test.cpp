#include "generator/pages/site_pages.h"

#include <catch2/catch.hpp>

#include "tests/pages_site.h"

using namespace tests;

TEST_CASE("the same public.db gives the same bytes with one thread and with four", "[pages]") {
    const Scratch scratch;
    write_example(scratch / "public.db");
    const RenderedSite one(scratch / "public.db", scratch / "one", 1), four(scratch / "public.db", scratch / "four", 4);
    CHECK(one.files == four.files);
    CHECK(one.files.size() > 60);
}

TEST_CASE("every page names its language, has one main heading and a way back home", "[pages]") {
    const Scratch scratch;
    write_example(scratch / "public.db");
    const RenderedSite site(scratch / "public.db", scratch / "t", 2);
    for (const auto& [path, bytes] : site.files) {
        if (!path.ends_with(".html")) continue;
        INFO(path);
        CHECK(bytes.find("<!doctype html>") == 0);
        CHECK(bytes.find("<html lang=\"zh-CN\"") != std::string::npos);
        CHECK(count_of(bytes, "<h1") == 1);
        CHECK(count_of(bytes, "<main") == 1);
        CHECK(bytes.find("演示数据") != std::string::npos);
        CHECK(bytes.find("无数据") == std::string::npos);
        CHECK(bytes.find("{{") == std::string::npos);
    }
}

TEST_CASE("every link inside the site leads to a file of the site", "[pages]") {
    const Scratch scratch;
    write_example(scratch / "public.db");
    const RenderedSite site(scratch / "public.db", scratch / "t", 2);
    CHECK(site.broken_links() == std::vector<std::string>{});
}
