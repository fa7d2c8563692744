// The gate over a real public.db: every secret in every text column there is, in content/ and in templates/.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "generator/publish/column_sorts.h"
#include "generator/publish/publish.h"
#include "tests/planting.h"
#include "tests/secrets.h"

using namespace tests;
using publish::ColumnSort;
using publish::GateFinding;

namespace {

records::PrivateStore example_persons() {
    records::PrivateStore store = records::PrivateStore::in_memory();
    fill(store);
    return store;
}

std::vector<GateFinding> gate(const Example& example, const settings::Settings& settings = {},
                              const std::vector<std::filesystem::path>& content = {}) {
    const Scratch scratch;
    records::PrivateStore store = example_persons();
    records::PublicWriter writer(scratch / "public.db");
    example.write(writer);
    writer.finish();
    return publish::privacy_gate(writer, content, store, settings);
}

std::set<Column> text_columns() {
    const Scratch scratch;
    Example example;
    records::PublicWriter writer(scratch / "public.db");
    example.write(writer);
    writer.finish();
    std::set<Column> columns;
    writer.each_cell([&](std::string_view table, std::string_view column, std::int64_t, std::string_view) {
        columns.insert({std::string(table), std::string(column)});
    });
    columns.insert({"office", "name"});
    for (const char* table : {"item", "task_in_edition"}) columns.insert({table, "correction_reason"});  // NULL so far
    return columns;
}

/// Different in every column, so that no cell is a copy of another.
std::string unique_mark(const Column& column) {
    std::string mark = "（";
    for (const char c : column.first + column.second) mark += c == 'x' ? 'y' : c;
    return mark + "）";
}

bool lawful_there(const Secret& secret, const std::string& disguise, const Column& column) {
    const ColumnSort sort = publish::sort_of(column.first, column.second);
    const bool name = sort == ColumnSort::enterprise_name;
    if (secret.only_beside_enterprises)
        return name || sort == ColumnSort::code || !publish::about_one_enterprise(column.first);
    static const publish::KnownPersons persons = known_persons();
    return name && secret.may_be_part_of_a_name && publish::find_private(disguise, sort, false, persons).empty();
}

std::set<Column> columns_with(const std::vector<GateFinding>& findings, const std::string& what) {
    std::set<Column> columns;
    for (const GateFinding& finding : findings) {
        if (!finding.what.starts_with(what)) continue;
        const std::size_t dot = finding.place.find(finding.table + ".");
        REQUIRE(dot != std::string::npos);
        std::string column = finding.place.substr(dot + finding.table.size() + 1);
        column = column.substr(0, column.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"));
        columns.insert({finding.table, column});
        CHECK(finding.place.find("第" + std::to_string(finding.row) + "条") != std::string::npos);
    }
    return columns;
}

settings::Settings with_reviewed(std::vector<std::string> phrases) {
    settings::Settings settings;
    settings.reviewed_phrases = std::move(phrases);
    return settings;
}

}  // namespace

TEST_CASE("every secret in every disguise is found in every text column of public.db, with its place", "[privacy]") {
    const std::set<Column> all = text_columns();
    for (const Secret& secret : all_secrets())
        for (const std::string& disguise : secret.disguises) {
            Plantation plantation{[&](const Column& column) { return disguise + unique_mark(column); }};
            Example example;
            plantation.plant_all(example);
            const std::set<Column> found = columns_with(gate(example), secret.what);
            std::string missed;
            for (const Column& column : all) {
                if (closed(column)) continue;
                INFO("nothing was planted in " << column.first << "." << column.second);
                REQUIRE(plantation.planted.contains(column));
                if (!found.contains(column) && !lawful_there(secret, disguise, column))
                    missed += column.first + "." + column.second + " ";
            }
            INFO(secret.what << ": " << disguise);
            CHECK(missed == "");
        }
}

TEST_CASE("the example's own texts pass the gate", "[privacy]") {
    CHECK(gate(Example()).empty());
}

TEST_CASE("a secret that has the form of a code is found in the columns of codes", "[privacy]") {
    for (const char* secret : {"11010519491231002X", "440524188001010014", "440524800101001", "13800138000"}) {
        INFO(secret);
        Example example;
        example.enterprise.code = secret;
        CHECK(columns_with(gate(example), "").contains(Column{"enterprise", "code"}));
        example = {};
        example.enterprise.other_codes = {secret};
        CHECK(columns_with(gate(example), "").contains(Column{"enterprise", "other_codes"}));
    }
}

TEST_CASE("headings, quantities and periods within cells are looked at too", "[privacy]") {
    const auto with_cell = [](const std::string& name, const records::CellValue& value) {
        Example example;
        example.original.rows[0].cells.values = {{name, value}};
        return columns_with(gate(example), "手机号码").contains(Column{"task_in_edition", "cells"});
    };
    CHECK(with_cell("column:电话13800138000", {"无", {}, {}}));
    records::Quantity quantity;
    quantity.raw = "5%", quantity.remarks = {"联系13800138000"};
    CHECK(with_cell("ratio", {"5%", quantity, {}}));
    records::Period period;
    period.raw = "全年", period.unreadable = "读不懂13800138000";
    CHECK(with_cell("period", {"全年", {}, period}));
    CHECK(!with_cell("ratio", {"5%", {}, {}}));
}

TEST_CASE("pseudonyms pass, names in their place do not", "[privacy]") {
    Example example;
    example.first.row.inspectors = {"p1380013800013800", "p13800138000abcde"};
    CHECK(gate(example).empty());
    example.first.row.inspectors = {"p13800138000abcd", "张三丰"};
    CHECK(columns_with(gate(example), "手机号码").contains(Column{"drawn_object", "inspectors"}));
    CHECK(columns_with(gate(example), "检查人员姓名").contains(Column{"drawn_object", "inspectors"}));
}

TEST_CASE("a text that is copied to many rows is told once, where it was written", "[privacy]") {
    Example example;
    const std::string name = "抽查（联系人13800138000）";
    example.task.name = example.draw.task_name = example.problem.task_name = example.clean.task_name = name;
    example.original.rows[0].cells = cells("task_name", name);
    const auto findings = gate(example);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].table == "task_in_edition");
    CHECK(findings[0].place == "计划中的任务 task_in_edition.cells.task_name（抽查任务名称） 第41条");
    CHECK(findings[0].masked == "138****8000");
    example.original.rows[0].cells = cells("task_name", "抽查");
    CHECK(gate(example).size() == 1);  // no original: the copy is told
}

TEST_CASE("an enterprise's own name may stand in its rows although it contains an inspector's", "[privacy]") {
    Example example;
    example.problem.object_name = example.enterprise.name = example.first.name = "示例市高峰商贸有限公司";
    example.problem.facts.problem = "示例市高峰商贸有限公司未按规定公示";
    CHECK(gate(example).empty());
    example.problem.facts.problem = "高峰商贸未按规定公示";
    CHECK(gate(example).size() == 1);
    example.problem.facts.problem = "示例市高峰商贸有限公司由高峰检查";
    CHECK(gate(example).size() == 1);
    example.problem.facts.problem.clear();
    example.clean.facts.problem = "与示例市高峰商贸有限公司相邻";  // another object's row
    CHECK(gate(example).size() == 1);
}

TEST_CASE("public contacts pass, in any spelling; others do not", "[privacy]") {
    settings::Settings settings;
    settings.public_contacts = {"138 0013 8000", "Ban@example.cn"};
    settings.phone = "0311-86001234";
    Example example;
    example.site.phone = "（0311）8600 1234", example.site.email = "ban@example.cn";
    example.original.edition.head.note = "咨询：+86 138-0013-8000，ban（at）example.cn";
    CHECK(gate(example, settings).empty());
    CHECK(!gate(example).empty());
    example.original.edition.head.note = "咨询：138-0013-8001，bao@example.cn";
    CHECK(gate(example, settings).size() == 2);
}

TEST_CASE("a reviewed phrase lets pass what stands within it and nothing else", "[privacy]") {
    Example example;
    example.original.edition.head.note = "节假日高峰期检查";
    CHECK(gate(example).size() == 1);
    CHECK(gate(example, with_reviewed({"高峰期"})).empty());
    CHECK(gate(example, with_reviewed({"高　峰　期"})).empty());
    CHECK(gate(example, with_reviewed({"期检查"})).size() == 1);
    example.original.edition.head.note = "高峰期检查，检查人员高峰，13800138000";
    CHECK(gate(example, with_reviewed({"高峰期"})).size() == 2);
    CHECK(gate(example, with_reviewed({""})).size() == 2);  // a cell tells the same thing once
}

TEST_CASE("guides and templates are read as their readers see them", "[privacy]") {
    const Scratch scratch;
    const std::vector<std::filesystem::path> folders{scratch / "content", scratch / "templates"};
    for (const auto& folder : folders) std::filesystem::create_directories(folder);
    const auto write = [](const std::filesystem::path& file, const std::string& text) {
        std::ofstream(file, std::ios::binary) << text;
    };
    const auto places = [&] {
        std::set<std::string> places;
        for (const GateFinding& finding : gate(Example(), {}, folders)) places.insert(finding.place);
        return places;
    };
    write(folders[0] / "10-what.md", "# 说明\n\n高温期间，138****1234。\n");
    write(folders[1] / "page.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n<p>{{NAME}}</p>\n");
    CHECK(places().empty());
    for (const Secret& secret : all_secrets()) {
        if (secret.only_beside_enterprises) continue;
        std::string text = "# 说明\n";
        std::set<std::string> expected;
        for (const std::string& disguise : secret.disguises) {
            text += "\n说明如下，\n\n";
            const std::size_t lead = disguise.find_first_not_of("\r\n");
            const auto line = 1 + std::count(text.begin(), text.end(), '\n') +
                              std::count(disguise.begin(), disguise.begin() + static_cast<std::ptrdiff_t>(lead), '\n');
            text += disguise + "\n";
            expected.insert("content/10-what.md 第" + std::to_string(line) + "行");
            expected.insert("templates/page.tpl 第" + std::to_string(line) + "行");
        }
        write(folders[0] / "10-what.md", text);
        write(folders[1] / "page.tpl", text);
        INFO(secret.what);
        CHECK(places() == expected);
    }
}

TEST_CASE("markup hides nothing", "[privacy]") {
    const Scratch scratch;
    std::filesystem::create_directories(scratch / "content");
    const auto findings = [&](const std::string& text) {
        std::ofstream(scratch / "content/a.md", std::ios::binary) << text;
        return gate(Example(), {}, {scratch / "content"});
    };
    for (const char* text : {"138**0013**8000",
                             "**138**00138000",
                             "138<b>0013</b>8000",
                             "138<!-- -->0013<!-- x -->8000",
                             "&#49;3800138000",
                             "&#x31;&#51;800138000",
                             "138&nbsp;0013&nbsp;8000",
                             "138&shy;00138000",
                             "1`3`8`0`0`1`3`8`0`0`0`",
                             "138\\-0013\\-8000",
                             "<span data-x='1'>138</span><span>00138000</span>",
                             "wang.er&#64;example.cn",
                             "wang.er<span>@</span>example.cn",
                             "wang.er&commat;example&period;cn",
                             "张<i>三</i>丰",
                             "张&zwnj;三丰",
                             "张**三**丰",
                             "[致电](tel:13800138000)",
                             "<a href=\"mailto:wang.er@example.cn\">写信</a>",
                             "<img alt=\"13800138000\">",
                             "<!-- 13800138000 -->",
                             "{{! 13800138000 }}"}) {
        INFO(text);
        const auto found = findings("第一行\n" + std::string(text) + "\n");
        REQUIRE(found.size() == 1);
        CHECK(found[0].place == "content/a.md 第2行");
    }
    CHECK(findings("1 < 2 & 3 > 2 &c; &#; &#xzz; <3 \\").empty());
}

TEST_CASE("a file that cannot be read as a text is refused, a picture is not looked at", "[privacy]") {
    const Scratch scratch;
    std::filesystem::create_directories(scratch / "content");
    std::ofstream(scratch / "content/logo.png", std::ios::binary) << "\x89PNG\r\n\x1a\n\xff\xfe";
    CHECK(gate(Example(), {}, {scratch / "content", scratch / "missing"}).empty());
    std::ofstream(scratch / "content/a.md", std::ios::binary) << "\xd5\xc5\xc8\xfd\xb7\xe1";
    CHECK(gate(Example(), {}, {scratch / "content"}).size() == 1);
    std::ofstream(scratch / "content/a.md", std::ios::binary) << std::string(1 << 20, 'a') << "13800138000";
    CHECK(gate(Example(), {}, {scratch / "content"}).size() == 1);
}

TEST_CASE("thousands of findings are told up to a number", "[privacy]") {
    Example example;
    for (int i = 0; i < 3000; ++i)
        example.original.rows.push_back(
            {1000 + i, 11, 5, i, cells("content", "电话1380013" + std::to_string(1000 + i)), {}});
    CHECK(gate(example).size() == 1000);
}
