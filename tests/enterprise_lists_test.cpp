#include <algorithm>
#include <catch2/catch.hpp>

#include "records/public_site.h"
#include "tests/pages_site.h"

using namespace tests;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// A site of the example and of objects with these names, in pages.
RenderedSite site_with(const Scratch& scratch, const std::vector<std::string>& names) {
    records::PublicWriter writer(scratch / "names.db");
    const Example example;
    example.write(writer);
    int number = 0;
    for (const std::string& name : names) {
        records::PublicEnterprise more = example.enterprise;
        more.object = 1000 + number, more.code = "99999901MB" + std::to_string(10000 + number++) + "0AX";
        more.other_codes.clear(), more.name = name;
        writer.enterprise(more);
    }
    writer.finish();
    return RenderedSite(scratch / "names.db", scratch / "names", 2);
}

}  // namespace

TEST_CASE("every page has one search box, and only the search page one that an answer can be put into", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, {});
    for (const auto& [path, html] : site.files) {
        if (!path.ends_with(".html")) continue;
        INFO(path);
        CHECK(count_of(html, "role=\"search\"") == 1);
        CHECK(count_of(html, "name=\"q\"") == 1);
        CHECK(count_of(html, "<!--found-->") == (path == "search/index.html" ? 1 : 0));
        CHECK(count_of(html, " value=\"\"") == (path == "search/index.html" ? 1 : 0));
    }
    CHECK(has(site.at("plans/1/index.html"), "action=\"../../search/\""));
    CHECK(has(site.at("index.html"), "action=\"./search/\""));
}

TEST_CASE("without a bundled script the search page says so and offers its lists", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, {});
    const std::string& page = site.at("search/index.html");
    const bool bundled = std::any_of(site.files.begin(), site.files.end(),
                                     [](const auto& file) { return file.first.starts_with("assets/search."); });
    CHECK(has(page, "没有带上浏览器里的查找程序") == !bundled);
    CHECK(has(page, "search/999901/\""));
    CHECK(has(page, "search/initial/"));
}

TEST_CASE("objects are listed by the initial of their name, or of what follows the places before it", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, {"恒达商贸有限公司", "长沙市岳麓区恒兴餐饮店", "厦门阿里小吃店",
                                                  "123便利店", "ABC咖啡店", "重庆火锅店"});
    const auto lists = [&](const std::string& list, const std::string& name) {
        const auto found = site.files.find("search/initial/" + list + "/index.html");
        return found != site.files.end() && has(found->second, ">" + name + "</a>");
    };
    CHECK(lists("h", "恒达商贸有限公司"));
    CHECK(lists("h", "长沙市岳麓区恒兴餐饮店"));
    CHECK(lists("a", "厦门阿里小吃店"));
    CHECK(lists("a", "ABC咖啡店"));
    CHECK(lists("h", "重庆火锅店"));
    CHECK(lists("other", "123便利店"));
    CHECK(has(site.at("search/initial/other/index.html"), "首字母不在 A 到 Z 之间的检查对象"));
    CHECK(site.broken_links() == std::vector<std::string>{});
    CHECK(site.repeated.empty());
}

TEST_CASE("a list by initial goes on in pages of a hundred, and its first page leads to each by what it begins with",
          "[pages]") {
    std::vector<std::string> names;
    for (int i = 0; i < 250; ++i) names.push_back(i % 2 == 0 ? "恒白商行" : "恒中商行");
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, names);
    const std::string &first = site.at("search/initial/h/index.html"), &third = site.at("search/initial/h/page-3.html");
    CHECK(has(first, "search/initial/h/page-2.html\">恒白商行 起</a>"));
    CHECK(has(first, "search/initial/h/page-3.html\">恒中商行 起</a>"));
    CHECK_FALSE(has(first, "恒中商行</a>"));
    CHECK_FALSE(has(third, "恒白商行</a>"));
    std::size_t rows = 0;
    for (const auto& [path, html] : site.files)
        if (path.starts_with("search/initial/h/")) rows += count_of(html, "data-label=\"名称\"");
    CHECK(rows == 250);
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("names that break lines or look like the file they wait in are listed whole", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, {"恒\n达 3 4", "恒 1 2 3 99 x"});
    const std::string& page = site.at("search/initial/h/index.html");
    CHECK(has(page, "恒 1 2 3 99 x</a>"));
    CHECK(has(page, "达 3 4</a>"));
}

TEST_CASE("an enterprise without a result leads to date, coverage and whom to ask", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_with(scratch, {"恒达商贸有限公司"});
    const std::string& waiting = site.at(records::address::enterprise("o101"));
    CHECK(has(waiting, "data/#coverage"));
    CHECK(has(waiting, "是检查机关逾期，不说明这户有问题"));
}
