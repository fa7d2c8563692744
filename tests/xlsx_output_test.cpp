#include "generator/import/xlsx_output.h"

#include <catch2/catch.hpp>

#include "tests/raw_package.h"

using namespace importing;

TEST_CASE("sheet names are made to fit and to differ", "[import]") {
    const tests::SheetFolder folder;
    XlsxOutput output(folder / "a.xlsx", XlsxOutput::Memory::whole);
    std::string longest;
    for (int letter = 0; letter < 40; ++letter) longest += "表";
    for (const std::string& name :
         {std::string("a/b:[c]"), std::string("同"), std::string("同"), std::string(), longest, std::string("'引'")})
        worksheet_write_string(output.add_sheet(name), 0, 0, "x", nullptr);
    output.finish();
    const auto sheets = open_workbook(folder / "a.xlsx").sheets;
    REQUIRE(sheets.size() == 6);
    CHECK(sheets[0].name == "a_b__c_");
    CHECK(sheets[1].name == "同");
    CHECK(sheets[2].name == "同 (3)");
    CHECK(sheets[3].name == " (4)");
    CHECK(sheets[4].name.size() == 31 * 3);
    CHECK(sheets[5].name == "_引_");
}

TEST_CASE("a place that cannot be written to is named", "[import]") {
    CHECK_THROWS_WITH(XlsxOutput("/nowhere/at/all.xlsx", XlsxOutput::Memory::whole),
                      Catch::Contains("不能写 /nowhere/at/all.xlsx"));
}

TEST_CASE("a workbook that is not finished leaves no file", "[import]") {
    const tests::SheetFolder folder;
    {
        XlsxOutput output(folder / "a.xlsx", XlsxOutput::Memory::row_by_row);
        output.add_sheet("表");
    }
    CHECK_FALSE(std::filesystem::exists(folder / "a.xlsx"));
}

TEST_CASE("what XML cannot hold is replaced", "[import]") {
    CHECK(writable("一\x01二\n三\t") == "一\uFFFD二\n三\t");
    CHECK(writable("\xFF") == "\uFFFD");
    CHECK(writable(std::string(40'000, 'x')).size() == 32'767);
}
