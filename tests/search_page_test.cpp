#include "server/search_page.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#include "records/name_index.h"
#include "server/search_rows.h"
#include "tests/public_example.h"

namespace {

namespace fs = std::filesystem;

struct Site {
    explicit Site(const std::string& page, int enterprises = 0) {
        fs::create_directories(scratch / "data"), fs::create_directories(scratch / "search");
        tests::Example example;
        example.enterprise.name = "示例<b>甲</b>\"商贸";
        records::PublicWriter writer(scratch / "data/public.db");
        example.write(writer);
        for (int i = 0; i < enterprises; ++i) {
            auto one = example.product;
            one.object = 1000 + i, one.code = "o" + std::to_string(one.object), one.name = "乙乙店";
            writer.enterprise(one);
        }
        writer.finish();
        records::PublicSite site(scratch / "data/public.db");
        records::write_name_index(site, scratch / "search/names.db");
        if (!page.empty()) std::ofstream(scratch / "search/index.html") << page;
    }
    std::string answer(const std::string& query, int status = 200) {
        server::CurrentRelease current(scratch / "");
        const auto request = server::read_request("GET", "/search/?" + query);
        REQUIRE(request);
        const auto reply = server::search_page(*request, *current.take());
        CHECK(reply.status == status);
        return reply.body;
    }
    tests::Scratch scratch;
};

const std::string page = "<input name=\"q\" value=\"\"><div><!--found--></div>";
bool has(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("a search without a script is answered in the release's own page, every text escaped", "[server]") {
    Site site(page);
    const std::string html = site.answer("q=%E7%A4%BA%E4%BE%8B%3Cb%3E");  // 示例<b>
    CHECK(has(html, "<input name=\"q\" value=\"示例&lt;b&gt;\">"));
    CHECK(has(html, "<bdi><mark>示例&lt;b&gt;</mark>甲&lt;/b&gt;&quot;商贸</bdi>"));
    CHECK(has(html, "找到企业 1 条。"));
    CHECK_FALSE(has(html, "<b>"));
    CHECK(has(html, "../enterprises/"));
}

TEST_CASE("a former name and another code say why they led here", "[server]") {
    Site site(page);
    CHECK(has(site.answer("q=%E6%97%A7%E5%90%8D"), "按曾用名“示例<mark>旧名</mark>商行”匹配"));
    CHECK(has(site.answer("q=999901000000017"), "按代码 999901000000017 匹配"));
}

TEST_CASE("what is not found is said so, and a search not made never looks like it", "[server]") {
    Site site(page);
    CHECK(has(site.answer("q=%E6%97%A0%E6%AD%A4"), "没有找到与“无此”匹配的企业。"));
    fs::remove(site.scratch / "search/names.db");
    const std::string failed = site.answer("q=%E6%97%A0%E6%AD%A4", 503);
    CHECK(has(failed, "没有查成。"));
    CHECK_FALSE(has(failed, "没有找到"));
}

TEST_CASE("more than a page goes on with a link, each enterprise once", "[server]") {
    Site site(page, 120);
    std::string html = site.answer("q=%E4%B9%99"), all = html;
    int pages = 1;
    for (auto at = html.find("&amp;cursor="); at != html.npos; at = html.find("&amp;cursor=")) {
        const auto from = at + 12;
        html = site.answer("from=elsewhere&q=%E4%B9%99&cursor=" + html.substr(from, html.find('"', from) - from));
        all += html;
        ++pages;
    }
    CHECK(pages == 3);
    std::size_t rows = 0;
    for (auto at = all.find("<li>"); at != all.npos; at = all.find("<li>", at + 1)) ++rows;
    CHECK(rows == 120);
    CHECK(has(all, "/o1000.html"));
    CHECK(has(all, "/o1119.html"));
}

TEST_CASE("a search for nothing is the page as it is", "[server]") {
    Site site(page);
    for (const char* query : {"", "q=", "q=%20%E3%80%80", "from=elsewhere"}) {
        CHECK(server::asks_to_search(*server::read_request("GET", std::string("/search/?") + query)));
        CHECK(site.answer(query) == page);
    }
}

TEST_CASE("damaged names are as good as none, and codes are found all the same", "[server]") {
    Site site(page);
    fs::resize_file(site.scratch / "search/names.db", 5000);
    CHECK(has(site.answer("q=%E6%97%A0%E6%AD%A4", 503), "没有查成。"));
    std::ofstream(site.scratch / "search/names.db", std::ios::trunc) << "something else";
    CHECK(has(site.answer("q=%E6%97%A0%E6%AD%A4", 503), "没有查成。"));
    fs::remove(site.scratch / "search/names.db");
    fs::create_directory_symlink("names.db", site.scratch / "search/names.db");
    CHECK(has(site.answer("q=%E6%97%A0%E6%AD%A4", 503), "没有查成。"));
}

TEST_CASE("a page without the place for what was found is served as it is", "[server]") {
    Site site("<p>own page</p>");
    CHECK(site.answer("q=a") == "<p>own page</p>");
    CHECK(server::asks_to_search(*server::read_request("GET", "/search/?x=1&q=a")));
    CHECK_FALSE(server::asks_to_search(*server::read_request("GET", "/search/999901/?q=a")));
}
