#include "generator/output/offline_page.h"

#include <catch2/catch.hpp>

namespace {

std::string offline(std::string_view html) {
    return output::offline_page(html, "plans/1/index.html", "data/site.zip");
}

}  // namespace

TEST_CASE("in the archive a link to a folder names the page in it", "[output]") {
    CHECK(offline("<a href=\"../\">") == "<a href=\"../index.html\">");
    CHECK(offline("<a href=\"./\">") == "<a href=\"./index.html\">");
    CHECK(offline("<a href=\"..\">") == "<a href=\"../index.html\">");
    CHECK(offline("<a class=\"button\" href=\"../../tasks/7/\" title=\"a\">x</a>") ==
          "<a class=\"button\" href=\"../../tasks/7/index.html\" title=\"a\">x</a>");
    CHECK(offline("<a href=\"2/#t5\">") == "<a href=\"2/index.html#t5\">");
    CHECK(offline("<a\nhref=\"2/?a=b/#c\">") == "<a\nhref=\"2/index.html?a=b/#c\">");
    CHECK(offline("<form action='../../search/'>") == "<form action='../../search/index.html'>");
}

TEST_CASE("in the archive every other byte of a page stays", "[output]") {
    for (const std::string html :
         {"<a href=\"../x.html\">", "<a href=\"#t5\">", "<a href=\"\">", "<a href=\"?page=2\">",
          "<base href=\"/sub/\">", "<a href=\"https://example.invalid/\">", "<a href=\"//example.invalid/\">",
          "<a href=\"mailto:a@b/\">", "<p>href=\"../\" 是文字</p>", "<!-- <a href=\"../\"> -->",
          "<p title=\"<a href=\">../</p>", "<a data-href=\"../\">", "<a href=\"../", "<a", "<", "",
          "<a title='x > y' href=\"a.html\">"}) {
        INFO(html);
        CHECK(offline(html) == html);
    }
}

TEST_CASE("in the archive the link to the archive itself leads nowhere", "[output]") {
    CHECK(offline("<a href=\"../../data/site.zip\">整站</a>") == "<a>整站</a>");
    CHECK(output::offline_page("<a href=\"site.zip\">", "data/index.html", "data/site.zip") == "<a>");
    CHECK(output::offline_page("<a href=\"site.zip\">", "index.html", "data/site.zip") == "<a href=\"site.zip\">");
}
