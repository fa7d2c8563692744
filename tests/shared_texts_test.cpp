#include "generator/import/shared_texts.h"

#include <catch2/catch.hpp>

#include "generator/import/sheet_limits.h"
#include "generator/import/zip_package.h"
#include "tests/raw_package.h"

using namespace importing;

namespace {

std::string at(const SharedTexts& texts, std::size_t index) {
    std::string text = "before";
    texts.copy_to(index, text);
    return text;
}

}  // namespace

TEST_CASE("shared texts are found by their index, empty ones too", "[import]") {
    SharedTexts texts;
    for (const char* text : {"甲", "", "乙\n丙", ""}) CHECK(texts.add(text));
    CHECK(texts.size() == 4);
    CHECK(at(texts, 0) == "甲");
    CHECK(at(texts, 1).empty());
    CHECK(at(texts, 2) == "乙\n丙");
    CHECK(at(texts, 3).empty());
}

TEST_CASE("more shared texts than memory is meant for wait on the disk", "[import]") {
    SharedTexts texts;
    const std::size_t count = limits::shared_text_bytes_in_memory / 1'000 + 5'000;
    for (std::size_t index = 0; index < count; ++index) {
        std::string text = std::to_string(index);
        text.resize(1'000, 'x');
        REQUIRE(texts.add(text));
    }
    for (const std::size_t index : {std::size_t{0}, count / 2, count - 5'001, count - 4'000, count - 1}) {
        const std::string text = at(texts, index);
        CHECK(text.size() == 1'000);
        CHECK(text.starts_with(std::to_string(index) + "x"));
    }
    CHECK(texts.add("最后"));
    CHECK(at(texts, count) == "最后");
    CHECK(at(texts, count - 1).size() == 1'000);
}

TEST_CASE("the part of shared texts is read run by run", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small;
    small.shared =
        "<si><t xml:space=\"preserve\"> 甲 </t></si><si/><si><r><rPr><b/></rPr><t>乙</t></r><r><t>丙</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></si>";
    const ZipPackage package(small.write(folder / "a.xlsx"));
    const SharedTexts texts(package, "xl/sharedStrings.xml");
    REQUIRE(texts.size() == 3);
    CHECK(at(texts, 0) == " 甲 ");
    CHECK(at(texts, 1).empty());
    CHECK(at(texts, 2) == "乙丙");
}
