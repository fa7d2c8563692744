#include "generator/import/xlsx_sheet.h"

#include <catch2/catch.hpp>

#include "generator/import/shared_texts.h"
#include "generator/import/xlsx_styles.h"
#include "tests/raw_package.h"

using namespace importing;

namespace {

// The rows of a worksheet's XML, with 甲 and 乙 as shared texts.
std::vector<Row> rows(const std::string& inside, std::vector<MergedArea> merged = {}) {
    SharedTexts texts;
    texts.add("甲");
    texts.add("乙");
    const XlsxStyles styles;
    const std::filesystem::path file = "表.xlsx";
    const std::string name = "表一";
    std::vector<Row> taken;
    SheetEvents events({file, name, texts, styles}, std::move(merged), [&](Row&& row) {
        taken.push_back(std::move(row));
        return true;
    });
    XmlStream stream(file, "sheet1.xml", events);
    stream.feed("<worksheet>" + inside + "</worksheet>");
    stream.finish();
    return taken;
}

std::vector<Row> rows_within(const std::string& data) {
    return rows("<sheetData>" + data + "</sheetData>");
}

}  // namespace

TEST_CASE("cells of every stored type are read as shown", "[import]") {
    const std::vector<Row> taken = rows_within(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" "
        "t=\"inlineStr\"><is><t>直</t><r><t>写</t></r></is></c>"
        "<c r=\"C1\"><v>0.1</v></c><c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" t=\"e\"><v>#REF!</v></c>"
        "<c r=\"F1\" t=\"d\"><v>2024-03-05T00:00:00</v></c><c r=\"H1\" t=\"str\"><f>A1</f><v>乙</v></c></row>");
    REQUIRE(taken.size() == 1);
    CHECK(tests::joined(taken) == "乙|直写|0.1|TRUE|#REF!|2024-03-05||乙\n");
    const std::vector<Cell>& cells = taken[0].cells;
    using Type = Cell::Type;
    const std::vector<Type> types = {Type::text,  Type::text, Type::number, Type::boolean,
                                     Type::error, Type::date, Type::blank,  Type::text};
    for (std::size_t at = 0; at < types.size(); ++at) CHECK(cells[at].type == types[at]);
    CHECK(cells[7].formula);
    CHECK_FALSE(cells[0].formula);
}

TEST_CASE("a formula nobody computed is an error that shows the formula", "[import]") {
    const std::vector<Row> taken = rows_within(
        "<row r=\"1\"><c r=\"A1\"><f>B1*0.05</f></c><c r=\"B1\"><f>1+1</f><v>2</v></c>"
        "<c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c></row>");
    CHECK(tests::joined(taken) == "=B1*0.05|2\n");
    CHECK(taken[0].cells[0].type == Cell::Type::error);
    CHECK(taken[0].cells[1].type == Cell::Type::number);
}

TEST_CASE("rows and cells without a place follow those before them", "[import]") {
    const std::vector<Row> taken = rows_within(
        "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>"
        "<row><c><v>5</v></c></row>");
    CHECK(tests::joined(taken) == "1|2\n||3|4\n5\n");
    CHECK(taken[1].number == 5);
    CHECK(taken[2].number == 6);
}

TEST_CASE("hidden rows are handed over and marked; empty ones are not handed over", "[import]") {
    const std::vector<Row> taken = rows_within(
        "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"/>"
        "<c r=\"B2\" t=\"inlineStr\"><is><t> </t></is></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>");
    REQUIRE(taken.size() == 2);
    CHECK(taken[0].hidden);
    CHECK_FALSE(taken[1].hidden);
    CHECK(taken[1].number == 3);
}

TEST_CASE("merged areas are filled for rows with something of their own only", "[import]") {
    const std::string data =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row>"
        "<row r=\"2\"><c r=\"A2\"/><c r=\"B2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"/></row></sheetData>";
    const std::vector<Row> taken = rows(data, {{1, 1, 3, 1}});
    CHECK(tests::joined(taken) == "甲|1\n甲|2\n");
    CHECK(taken[1].cells[0].filled_down);
}

TEST_CASE("the merged areas are collected; single cells and nonsense are not", "[import]") {
    const std::filesystem::path file = "表.xlsx";
    MergedAreaEvents events(file);
    XmlStream stream(file, "sheet1.xml", events);
    stream.feed(
        "<a><mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C1\"/><mergeCell ref=\"?\"/></mergeCells></a>");
    stream.finish();
    REQUIRE(events.areas.size() == 1);
    CHECK(events.areas[0].last_column == 2);
}

TEST_CASE("sheets that contradict themselves are refused with the sheet's name", "[import]") {
    const auto refused = [](const std::string& data, const std::string& why) {
        CHECK_THROWS_WITH(rows_within(data), Catch::Contains("工作表“表一”") && Catch::Contains(why));
    };
    refused("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row>", "A1 的文字找不到了");
    refused("<row r=\"2\"/><row r=\"2\"/>", "行的次序错乱");
    refused("<row r=\"1048577\"/>", "超过 1048576 行");
    refused("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "位置不明");
    refused("<c r=\"A1\"><v>1</v></c>", "位置不明");
    refused("<row r=\"1\"><c r=\"A1\"><v>" + std::string(200'000, '1') + "</v></c></row>", "32767");
    refused("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + std::string(40'000, 'x') + "</v></c></row>", "32767");
}
