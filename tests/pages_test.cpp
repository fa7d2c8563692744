#include "generator/pages/site_pages.h"

#include <catch2/catch.hpp>

#include "generator/output/digest.h"
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

namespace {

/// A site of the example as changed, made anew.
RenderedSite site_of(const Scratch& scratch, const std::string& name, const std::function<void(Example&)>& change,
                     pages::RenderOptions options = {}) {
    write_example(scratch / (name + ".db"), change);
    return RenderedSite(scratch / (name + ".db"), scratch / name, 2, std::move(options));
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("publishing again on a later day changes at most ten pages", "[pages]") {
    const Scratch scratch;
    const RenderedSite today = site_of(scratch, "today", {});
    const RenderedSite later = site_of(scratch, "later", [](Example& example) {
        example.site.as_of = "2024-11-21";
        example.site.publication = 4;
    });
    std::vector<std::string> changed;
    for (const auto& [path, bytes] : today.files)
        if (path.ends_with(".html") && later.at(path) != bytes) changed.push_back(path);
    CHECK(changed.size() <= 10);
    CHECK(later.files.size() == today.files.size());
}

TEST_CASE("only pages of the demo say 演示数据, only a preview says 预览", "[pages]") {
    const Scratch scratch;
    const RenderedSite real = site_of(scratch, "real", [](Example& example) { example.site.demo = false; });
    const RenderedSite preview = site_of(scratch, "preview", [](Example& example) { example.site.preview = true; });
    for (const auto& [path, bytes] : real.files) {
        INFO(path);
        if (path.ends_with(".html")) CHECK_FALSE(has(bytes, "演示数据"));
        if (path.ends_with(".html")) CHECK_FALSE(has(bytes, "请勿转发"));
    }
    CHECK(has(preview.at("index.html"), "请勿转发"));
    CHECK(has(preview.at("index.html"), "<meta name=\"robots\" content=\"noindex\">"));
}

TEST_CASE("an enterprise never drawn is told so, and that this is no verdict", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", [](Example& example) {
        example.enterprise.object = 555;
        example.enterprise.code = "99999901MA0000002Y";
        example.first.row.object = example.problem.facts.object = example.penalty.facts.object = 101;
        example.first.code = example.problem.object_code = example.penalty.object_code = "o101";
        example.open.object_code = example.closed.object_code = "o101";
        example.draw.listed = 1;
    });
    const std::string& page = site.at(records::address::enterprise("99999901MA0000002Y"));
    CHECK(has(page, "至今没有被抽中过"));
    CHECK(has(page, "未被抽中不代表检查结论"));
    CHECK_FALSE(has(page, "检查结果（"));
}

TEST_CASE("an enterprise drawn without a result is told until when one is due", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    const std::string& page = site.at(records::address::enterprise("o101"));
    CHECK(has(page, "有 1 次被抽中后，检查结果还没有公开。应在2024年4月1日前公开（暂定）。"));
    CHECK(has(page, "结果公开之前，不代表任何检查结论"));
    CHECK(has(page, "逾期未公开"));
    CHECK(has(page, "期限2024年4月1日（暂定：节假日安排尚未公布），依据规范 第十条"));
}

TEST_CASE("an enterprise's page names every draw it was drawn in, with its place in the list", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    const std::string& inspected = site.at(records::address::enterprise("99999901MA0000001X"));
    CHECK(has(inspected, "被抽中的抽取（1次，新的在前）"));
    CHECK(has(inspected, "draws/6/#p1\">名单第 1 号</a>"));
    CHECK(has(inspected, "tasks/5/\">登记事项抽查</a>"));
    CHECK_FALSE(has(inspected, "还没有公开。"));
    CHECK(has(site.at(records::address::enterprise("o101")), "draws/6/#p2\">名单第 2 号</a>"));
}

TEST_CASE("a list that is not yet public is not on the page, but its day is", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", [](Example& example) {
        example.draw.revealed = false;
        example.draw.draw.reveal_on = "2024-12-01";
    });
    const std::string& page = site.at("draws/6/index.html");
    CHECK(has(page, "名单将在2024年12月1日公开"));
    CHECK_FALSE(has(page, "示例甲商贸有限公司"));
    CHECK(site.files.count("draws/6/list.csv") == 0);
}

TEST_CASE("a withdrawn result keeps its address, number, day and reason, and nothing else", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", [](Example& example) {
        example.problem.standing.withdrawn_on = "2024-06-01";
        example.problem.standing.withdrawn_reason = "决定被依法撤销";
    });
    const std::string& page = site.at("results/by-id/0/81.html");
    CHECK(has(page, "本条信息已于2024年6月1日撤回"));
    CHECK(has(page, "决定被依法撤销"));
    CHECK_FALSE(has(page, "发现问题已责令改正"));
    CHECK_FALSE(has(page, "<dl"));
}

TEST_CASE("the newest edition is in force and says cell by cell what changed and why", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    const std::string& newest = site.at("plans/1/1/index.html");
    CHECK(has(newest, "现行有效"));
    CHECK(has(newest, "理由：<bdi>提高比例</bdi>"));
    CHECK(has(newest, "<ins><bdi>5%</bdi></ins>"));
    CHECK(has(site.at("plans/1/0/index.html"), "已有新版本"));
    CHECK(has(site.at("plans/1/1/from-0.html"), "<ins><bdi>5%</bdi></ins>"));
}

TEST_CASE("a page's footer has the digest of the JSON beside it", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    for (const char* page : {"plans/1/index", "plans/1/1/index", "tasks/5/index", "draws/6/index", "results/by-id/0/81",
                             "offices/999901/index", "data/index", "penalties/95"}) {
        INFO(page);
        const std::string digest = output::hex(output::sha256(site.at(std::string(page) + ".json")));
        CHECK(has(site.at(std::string(page) + ".html"), "title=\"" + digest + "\""));
    }
}

namespace {

/// The example with further results of these numbers.
RenderedSite site_with_results(const Scratch& scratch, const std::string& name, const std::vector<records::Id>& ids) {
    records::PublicWriter writer(scratch / (name + ".db"));
    const Example example;
    example.write(writer);
    for (const records::Id id : ids) {
        records::PublicResult more = example.clean;
        more.facts.id = id;
        more.facts.published_on = "2024-05-01";
        writer.result(more);
    }
    writer.finish();
    return RenderedSite(scratch / (name + ".db"), scratch / name, 2);
}

}  // namespace

TEST_CASE("results never move to another page: not when more come, nor when one between them does", "[pages]") {
    const Scratch scratch;
    const RenderedSite few = site_with_results(scratch, "few", {250, 301, 302});
    const RenderedSite more = site_with_results(scratch, "more", {150, 250, 301, 302, 480});
    CHECK(has(few.at("results/999901/2024/page-1.html"), "results/by-id/0/80.html"));
    CHECK(has(few.at("results/999901/2024/page-3.html"), "results/by-id/0/250.html"));
    CHECK(count_of(few.at("results/999901/2024/page-4.html"), "results/by-id/") == 2);
    CHECK(few.files.count("results/999901/2024/page-2.html") == 0);
    CHECK(has(more.at("results/999901/2024/page-2.html"), "results/by-id/0/150.html"));
    CHECK(count_of(more.at("results/999901/2024/page-3.html"), "results/by-id/") == 1);
    CHECK(count_of(more.at("results/999901/2024/page-4.html"), "results/by-id/") == 2);
    CHECK(has(more.at("results/999901/2024/page-3.html"),
              "rel=\"prev\" href=\"../../../results/999901/2024/page-2.html"));
    CHECK(
        has(few.at("results/999901/2024/page-3.html"), "rel=\"prev\" href=\"../../../results/999901/2024/page-1.html"));
}

TEST_CASE("a list keeps its address when a correction takes its last result away, and says so", "[pages]") {
    const Scratch scratch;
    const auto with_code = [&](const std::string& name, const std::string& code) {
        return site_of(scratch, name, [&](Example& example) { example.problem.facts.codes = {code}; });
    };
    const RenderedSite before = with_code("before", "corrected"), after = with_code("after", "no_activity");
    const std::string list = "results/999901/2024/outcome-corrected.html", kind = "results/by-outcome/corrected.html";
    CHECK(has(before.at(list), "results/by-id/0/81.html"));
    CHECK(has(before.at(kind), "outcome-corrected.html"));
    CHECK_FALSE(has(after.at(list), "results/by-id/0/81.html"));
    CHECK(has(after.at(list), "现在没有这一类结果。以前列在这里的，可能已经更正、撤回或公示期满"));
    CHECK(has(after.at(kind), "现在没有这一类结果"));
    CHECK(has(after.at("results/999901/2024/outcome-no_activity.html"), "results/by-id/0/81.html"));
}

TEST_CASE("a task's timeline says until when and on what ground, and counts days only while something is open",
          "[pages]") {
    const Scratch scratch;
    const auto with_due = [&](const std::string& name, const std::string& state) {
        return site_of(scratch, name, [&](Example& example) { example.task.due.state = state; });
    };
    const RenderedSite met = with_due("met", "met"), late = with_due("late", "overdue");
    CHECK(has(met.at("tasks/5/index.html"), "期限2024年11月1日，依据工作要点 三（二）</span>"));
    CHECK(has(late.at("tasks/5/index.html"),
              "期限2024年11月1日，依据工作要点 三（二）；截至2024年11月20日已过 19 天（13 个工作日）</span>"));
    CHECK(has(met.at("tasks/5/index.html"), "已完结 0 条，未完结 1 条"));
    CHECK(has(met.at("tasks/5/index.html"), "未完结中最早的期限2024年4月29日"));
}

TEST_CASE("the first page of a district's objects leads to the others by the codes they begin with", "[pages]") {
    const Scratch scratch;
    records::PublicWriter writer(scratch / "many.db");
    const Example example;
    example.write(writer);
    for (int i = 0; i < 250; ++i) {
        records::PublicEnterprise more = example.enterprise;
        more.object = 1000 + i, more.code = "99999901MB" + std::to_string(10000 + i) + "0AX", more.other_codes.clear();
        writer.enterprise(more);
    }
    writer.finish();
    const RenderedSite site(scratch / "many.db", scratch / "many", 2);
    const std::string& first = site.at("search/999901/index.html");
    CHECK(has(first, "search/999901/page-2.html\">99999901MB100990AX 起</a>"));
    CHECK(has(first, "search/999901/page-3.html\">99999901MB101990AX 起</a>"));
    CHECK(has(site.at("search/999901/page-3.html"), "99999901MB"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("a document's head names all seven entries, 未注明 where the office said nothing", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    const std::string& page = site.at("plans/1/0/index.html");
    for (const char* term : {"索引号", "文号", "发布机构", "成文日期", "发布日期", "有效性", "公开方式"}) {
        INFO(term);
        CHECK(has(page, std::string("<dt>") + term + "</dt>"));
    }
    CHECK(has(page, "<dt>索引号</dt><dd><bdi>未注明</bdi>"));
    CHECK(has(page, "甲双随机办〔2024〕3号"));
}

TEST_CASE("a department has a page with its results, follow-ups and tasks, linked from its office", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", [](Example& example) {
        example.task.cells = records::Cells{{{"initiator", {"市场监管局、公安局", {}, {}}}}};
    });
    const std::string& page = site.at("offices/999901/departments/7/index.html");
    CHECK(has(site.at("offices/999901/index.html"), "offices/999901/departments/7/"));
    CHECK(has(page, "results/999901/2024/department-7.html"));
    CHECK(has(page, "未完结的后续处置（1条）"));
    CHECK(has(page, "tasks/5/"));
    CHECK(has(page, "发起"));
    CHECK(has(page, "没有以本部门名义抽取而结果逾期未公开的"));
}

TEST_CASE("a portal's own guide takes the place of the shipped one", "[pages]") {
    const Scratch scratch;
    std::filesystem::create_directories(scratch / "content");
    std::ofstream(scratch / "content" / "10-what.md") << "# 我们的说明\n\n**注意：**本区另有规定。\n";
    std::ofstream(scratch / "content" / "90-ours.md") << "# 本区特有\n";
    pages::RenderOptions options;
    options.content = scratch / "content";
    const RenderedSite site = site_of(scratch, "t", {}, options);
    CHECK(has(site.at("guides/what.html"), "<strong>注意：</strong>本区另有规定"));
    CHECK(has(site.at("guides/index.html"), "本区特有"));
    CHECK(site.files.count("guides/ours.html") == 1);
}

TEST_CASE("a sink that fails ends the rendering with its exception", "[pages]") {
    const Scratch scratch;
    write_example(scratch / "public.db");
    const pages::PageSink sink{[](std::string_view path, std::string_view) {
                                   if (path.starts_with("tasks/")) throw std::runtime_error("disk full");
                               },
                               [](std::string_view, const std::filesystem::path&) {},
                               std::filesystem::temp_directory_path()};
    CHECK_THROWS_WITH(pages::render_site(scratch / "public.db", {}, sink), "disk full");
}

TEST_CASE("an address is put once only", "[pages]") {
    const Scratch scratch;
    CHECK(site_of(scratch, "t", {}).repeated.empty());
}
