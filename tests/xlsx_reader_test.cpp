#include "generator/import/xlsx_reader.h"

#include <xlsxwriter.h>

#include <catch2/catch.hpp>

#include "generator/import/zip_package.h"
#include "tests/raw_package.h"
#include "tests/shared_data.h"

using namespace importing;

TEST_CASE("Strict and Transitional workbooks read alike", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small;
    small.rows =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
        "s=\"1\"><v>45356</v></c></row></sheetData>";
    small.shared = "<si><t>甲</t></si>";
    small.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    CHECK(tests::joined(tests::rows_of(small.write(folder / "a.xlsx"))) == "甲|2024-03-05\n");
    small.main_namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    small.relationship_namespace = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    CHECK(tests::joined(tests::rows_of(small.write(folder / "b.xlsx"))) == "甲|2024-03-05\n");
}

TEST_CASE("dates of the 1904 system are the days the clerk sees", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small;
    small.rows = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"0\"><v>43894</v></c></row></sheetData>";
    small.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>";
    small.properties = "date1904=\"true\"";
    CHECK(tests::joined(tests::rows_of(small.write(folder / "a.xlsx"))) == "2024-03-05\n");
}

TEST_CASE("merged areas behind the rows are filled down", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small;
    small.rows =
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
        "<row r=\"2\"><c r=\"B2\"><v>3</v></c></row></sheetData>"
        "<mergeCells count=\"1\"><mergeCell ref=\"A1:A2\"/></mergeCells>";
    const auto file = small.write(folder / "a.xlsx");
    CHECK(tests::joined(tests::rows_of(file)) == "1|2\n1|3\n");
    CHECK(read_xlsx_merges(ZipPackage(file), 0).size() == 1);
}

TEST_CASE("a workbook without styles or shared texts is read", "[import]") {
    const tests::SheetFolder folder;
    tests::Parts parts = tests::SmallWorkbook{.rows = "<sheetData><row><c><v>7</v></c></row></sheetData>"}.parts();
    parts.resize(5);
    CHECK(tests::joined(tests::rows_of(tests::write_package(folder / "a.xlsx", parts))) == "7\n");
}

TEST_CASE("a package that a DTD, a bomb or an endless index hides in is refused", "[import]") {
    const tests::SheetFolder folder;
    tests::Parts parts = tests::SmallWorkbook{.rows = "<sheetData/>"}.parts();
    parts[5].second = "<!DOCTYPE x [<!ENTITY a \"b\">]><sst>&a;</sst>";
    CHECK_THAT(tests::refusal_of(tests::write_package(folder / "a.xlsx", parts)), Catch::Contains("DTD"));
    tests::SmallWorkbook bomb;
    bomb.rows = "<sheetData>" + std::string(40'000'000, ' ') + "</sheetData>";
    CHECK_THAT(tests::refusal_of(bomb.write(folder / "b.xlsx")), Catch::Contains("压缩炸弹"));
}

TEST_CASE("a workbook cut off anywhere is refused or read as a whole, never in part", "[import]") {
    const tests::SheetFolder folder;
    const auto file = folder / "whole.xlsx";
    lxw_workbook* const book = workbook_new(file.c_str());
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "表");
    for (lxw_row_t row = 0; row < 200; ++row) {
        worksheet_write_string(sheet, row, 0, ("企业" + std::to_string(row)).c_str(), nullptr);
        worksheet_write_number(sheet, row, 1, row, nullptr);
    }
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    const std::string bytes = tests::bytes_of(file);
    const std::string whole = tests::joined(tests::rows_of(file));
    int refused = 0;
    for (std::size_t length = 4; length < bytes.size(); length += 97) {
        const auto cut = folder.write("cut.xlsx", bytes.substr(0, length));
        if (tests::refusal_of(cut).empty())
            CHECK(tests::joined(tests::rows_of(cut)) == whole);
        else
            ++refused;
    }
    CHECK(refused > 50);
}

TEST_CASE("a workbook with any byte changed is read or refused", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small;
    small.rows = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>";
    small.shared = "<si><t>甲</t></si>";
    const std::string bytes = tests::bytes_of(small.write(folder / "a.xlsx"));
    int outcomes = 0;
    for (std::size_t at = 4; at < bytes.size(); at += 13) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        tests::refusal_of(folder.write("changed.xlsx", changed));  // anything but UnreadableFile fails the test
        ++outcomes;
    }
    CHECK(outcomes > 100);
}

TEST_CASE("real workbooks of other programs are read", "[import]") {
    const auto data = tests::shared_data();
    if (!data) return;
    const auto fixtures = *data / "fixtures";
    const auto dates = tests::rows_of(fixtures / "easyexcel_compatibility_t05.xlsx");
    CHECK(tests::joined(dates) ==
          "日期时间标题\n2023-01-01\n2023-01-01\n2023-01-01\n2023-01-01 00:00:01\n2023-01-01 00:00:01\n");
    const auto merged = tests::rows_of(fixtures / "easyexcel_compatibility_t04.xlsx");
    REQUIRE(merged.size() > 9);
    CHECK(merged[2].cells[0].filled_down);
    CHECK(merged[2].cells[0].text == merged[1].cells[0].text);
    CHECK_FALSE(merged[2].cells[4].filled_down);
    const auto formulas = tests::rows_of(fixtures / "easyexcel_demo_cellDataDemo.xlsx");
    REQUIRE(formulas.size() == 11);
    CHECK(formulas[1].cells[3].formula);
    CHECK(formulas[1].cells[3].text == "字符串01");
    CHECK(formulas[1].cells[1].text == "2020-01-01 01:01:01");
    CHECK(open_workbook(fixtures / "easyexcel_multiplesheets_multiplesheets.xlsx").sheets.size() == 6);
    const auto formats = tests::rows_of(fixtures / "easyexcel_dataformat_dataformat.xlsx");
    REQUIRE(formats.size() > 20);
    CHECK(formats[2].cells[4].text == "111.11%");
    CHECK(formats[3].cells[0].text == "2020-01-01");
    CHECK(formats[5].cells[0].text == "2020-01");
    CHECK(formats[20].cells[0].text == "01:01:01");
}
