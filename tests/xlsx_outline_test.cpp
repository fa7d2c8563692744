#include "generator/import/xlsx_outline.h"

#include <catch2/catch.hpp>

#include "generator/import/zip_package.h"
#include "tests/raw_package.h"

using namespace importing;

namespace {

std::string refusal(const tests::Parts& parts) {
    const tests::SheetFolder folder;
    return tests::refusal_of(tests::write_package(folder / "a.xlsx", parts));
}

bool says(const std::string& refusal, const std::string& part) {
    return refusal.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("cell references are read and bounded", "[import]") {
    CHECK(parse_reference("AB12").column == 28);
    CHECK(parse_reference("AB12").row == 12);
    CHECK(parse_reference("$a$1").column == 1);
    CHECK(parse_reference("XFD1048576").column == 16'384);
    CHECK(parse_reference("XFE1").column == 0);
    CHECK(parse_reference("A1048577").row == 0);
    CHECK(parse_reference("12").column == 0);
    CHECK(parse_reference("A-1").column == 0);
    CHECK(parse_area("B2:C5").last_row == 5);
    CHECK(parse_area("B2").last_column == 2);
    CHECK(parse_area("C5:B2").first_row == 0);
    CHECK(parse_area("x").first_row == 0);
}

TEST_CASE("the outline tells sheets, hidden ones, their claimed size and the date system", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small;
    small.rows = "<dimension ref=\"A1:C9\"/><sheetData/>";
    small.properties = "date1904=\"1\"";
    small.sheet_attributes = "state=\"veryHidden\"";
    const XlsxOutline outline = read_outline(ZipPackage(small.write(folder / "a.xlsx")));
    REQUIRE(outline.sheets.size() == 1);
    CHECK(outline.sheets[0].name == "表一");
    CHECK(outline.sheets[0].hidden);
    CHECK(outline.sheets[0].declared_rows == 9);
    CHECK(outline.sheets[0].declared_columns == 3);
    CHECK(outline.sheets[0].part == "xl/worksheets/sheet1.xml");
    CHECK(outline.epoch == text::SerialEpoch::from_1904);
    CHECK(outline.shared_texts == "xl/sharedStrings.xml");
    CHECK(outline.styles == "xl/styles.xml");
}

TEST_CASE("packages that are no XLSX are named for what they are", "[import]") {
    CHECK(says(refusal({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}}),
               ".ods"));
    CHECK(says(refusal({{"[Content_Types].xml", "<a/>"}, {"word/document.xml", "<a/>"}}), "Word 文档"));
    CHECK(says(refusal({{"[Content_Types].xml", "<a/>"}, {"xl/workbook.bin", ""}}), ".xlsb"));
    CHECK(says(refusal({{"表.csv", "a,b"}}), "是压缩包，不是工作簿"));
    CHECK(says(refusal({{"[Content_Types].xml", "<a/>"}}), "缺少 xl/workbook.xml"));
    CHECK(says(refusal({{"xl/workbook.xml", "<workbook><sheets/></workbook>"}}), "没有工作表"));
}

TEST_CASE("sheets whose part is missing or lies outside are refused, never looked for on the disk", "[import]") {
    tests::Parts parts = tests::SmallWorkbook{.rows = "<sheetData/>"}.parts();
    for (auto& [name, content] : parts)
        if (name == "xl/_rels/workbook.xml.rels")
            content =
                "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" "
                "Target=\"../../../../etc/passwd\"/></Relationships>";
    CHECK(says(refusal(parts), "缺少 etc/passwd"));
}
