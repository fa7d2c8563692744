#include "generator/import/spreadsheet_file.h"

#include <sys/resource.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/raw_package.h"
#include "tests/shared_data.h"

using namespace importing;

TEST_CASE("files are opened by content, whatever their extension", "[import]") {
    const tests::SheetFolder folder;
    const auto text = folder.write("甲.xlsx", "名称\t数量\n甲\t1\n乙\t2\n");
    const Workbook workbook = open_workbook(text);
    CHECK(workbook.format == Workbook::Format::delimited);
    CHECK(workbook.separator == U'\t');
    CHECK(workbook.encoding == Encoding::utf8);
    REQUIRE(workbook.sheets.size() == 1);
    CHECK(workbook.sheets[0].name == "甲");
    const auto package =
        tests::SmallWorkbook{.rows = "<sheetData><row><c><v>7</v></c></row></sheetData>"}.write(folder / "乙.csv");
    CHECK(open_workbook(package).format == Workbook::Format::xlsx);
}

TEST_CASE("a sheet can be read in part and has its merged areas", "[import]") {
    const tests::SheetFolder folder;
    const Workbook text = open_workbook(folder.write("a.csv", "1\n2\n3\n"));
    CHECK(tests::joined(read_sheet(text, 0, 2).rows) == "1\n2\n");
    CHECK(read_merges(text, 0).empty());
    tests::SmallWorkbook small;
    small.rows = "<sheetData><row><c><v>7</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
    const Sheet sheet = read_sheet(open_workbook(small.write(folder / "a.xlsx")), 0);
    CHECK(sheet.merges.size() == 1);
    CHECK(sheet.info.name == "表一");
    CHECK(tests::joined(sheet.rows) == "7|7\n");
}

TEST_CASE("what the taker throws comes through the reader", "[import]") {
    const tests::SheetFolder folder;
    const auto throws = [](Row&&) -> bool { throw std::runtime_error("enough"); };
    const Workbook text = open_workbook(folder.write("a.csv", "1\n"));
    CHECK_THROWS_WITH(read_rows(text, 0, throws), "enough");
    tests::SmallWorkbook small{.rows = "<sheetData><row><c><v>7</v></c></row></sheetData>"};
    CHECK_THROWS_WITH(read_rows(open_workbook(small.write(folder / "a.xlsx")), 0, throws), "enough");
}

TEST_CASE("the same registry reads the same in four encodings", "[import]") {
    const auto data = tests::shared_data();
    if (!data) return;
    const auto read = [&](const std::string& name, Encoding encoding) {
        const Workbook workbook = open_workbook(*data / "fixtures" / name);
        CHECK(workbook.encoding == encoding);
        CHECK(workbook.separator == U',');
        return read_sheet(workbook, 0).rows;
    };
    const std::vector<Row> utf8 = read("registry_utf8_bom_crlf.csv", Encoding::utf8);
    const std::vector<Row> gb18030 = read("registry_gb18030_crlf.csv", Encoding::gb18030);
    CHECK(utf8.size() == 501);
    CHECK((tests::joined(gb18030) == tests::joined(utf8)));
    const auto doubtful = [](const std::vector<Row>& rows) {
        return std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.cells[0].doubtful_letters; });
    };
    CHECK(doubtful(utf8) > 0);
    CHECK(doubtful(gb18030) == doubtful(utf8));
    // The other two hold the beginning of the same rows, and those that GBK has letters for with three more.
    const std::vector<Row> utf16 = read("registry_utf16le_comma.csv", Encoding::utf16le);
    CHECK((utf16.size() > 100 && tests::joined(utf8).starts_with(tests::joined(utf16))));
    const std::vector<Row> gbk = read("registry_gbk_crlf.csv", Encoding::gb18030);
    std::set<std::string> known;
    for (const Row& row : utf8) known.insert(tests::joined({row}));
    CHECK(gbk.size() == 481);
    CHECK(std::count_if(gbk.begin(), gbk.end(), [&](const Row& row) { return known.contains(tests::joined({row})); }) ==
          478);
}

TEST_CASE("a long sheet is streamed in little memory", "[import]") {
    const tests::SheetFolder folder;
    const auto file = folder / "long.xlsx";
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* const book = workbook_new_opt(file.c_str(), &options);
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "表");
    constexpr lxw_row_t rows = 60'000;
    for (lxw_row_t row = 0; row < rows; ++row)
        for (lxw_col_t column = 0; column < 4; ++column)
            worksheet_write_string(sheet, row, column, ("单元格" + std::to_string(row)).c_str(), nullptr);
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    std::size_t taken = 0;
    read_rows(open_workbook(file), 0, [&](Row&& row) { return ++taken == row.number; });
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    CHECK(taken == rows);
    CHECK(after.ru_maxrss - before.ru_maxrss < 20'000);  // kB
}
