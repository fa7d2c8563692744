#include "generator/import/annotated_copy.h"

#include <catch2/catch.hpp>

#include "generator/import/zip_package.h"
#include "tests/raw_package.h"

using namespace importing;

namespace {

constexpr std::uint64_t plenty = 1'000'000;

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the copy's name stands beside the clerk's file", "[import]") {
    CHECK(annotated_name("/tmp/计划 2024.v2.csv") == "/tmp/计划 2024.v2.问题.xlsx");
}

TEST_CASE("a CSV comes back as a workbook with its problems listed, coloured and explained", "[import]") {
    const tests::SheetFolder folder;
    const Workbook source = open_workbook(folder.write("名单.csv", "名称,代码\n甲,0012\n\n=1+1,\"a\nb\"\n"));
    const auto copy = annotated_name(source.path);
    write_annotated_copy(source,
                         {{"", 2, 2, "代码少于 18 位"},
                          {"名单", 3, 1, "这一行是空的"},
                          {"名单", 9, 0, "没有这一行"},
                          {"别的", 1, 1, "没有这个工作表"},
                          {"", 0, 0, "缺少列：数量"}},
                         copy);
    CHECK(tests::joined(tests::rows_of(copy, 0)) ==
          "序号|工作表|位置|问题\n1|名单|B2|代码少于 18 位\n2|名单|A3|这一行是空的\n3|名单|第 9 行|没有这一行\n"
          "4|别的|A1|没有这个工作表\n5|名单|整个工作表|缺少列：数量\n");
    const auto rows = tests::rows_of(copy, 1);
    CHECK(tests::joined(rows) == "名称|代码\n甲|0012\n=1+1|a\nb\n");
    CHECK(rows[2].number == 4);
    CHECK(rows[1].cells[1].type == Cell::Type::text);
    const ZipPackage package(copy);
    const std::string comments = package.read_whole("xl/comments1.xml", plenty);
    CHECK(holds(comments, "ref=\"B2\""));
    CHECK(holds(comments, "代码少于 18 位"));
    CHECK(holds(comments, "ref=\"A3\""));
    CHECK(holds(comments, "ref=\"A9\""));
    CHECK(holds(package.read_whole("xl/styles.xml", plenty), "FFFFC7CE"));
    CHECK(holds(package.read_whole("xl/worksheets/sheet1.xml", plenty), "名单'!B2"));
}

TEST_CASE("merged areas stay merged and their problems show at their first cell", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small;
    small.rows =
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
        "<row r=\"2\"><c r=\"B2\"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";
    const Workbook source = open_workbook(small.write(folder / "a.xlsx"));
    const auto copy = annotated_name(source.path);
    write_annotated_copy(source, {{"表一", 2, 1, "不对"}, {"表一", 1, 1, "也不对"}, {"表一", 2, 2, "偏大"}}, copy);
    const Workbook written = open_workbook(copy);
    CHECK(read_merges(written, 1).size() == 1);
    CHECK(tests::joined(read_sheet(written, 1).rows) == "1|2\n1|3\n");
    const std::string comments = ZipPackage(copy).read_whole("xl/comments1.xml", plenty);
    CHECK(holds(comments, "不对\n也不对"));
    CHECK(holds(comments, "ref=\"A1\""));
    CHECK_FALSE(holds(comments, "ref=\"A2\""));
}

TEST_CASE("a copy of a copy has one list", "[import]") {
    const tests::SheetFolder folder;
    const Workbook source = open_workbook(folder.write("a.csv", "x,y\n1,2\n"));
    write_annotated_copy(source, {{"", 2, 1, "不对"}}, folder / "b.xlsx");
    write_annotated_copy(open_workbook(folder / "b.xlsx"), {{"a", 2, 2, "还不对"}}, folder / "c.xlsx");
    const Workbook again = open_workbook(folder / "c.xlsx");
    REQUIRE(again.sheets.size() == 2);
    CHECK(again.sheets[0].name == "问题清单");
    CHECK(tests::joined(read_sheet(again, 0).rows) == "序号|工作表|位置|问题\n1|a|B2|还不对\n");
    CHECK(tests::joined(read_sheet(again, 1).rows) == "x|y\n1|2\n");
}

TEST_CASE("hidden sheets stay hidden and the same problems give the same bytes", "[import]") {
    const tests::SheetFolder folder;
    tests::SmallWorkbook small{.rows = "<sheetData><row><c><v>7</v></c></row></sheetData>"};
    small.sheet_attributes = "state=\"hidden\"";
    const Workbook source = open_workbook(small.write(folder / "a.xlsx"));
    write_annotated_copy(source, {{"", 1, 1, "不对"}}, folder / "b.xlsx");
    write_annotated_copy(source, {{"", 1, 1, "不对"}}, folder / "c.xlsx");
    CHECK(tests::bytes_of(folder / "b.xlsx") == tests::bytes_of(folder / "c.xlsx"));
    CHECK(open_workbook(folder / "b.xlsx").sheets[1].hidden);
}
