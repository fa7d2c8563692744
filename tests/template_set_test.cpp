#include "generator/pages/template_set.h"

#include <catch2/catch.hpp>

#include "tests/pages_site.h"

namespace {

void write(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string expand(const std::filesystem::path& folder, std::string_view name, std::string_view value) {
    const pages::TemplateSet templates(folder, {});
    pages::Values values(templates);
    values.root().set("VALUE", value);
    return templates.expand(name, values);
}

constexpr std::string_view pragma = "{{%AUTOESCAPE context=\"HTML\"}}\n";

}  // namespace

TEST_CASE("every shipped template escapes by context", "[pages]") {
    int checked = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(GONGSHI_SHARE) / "templates")) {
        INFO(entry.path().string());
        CHECK(entry.path().extension() == ".tpl");
        CHECK(tests::text_of_file(entry.path()).starts_with(pragma));
        ++checked;
    }
    CHECK(checked > 20);
}

TEST_CASE("only a guide's own text, our own drawings and our own JSON are put into a page unescaped", "[pages]") {
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(GONGSHI_SHARE) / "templates")) {
        INFO(entry.path().string());
        const std::string name = entry.path().filename().string();
        const bool own = name == "guide.tpl" || name == "rule_text.tpl" || name == "chart.tpl" ||
                         name == "months.tpl" || name == "qr.tpl" || name == "data.tpl";
        const std::size_t expected = own ? 1 : 0;
        CHECK(tests::count_of(tests::text_of_file(entry.path()), ":none}}") == expected);
    }
}

TEST_CASE("a template without AUTOESCAPE, or with a section left open, is refused by name", "[pages]") {
    const tests::Scratch scratch;
    write(scratch / "plain/bad.tpl", "<p>{{VALUE}}</p>");
    write(scratch / "open/bad.tpl", std::string(pragma) + "{{#OPEN}}<p>");
    for (const char* folder : {"plain", "open"})
        CHECK_THROWS_WITH(pages::TemplateSet(scratch / folder, {}), Catch::Contains("bad.tpl"));
    CHECK_THROWS_AS(pages::TemplateSet(scratch / "none", {}), pages::BadTemplate);
}

TEST_CASE("a portal's own template takes the place of the shipped one of the same name", "[pages]") {
    const tests::Scratch scratch;
    write(scratch / "shipped/a.tpl", std::string(pragma) + "shipped");
    write(scratch / "shipped/b.tpl", std::string(pragma) + "shipped");
    write(scratch / "own/a.tpl", std::string(pragma) + "own");
    const pages::TemplateSet templates(scratch / "shipped", scratch / "own");
    const pages::Values values(templates);
    CHECK(templates.expand("a.tpl", values) == "own");
    CHECK(templates.expand("b.tpl", values) == "shipped");
}

TEST_CASE("a value is escaped for the place it stands in", "[pages]") {
    const tests::Scratch scratch;
    write(scratch / "t/text.tpl", std::string(pragma) + "<p>{{VALUE}}</p>");
    write(scratch / "t/attribute.tpl", std::string(pragma) + "<p title=\"{{VALUE}}\">x</p>");
    write(scratch / "t/link.tpl", std::string(pragma) + "<a href=\"{{VALUE}}\">x</a>");
    CHECK(expand(scratch / "t", "text.tpl", "<script>&") == "<p>&lt;script&gt;&amp;</p>");
    CHECK(expand(scratch / "t", "attribute.tpl", "\"onclick=x") == "<p title=\"&quot;onclick=x\">x</p>");
    CHECK(expand(scratch / "t", "link.tpl", "javascript:alert(1)") == "<a href=\"#\">x</a>");
    CHECK(expand(scratch / "t", "link.tpl", "../plans/1/#t2") == "<a href=\"../plans/1/#t2\">x</a>");
}

TEST_CASE("a value and a section are looked for from the inside out, and included templates begin anew", "[pages]") {
    const tests::Scratch scratch;
    write(scratch / "t/a.tpl", std::string(pragma) + "{{#ROW}}{{A}}{{#MARK}}{{B}}{{/MARK}};{{/ROW}}{{>PART}}");
    write(scratch / "t/b.tpl", std::string(pragma) + "[{{A}}{{B}}{{#MARK}}!{{/MARK}}]");
    const pages::TemplateSet templates(scratch / "t", {});
    pages::Values values(templates);
    pages::View root = values.root();
    root.set("A", "outer"), root.set("B", "first"), root.set("B", "newest"), root.show("MARK");
    root.add("ROW").set("A", "inner");
    root.add("ROW");
    root.include("PART", "b.tpl");
    root.global("B", "global");
    CHECK(templates.expand("a.tpl", values) == "innernewest;outernewest;[global]");
}

TEST_CASE("characters nobody can see are named", "[pages]") {
    CHECK(pages::visible("示例商行") == "示例商行");
    CHECK(pages::visible("a\nb\tc") == "a\nb\tc");
    CHECK(pages::visible("示例\u202E商行") == "示例⟦U+202E⟧商行");
    CHECK(pages::visible("\u200B\u2066\uFEFF\u061C") == "⟦U+200B⟧⟦U+2066⟧⟦U+FEFF⟧⟦U+061C⟧");
    CHECK(pages::visible(std::string_view("a\0b\x1B", 4)) == "a⟦U+0000⟧b⟦U+001B⟧");
    CHECK(pages::visible("a\r\nb") == "a\nb");
    CHECK(pages::visible("“引号”——全角，ＡＢ·") == "“引号”——全角，ＡＢ·");
    CHECK(pages::visible("\xE2\x80") == "\xE2\x80");  // cut off: stays as it is
}
