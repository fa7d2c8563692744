// The forms' figures against rows that a person can count (activity_example.h), on the pages and in the workbooks.
#include "generator/pages/forms.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "generator/import/spreadsheet_file.h"
#include "tests/activity_example.h"
#include "tests/pages_site.h"

namespace {

using namespace tests;

RenderedSite site_of(const Scratch& scratch, const ActivityExample& example = {}) {
    example.write(scratch / "public.db");
    return RenderedSite(scratch / "public.db", scratch / "t", 2);
}

/// A page's words without its marks.
std::string words_of(std::string_view html) {
    std::string words;
    bool mark = false;
    for (const char c : html) {
        mark = mark || c == '<';
        if (!mark) words += c;
        mark = mark && c != '>';
    }
    return words;
}

bool says(const std::string& html, std::string_view part) {
    return words_of(html).find(part) != std::string::npos;
}

std::vector<importing::Sheet> sheets_of(const Scratch& scratch, const std::string& bytes) {
    const auto file = scratch / "read.xlsx";
    std::ofstream(file, std::ios::binary) << bytes;
    const importing::Workbook book = importing::open_workbook(file);
    std::vector<importing::Sheet> sheets;
    for (std::size_t i = 0; i < book.sheets.size(); ++i) sheets.push_back(importing::read_sheet(book, i));
    return sheets;
}

const std::string april = "offices/999901/forms/2024-04/index.html";

}  // namespace

TEST_CASE("the monthly form has every row, the figures of its month and links to their rows", "[pages][forms]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch);
    const std::string& page = site.at(april);
    for (const char* row : {"1", "2", "3", "4", "4a", "4b", "4c", "4d", "4e", "5"})
        CHECK(page.find("<span class=\"no\">" + std::string(row) + "</span>") != std::string::npos);
    for (const char* head : {"单位名称（盖章）", "填表时间", "联系人", "联系电话", "手机", "市本级"})
        CHECK(says(page, head));
    CHECK(says(page, "0 次、0 户：本月没有公开的抽取。"));
    CHECK(says(page, "1 户（发现问题的结果 1 条）"));
    CHECK(says(page, "3 条；网站：示例公示（https://example.invalid/）"));
    CHECK(says(page, "3 个单位开展；检查对象 2 户；公示结果 3 条"));
    CHECK(page.find("href=\"../../../../results/999901/2024/month-2024-04.html\">3 条</a>") != std::string::npos);
    CHECK(count_of(page, "（由填表人填写）") == 4);  // 1, 2, 3, 4a
    CHECK(says(site.at("offices/999901/forms/2024-03/index.html"), "随机抽查 1 次，抽取检查对象 3 户"));
    CHECK(says(site.at("offices/999901/forms/2024-05/index.html"), "大项 1 个、小项 1 个"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("a quarter and a year are counted from the rows and not added up from months", "[pages][forms]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch);
    for (const char* period : {"2024-Q2", "2024"}) {
        const std::string& page = site.at("offices/999901/forms/" + std::string(period) + "/index.html");
        INFO(period);
        CHECK(says(page, "3 户次，检查对象 2 户"));
        CHECK(says(page, "1 户（发现问题的结果 2 条）"));
        CHECK(says(page, "已完结 0 项、未完结 1 项"));
    }
    CHECK(site.files.contains("offices/999901/forms/2024-Q1/index.html"));
    CHECK_FALSE(site.files.contains("offices/999901/forms/2024-06/index.html"));
    CHECK_FALSE(site.files.contains("offices/999901/forms/2024-Q3/index.html"));
    CHECK(site.files.contains("offices/999901/forms/2024/objects.csv"));
    CHECK(count_of(site.at("offices/999901/forms/2024/objects.csv"), "\n") == 3);  // the head and two drawn
}

TEST_CASE("a year's summary has how the rules stand, of the whole office", "[pages][forms]") {
    const Scratch scratch;
    ActivityExample example;
    records::PublicFinding finding;
    finding.id = 1, finding.office = "999901", finding.rule = "000-14", finding.year = 2024;
    finding.state = "not_met", finding.numerator = 0, finding.denominator = 1;
    example.findings = {finding};
    const RenderedSite site = site_of(scratch, example);
    const std::string& page = site.at("offices/999901/forms/2024/index.html");
    CHECK(says(page, "规则的进度（1条）"));
    CHECK(says(page, "未达到"));
    CHECK(says(page, "后续处置二十个工作日内完成"));
    CHECK(page.find("rules/999901/2024/#rule-000-14\"") != std::string::npos);
    const Scratch other;
    CHECK(says(site_of(other).at("offices/999901/forms/2024/index.html"), "没有可以由本站判断的规则"));
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("the workbook beside a form says what the page says", "[pages][forms]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch);
    const auto month = sheets_of(scratch, site.at("offices/999901/forms/2024-04/form.xlsx"));
    REQUIRE(month.size() == 4);
    std::string form;
    for (const auto& row : month[0].rows)
        for (const auto& cell : row.cells) form += cell.text + "|";
    CHECK(form.find("4c|发现问题的检查主体数量|1 户（发现问题的结果 1 条）|") != std::string::npos);
    CHECK(form.find("单位名称（盖章）|（由填表人填写）|") != std::string::npos);
    const auto year = sheets_of(scratch, site.at("offices/999901/forms/2024/summary.xlsx"));
    const auto statistics =
        std::find_if(year.begin(), year.end(), [](const auto& sheet) { return sheet.info.name == "抽查结果统计表"; });
    REQUIRE(statistics != year.end());
    CHECK(statistics->rows.back().cells[0].text == "全部单位");
    CHECK(statistics->rows.back().cells[1].text == "4");
}

TEST_CASE("an office where nothing is public has an index that says so and no forms", "[pages][forms]") {
    const Scratch scratch;
    ActivityExample example;
    records::PublicWriter writer(scratch / "public.db");
    writer.site(example.example.site), writer.office(example.example.office);
    writer.finish();
    const RenderedSite site(scratch / "public.db", scratch / "t", 2);
    CHECK(says(site.at("offices/999901/forms/index.html"), "还没有月报表"));
    for (const auto& [path, bytes] : site.files) CHECK(path.find("forms/2") == std::string::npos);
}

TEST_CASE("hostile names in a form stay text", "[pages][forms]") {
    const Scratch scratch;
    ActivityExample example;
    const std::string hostile = "<script>alert(1)</script>\u202E=cmd|' /C calc'!A0";
    example.joint.facts.item = example.joint.department = example.police.name = hostile;
    example.example.office.name = example.example.draw.draw.agency = hostile;
    example.example.problem.object_name = example.example.enterprise.name = hostile;
    const RenderedSite site = site_of(scratch, example);
    for (const auto& [path, bytes] : site.files) {
        if (!path.ends_with(".html") || path.find("forms/") == std::string::npos) continue;
        INFO(path);
        CHECK(bytes.find("<script>alert") == std::string::npos);
        CHECK(bytes.find("\u202E") == std::string::npos);
    }
    for (const auto& sheet : sheets_of(scratch, site.at("offices/999901/forms/2024-04/form.xlsx")))
        for (const auto& row : sheet.rows)
            for (const auto& cell : row.cells) CHECK_FALSE(cell.formula);
}

TEST_CASE("a form changes with its rows alone", "[pages][forms]") {
    const Scratch scratch;
    ActivityExample example;
    const RenderedSite today = site_of(scratch, example);
    example.example.site.as_of = "2024-12-20";
    const Scratch other;
    const RenderedSite later = site_of(other, example);
    for (const char* file : {"2024-04/index.html", "2024-04/form.xlsx", "2024-Q2/summary.xlsx", "2024/index.html"})
        CHECK(today.at("offices/999901/forms/" + std::string(file)) ==
              later.at("offices/999901/forms/" + std::string(file)));
}
