#include "generator/import/xml_stream.h"

#include <catch2/catch.hpp>

#include "generator/import/sheet_limits.h"
#include "generator/import/workbook.h"

using namespace importing;

namespace {

class Noted : public XmlEvents {
  public:
    void start(std::string_view element, const XmlAttributes& attributes) override {
        log += "<" + std::string(element);
        if (const auto id = attributes.find("id")) log += " " + std::string(*id);
        if (attributes.flag("hidden")) log += " hidden";
        log += ">";
        if (element == "throws") throw std::runtime_error("thrown by an event");
        wanted_ = element != "enough";
    }
    void end(std::string_view element) override { log += "</" + std::string(element) + ">"; }
    void text(std::string_view piece) override { log += piece; }
    bool wanted() const override { return wanted_; }
    std::string log;

  private:
    bool wanted_ = true;
};

std::string read(std::string_view xml, std::size_t piece = 1'000'000) {
    Noted events;
    XmlStream stream("表.xlsx", "xl/a.xml", events);
    for (std::size_t at = 0; at < xml.size(); at += piece)
        if (!stream.feed(xml.substr(at, piece))) break;
    stream.finish();
    return events.log;
}

}  // namespace

TEST_CASE("namespace prefixes do not matter", "[import]") {
    CHECK(read("<x:a xmlns:x='urn:1' r:id='7' hidden='true' xmlns:r='urn:2'><x:b>一 &amp;&#x4E8C;</x:b></x:a>") ==
          "<a 7 hidden><b>一 &二</b></a>");
}

TEST_CASE("a document may come byte by byte", "[import]") {
    CHECK(read("<?xml version='1.0'?><a><b>一</b></a>", 1) == "<a><b>一</b></a>");
}

TEST_CASE("a document type declaration is refused before any entity grows", "[import]") {
    const std::string laughs = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>";
    CHECK_THROWS_WITH(read(laughs), Catch::Contains("文档类型声明 (DTD)"));
    CHECK_THROWS_WITH(read("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"), Catch::Contains("DTD"));
}

TEST_CASE("broken, endless and too deep documents are refused with the part's name", "[import]") {
    CHECK_THROWS_WITH(read("<a><b></a>"), Catch::Contains("表.xlsx：其中的 xl/a.xml 不是完好的 XML（第 1 行）"));
    CHECK_THROWS_AS(read("<a>"), UnreadableFile);
    CHECK_THROWS_AS(read("<a>&unknown;</a>"), UnreadableFile);
    std::string deep;
    for (int level = 0; level < 100; ++level) deep += "<a>";
    CHECK_THROWS_WITH(read(deep), Catch::Contains("嵌套过深"));
    CHECK_THROWS_WITH(read("<a b='" + std::string(limits::most_xml_token_bytes + 2'000'000, 'x')),
                      Catch::Contains("过长的标记"));
}

TEST_CASE("reading ends when no more is wanted, even where the rest is broken", "[import]") {
    CHECK(read("<a><enough/><b></c>") == "<a><enough>");
}

TEST_CASE("what an event throws comes out of the reading", "[import]") {
    CHECK_THROWS_WITH(read("<a><throws/></a>"), "thrown by an event");
}
