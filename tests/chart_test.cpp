#include "generator/pages/chart.h"

#include <catch2/catch.hpp>

#include "generator/pages/xml_text.h"

TEST_CASE("a chart says in words what its bars show", "[pages]") {
    const std::string svg = pages::bar_chart("各类结果", "甲 4，乙 2", {{"甲", 4, ""}, {"乙", 2, ""}, {"丙", 0, ""}});
    CHECK(svg.find("<title>各类结果</title><desc>甲 4，乙 2</desc>") != std::string::npos);
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(svg.find("width=\"85.00%\"") != std::string::npos);
    CHECK(svg.find("width=\"42.50%\"") != std::string::npos);
    CHECK(svg.find("width=\"0.00%\"") != std::string::npos);
    CHECK(svg.find(">甲</text>") != std::string::npos);
}

TEST_CASE("a bar's word cannot break out of the chart", "[pages]") {
    const std::string svg = pages::bar_chart("<b>", "\"", {{"</svg><script>", 1, ""}});
    CHECK(svg.find("<script>") == std::string::npos);
    CHECK(svg.find("&lt;/svg&gt;&lt;script&gt;") != std::string::npos);
}

TEST_CASE("text for XML is escaped and holds nothing that XML forbids", "[pages]") {
    CHECK(pages::xml_text("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
    CHECK(pages::xml_text("]]>") == "]]&gt;");
    CHECK(pages::xml_text(std::string_view("\0\x0B", 2)) == "⟦U+0000⟧⟦U+000B⟧");
    CHECK(pages::xml_text("示例\u202E") == "示例⟦U+202E⟧");
}
