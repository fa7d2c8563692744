#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "generator/pages/board.h"
#include "tests/board_site.h"

using namespace tests;

namespace {

constexpr const char* board = "rules/999901/2024/index.html";
constexpr std::size_t largest_page = 100'000;

RenderedSite site_of(const Scratch& scratch, const std::string& name, const BoardExample& example,
                     const pages::RenderOptions& options = {}) {
    example.write(scratch / (name + ".db"));
    return RenderedSite(scratch / (name + ".db"), scratch / name, 2, options);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> large_pages(const RenderedSite& site) {
    std::vector<std::string> large;
    for (const auto& [path, bytes] : site.files)
        if (path.starts_with("rules/") && path.ends_with(".html") && bytes.size() >= largest_page)
            large.push_back(fmt::format("{} {}", path, bytes.size()));
    return large;
}

}  // namespace

TEST_CASE("a board says of every duty where it stands, with figure, threshold and clause", "[boards]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    const std::string& page = site.at(board);
    CHECK(has(page, "达到 1 条，未达到 1 条，未到期 1 条，不能判断 2 条"));
    CHECK(has(page, "2/3 = 66.6%"));  // never rounded up
    CHECK(has(page, "甲双随机办〔2024〕1号 二（一）"));
    CHECK(has(page, "≥80%"));
    CHECK(has(page, "检查结果产生起 20个工作日内"));
    CHECK(has(page, "<h2 id=\"rule-t-1\">"));
    CHECK(has(page, "没有可以判断的结果"));
    CHECK(has(page, "只公布数字"));
    CHECK(has(page, "判断日是2024年12月31日"));
}

TEST_CASE("what no machine can judge is listed on the board all the same", "[boards]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    CHECK(has(site.at(board), "没有判断的要求（2 条）"));
    CHECK(has(site.at(board), "宣传的要求（机器不能判断）"));
    CHECK(has(site.at(board), "后续处置二十个工作日内完成（本年度没有要判断的）"));
    CHECK(has(site.at(board), "宣传的要求"));
}

TEST_CASE("every number of a board leads to the rows it counts", "[boards]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    CHECK(site.broken_links() == std::vector<std::string>{});
    const std::string& page = site.at(board);
    CHECK(has(page, "rules/999901/2024/t-1/#counted\">2</a>"));
    CHECK(has(page, "rules/999901/2024/t-1/#rows\">3</a>"));
    const std::string& rows = site.at("rules/999901/2024/t-1/index.html");
    CHECK(has(rows, "id=\"missing\""));
    CHECK(has(rows, "特殊情况"));
    CHECK(has(rows, "tasks/5/"));
    // A department's number leads to the department's rows.
    CHECK(has(site.at("rules/999901/2024/departments/8/index.html"), "rules/999901/2024/t-1/#counted-8\">1</a>"));
}

TEST_CASE("a denominator that was declared says so, with its source", "[boards]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    CHECK(has(site.at(board), "分母是申报数：上年底企业数 900（来源：登记系统，截至2023年12月31日）"));
    CHECK(has(site.at(board), "rules/999901/2024/t-2/#declared\">900</a>"));
    CHECK(has(site.at("rules/999901/2024/t-2/index.html"), "不含个体工商户"));
}

TEST_CASE("an exception is counted with its reason and leaves the denominator", "[boards]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    CHECK(has(site.at(board), "例外 1 项，不计入分母：特殊情况 1 项。"));
}

TEST_CASE("a board and a rule's rows are given away as JSON and CSV with the same figures", "[boards]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    const auto json = nlohmann::json::parse(site.at("rules/999901/2024/index.json"));
    CHECK(json["counts"]["not_met"] == 1);
    REQUIRE(json["duties"].size() == 5);
    CHECK(json["duties"][0]["numerator"] == 2);
    CHECK(json["duties"][0]["rows"]["missing"] == 1);
    CHECK(json["duties"][0]["months"].size() == 2);
    CHECK(json["duties"][1]["declared"]["source"] == "登记系统");
    REQUIRE(json["without_finding"].size() == 2);
    CHECK(json["without_finding"][1]["machine_judged"] == false);
    CHECK(has(site.at("rules/999901/2024/board.csv"),
              "t-1,联合抽查次数的要求,甲双随机办〔2024〕1号,二（一）,≥80%,not_met"));
    const auto rows = nlohmann::json::parse(site.at("rules/999901/2024/t-1/index.json"));
    REQUIRE(rows["listed"].size() == 4);
    CHECK(rows["listed"][0]["outcome"] == "missing");
    CHECK(rows["listed"][0]["department"] == "甲区公安局");
    CHECK(rows["listed"][0]["url"] == "tasks/5/");
    CHECK(has(site.at("rules/999901/2024/t-1/rows.csv"), "missing,task,,登记事项抽查2,甲区公安局,2024-03-05"));
    CHECK(site.repeated.empty());
}

TEST_CASE("a board that did not change is the same file on a later day", "[boards]") {
    const Scratch scratch;
    const RenderedSite today = site_of(scratch, "today", {});
    BoardExample later_example;
    later_example.base.site.as_of = "2024-12-15";
    const RenderedSite later = site_of(scratch, "later", later_example);
    for (const auto& [path, bytes] : today.files)
        if (path.starts_with("rules/999901/") && !path.ends_with(".xlsx")) {
            INFO(path);
            CHECK(later.at(path) == bytes);
        }
}

TEST_CASE("months in which nothing was counted stand in the chart, so that time runs evenly", "[boards]") {
    const Scratch scratch;
    BoardExample example;
    example.months = {{1, "2023-11", 1, 2}, {1, "2024-02", 1, 1}};
    const RenderedSite site = site_of(scratch, "t", example);
    const std::string& page = site.at("rules/999901/2024/t-1/index.html");
    CHECK(has(page, "2023年11月 1/2，2023年12月 0，2024年1月 0，2024年2月 1/1"));
    CHECK(has(page, "<th scope=\"row\">2024年1月</th>"));
}

TEST_CASE("rows of a rule are told in pages, what is missing first", "[boards]") {
    const Scratch scratch;
    BoardExample example;
    for (int i = 0; i < 250; ++i) example.row(1, i % 10 == 0 ? "missing" : "counted", 7 + i % 2);
    for (records::FindingRow& row : example.rows) row.name += std::string(40, 'x');
    const RenderedSite site = site_of(scratch, "t", example);
    CHECK(site.broken_links() == std::vector<std::string>{});
    CHECK(site.files.contains("rules/999901/2024/t-1/page-4.html"));
    CHECK_FALSE(site.files.contains("rules/999901/2024/t-1/page-5.html"));
    const std::string& first = site.at("rules/999901/2024/t-1/index.html");
    CHECK(first.find("未计入</span></td>") < first.find(">计入</span></td>"));
    CHECK_FALSE(has(first, "不符合"));  // 80 % are enough: nothing is wrong with the others
    CHECK(has(site.at(board), "共 26 项，先列几项"));
    CHECK(large_pages(site).empty());
}

TEST_CASE("rows that are too many to list are said to be in the whole set, and where", "[boards]") {
    const Scratch scratch;
    BoardExample example;
    example.findings[0].rows_left_out = 30'000;
    const RenderedSite site = site_of(scratch, "t", example);
    const std::string& page = site.at("rules/999901/2024/t-1/index.html");
    CHECK(has(page, "另有 30000 行没有在这里列出"));
    CHECK(has(page, "data/tables/task.csv"));
    CHECK(has(page, "任务[是否联合检查=是]"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("a board of thirty rules with ten departments weighs less than 100 kB a page, one of two hundred too",
          "[boards]") {
    const Scratch scratch;
    for (const int rules : {30, 200}) {
        BoardExample example;
        for (int i = 0; i < rules; ++i) {
            const std::string code = fmt::format("u-{}", i);
            example.rule(code, "一条说得比较长的规则对象", "≥80%");
            for (int c = 0; c < 60; ++c) example.rules.back().requirement += "要";
            auto& found = example.finding(code, "not_met");
            found.numerator = 5, found.denominator = 30;
            const records::Id id = found.id;
            for (int m = 1; m <= 12; ++m) example.months.push_back({id, fmt::format("2024-{:02}", m), m, m + 3});
            for (int r = 0; r < 12; ++r)
                example.row(id, "missing", 7).name = "一个比较长的检查对象名称有限责任公司分公司";
        }
        const RenderedSite site = site_of(scratch, fmt::format("r{}", rules), example);
        CHECK(large_pages(site) == std::vector<std::string>{});
        CHECK(site.broken_links() == std::vector<std::string>{});
        CHECK(has(site.at(board), "id=\"rule-u-0\""));
    }
}

TEST_CASE("the overview counts each office's duties and keeps the old anchors", "[boards]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    const std::string& page = site.at("rules/index.html");
    CHECK(has(page, "id=\"o999901\""));
    CHECK(has(page, "rules/999901/2024/"));
    CHECK(has(page, "2024年：达到 1 条，未达到 1 条"));
    CHECK(has(page, "999901/2024/#not_met\">1</a>"));
    for (const char* from : {"index.html", "offices/999901/index.html"})
        CHECK(has(site.at(from), from == std::string("index.html") ? "未达到的要求" : "rules/999901/2024/"));
    CHECK(has(site.at("offices/999901/departments/8/index.html"), "rules/999901/2024/departments/8/"));
}

TEST_CASE("an office without findings has its rules in words", "[boards]") {
    const Scratch scratch;
    BoardExample example;
    example.findings.clear(), example.rows.clear(), example.months.clear();
    const RenderedSite site = site_of(scratch, "t", example);
    CHECK(has(site.at("rules/index.html"), "联合抽查次数的要求"));
    CHECK_FALSE(site.files.contains(board));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("a rule's code becomes an address whatever a clerk typed", "[boards]") {
    using pages::rule_slug;
    CHECK(rule_slug("000-14") == "000-14");
    CHECK(rule_slug("000-6a") == "000-6a");
    std::set<std::string> slugs;
    const std::vector<std::string> codes{"000-6A",
                                         "../../etc",
                                         "二（三）1",
                                         "a/b",
                                         "a\\b",
                                         "",
                                         ".",
                                         "..",
                                         "departments",
                                         "con",
                                         "com1",
                                         "r-0123456789abcdef",
                                         "-a",
                                         "a-",
                                         " a",
                                         "a b",
                                         "<script>",
                                         std::string(300, 'a'),
                                         std::string("a\0b", 3),
                                         "\xff",
                                         "index.html",
                                         "000-6a"};
    for (const std::string& code : codes) {
        const std::string slug = rule_slug(code);
        CHECK(slugs.insert(slug).second);
        CHECK(slug.size() <= 40);
        CHECK(slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
        CHECK(slug != "departments");
        CHECK(slug != "visits");  // a page of its own beside the rules
        CHECK(slug != "com1");
    }
    CHECK(rule_slug(rule_slug("二")) != rule_slug("二"));
}

TEST_CASE("hostile codes, names and reasons neither leave the site's folder nor become markup", "[boards]") {
    const Scratch scratch;
    const std::string hostile = "../../x\"><script>alert(1)</script>";
    BoardExample example;
    example.rule(hostile, hostile, hostile).requirement = hostile;
    example.rules.back().clause = example.rules.back().exception = example.rules.back().numerator = hostile;
    auto& found = example.finding(hostile, "unjudged");
    found.reason = hostile, found.numerator = 1, found.denominator = 2, found.final_on = hostile;
    const records::Id id = found.id;
    example.months.push_back({id, hostile, 1, 2}), example.months.push_back({id, "2024-05", 1, 2});
    auto& row = example.row(id, "excepted");
    row.name = row.reason = row.code = row.kind = row.day = row.due_on = hostile;
    const RenderedSite site = site_of(scratch, "t", example);
    CHECK(site.broken_links() == std::vector<std::string>{});
    for (const auto& [path, bytes] : site.files) {
        INFO(path);
        CHECK(path.find("..") == std::string::npos);
        if (path.ends_with(".html")) CHECK_FALSE(has(bytes, "<script>alert"));
    }
}

TEST_CASE("a withheld row is counted and has neither name nor link", "[boards]") {
    const Scratch scratch;
    BoardExample example;
    auto& row = example.row(1, "missing");
    row.kind = "withheld", row.record = 0, row.name.clear(), row.reason = "涉及商业秘密";
    const RenderedSite site = site_of(scratch, "t", example);
    CHECK(has(site.at("rules/999901/2024/t-1/index.html"), "不予公开"));
    CHECK(has(site.at("rules/999901/2024/t-1/index.html"), "涉及商业秘密"));
}

TEST_CASE(
    "the texts about the documents are pages that say what a machine can judge, with the differences side by side",
    "[boards]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "t", {});
    int texts = 0;
    for (const auto& [path, bytes] : site.files) {
        if (!path.starts_with("rules/about/") || !path.ends_with("/index.html") || path == "rules/about/index.html")
            continue;
        INFO(path);
        ++texts;
        CHECK(has(bytes, "机器能判断"));
        CHECK(has(bytes, "机器不能判断"));
        CHECK(has(site.at("rules/about/index.html"), path.substr(0, path.size() - std::string("index.html").size())));
    }
    CHECK(texts == 5);
    CHECK(has(site.at("rules/about/index.html"), "id=\"comparison\""));
}

TEST_CASE("a portal's own text stands in place of a shipped one and leads to the boards of who follows it",
          "[boards]") {
    const Scratch scratch;
    std::filesystem::create_directories(scratch / "content" / "rules");
    std::ofstream(scratch / "content" / "rules" / "10-own.md")
        << "---\n短名：甲区\n文件：甲双随机办〔2024〕1号、另一份\n---\n# 甲区的工作方案\n\n机器能判断的见下。\n";
    pages::RenderOptions options;
    options.content = scratch / "content";
    const RenderedSite site = site_of(scratch, "t", {}, options);
    CHECK(has(site.at("rules/about/own/index.html"), "rules/999901/2024/"));
    CHECK(has(site.at(board), "rules/about/own/\""));
    std::ofstream(scratch / "content" / "rules" / "20-bad.md") << "# 没有开头\n";
    const auto make = [&] { site_of(scratch, "bad", {}, options); };
    CHECK_THROWS_AS(make(), pages::BadTemplate);
}
