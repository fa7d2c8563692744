#include "generator/import/workbook.h"

#include <catch2/catch.hpp>

using namespace importing;

TEST_CASE("columns are named as spreadsheet programs name them", "[import]") {
    CHECK(column_letters(1) == "A");
    CHECK(column_letters(26) == "Z");
    CHECK(column_letters(27) == "AA");
    CHECK(column_letters(16'384) == "XFD");
}

TEST_CASE("an unreadable file's message names the file, the problem and what to do", "[import]") {
    const UnreadableFile refusal("计划.xls", "是旧格式", "请另存");
    CHECK(std::string(refusal.what()) == "计划.xls：是旧格式。请另存。");
    CHECK(refusal.file() == "计划.xls");
}

TEST_CASE("a row knows which columns it has", "[import]") {
    Row row;
    row.cells.resize(2);
    row.cells[1].text = "乙";
    CHECK(row.find(2)->text == "乙");
    CHECK(row.find(0) == nullptr);
    CHECK(row.find(3) == nullptr);
}
