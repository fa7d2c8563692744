// 公开日志 by month and office with its feed, and the register of what is not public.
#include <catch2/catch.hpp>

#include "generator/pages/kinds.h"
#include "tests/pages_site.h"

using namespace tests;

namespace {

records::PublicChange change(records::Id id, const char* day, const char* action, const char* kind, records::Id record,
                             const char* title, std::int64_t count = 1) {
    return {id, 1, day, action, kind, "999901", record, title, count, ""};
}

RenderedSite site_of(const std::function<void(Example&)>& change) {
    const Scratch scratch;
    write_example(scratch / "public.db", change);
    return RenderedSite(scratch / "public.db", scratch / "t", 2);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

void some_changes(Example& e) {
    e.publications = {{1, "2024-10-09"}};
    e.changes = {change(1, "2024-09-02", "published", "result", 0, "", 87),
                 change(2, "2024-10-08", "corrected", "result", 81, "示例甲商贸有限公司"),
                 change(3, "2024-10-08", "voided", "plan_edition", 12, "第1次调整"),
                 change(4, "2024-10-09", "objected", "objection", 1, "YY2024-1")};
    e.changes[1].reason = "录入有误";
    e.objections.emplace_back();
    e.objections.back().id = 1, e.objections.back().receipt = "YY2024-1";
    e.objections.back().kind = "penalty", e.objections.back().record = 95;
}

}  // namespace

TEST_CASE("what was published, corrected and withdrawn stands in the log by month, newest first, with its page",
          "[pages]") {
    const auto site = site_of(some_changes);
    const std::string& october = site.at("changes/2024-10/index.html");
    CHECK(has(october, "2024年10月公开日志"));
    CHECK(has(october, "../../results/by-id/0/81.html"));
    CHECK(has(october, "../../plans/1/1/"));
    CHECK(has(october, "../../penalties/95.html"));  // the objection leads to what it is about
    CHECK(has(october, "录入有误"));
    CHECK(october.find("异议受理") < october.find("录入有误"));
    CHECK_FALSE(has(october, "87"));
    CHECK(has(site.at("changes/2024-09/index.html"), "检查结果 87 条"));
    const std::string& front = site.at("changes/index.html");
    CHECK(has(front, "2024年10月"));
    CHECK(has(front, "2024年9月"));
    CHECK(has(front, "offices/999901/"));
    CHECK(has(site.at("changes/offices/999901/index.html"), "检查结果 87 条"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("a month over stays the same file when more happens", "[pages]") {
    const auto before = site_of(some_changes);
    const auto after = site_of([](Example& e) {
        some_changes(e);
        e.changes.push_back(change(5, "2024-11-01", "withdrawn", "penalty", 95, ""));
    });
    CHECK(before.at("changes/2024-10/index.html") == after.at("changes/2024-10/index.html"));
    CHECK(before.at("changes/2024-09/index.html") == after.at("changes/2024-09/index.html"));
    CHECK(after.files.count("changes/2024-11/index.html") == 1);
}

TEST_CASE("the feed of the log has an entry of its own id for every change", "[pages]") {
    const auto site = site_of([](Example& e) {
        some_changes(e);
        e.changes.push_back(change(5, "2024-10-08", "corrected", "result", 81, "示例甲商贸有限公司"));
    });
    const std::string& feed = site.at("changes/feed.xml");
    CHECK(count_of(feed, "<entry>") == 5);
    CHECK(has(feed, "更正：示例甲商贸有限公司"));
    std::set<std::string> ids;
    for (std::size_t at = feed.find("<id>"); at != std::string::npos; at = feed.find("<id>", at + 1))
        ids.insert(feed.substr(at, feed.find("</id>", at) - at));
    CHECK(ids.size() == 6);  // the feed's own too
    CHECK(has(site.at("feed.xml"), "rel=\"related\""));
    CHECK(has(site.at("index.html"), "changes/"));
}

TEST_CASE("a month with more entries than a page holds is continued on further pages", "[pages]") {
    const auto site = site_of([](Example& e) {
        e.publications = {{1, "2024-10-09"}};
        for (records::Id id = 1; id <= pages::rows_per_page + 5; ++id)
            e.changes.push_back(change(id, "2024-10-08", "corrected", "result", 81, "示例甲商贸有限公司"));
    });
    CHECK(site.files.count("changes/2024-10/page-2.html") == 1);
    CHECK(site.files.count("changes/2024-10/page-3.html") == 0);
    CHECK(site.at("changes/2024-10/index.html").size() < 100'000);
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("before anything was published the log says so", "[pages]") {
    CHECK(has(site_of({}).at("changes/index.html"), "还没有公布过内容"));
}

TEST_CASE("what is not public is counted with its ground, the law behind it and how to ask", "[pages]") {
    const std::string page = site_of({}).at("withheld/index.html");
    for (const char* words :
         {"涉及商业秘密", "条例第十五条", "共有 2 条", "怎样申请公开", "id=\"ask\"", "二十个工作日"})
        CHECK(has(page, words));
}
