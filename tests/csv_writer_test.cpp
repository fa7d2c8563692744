#include "generator/output/csv_writer.h"

#include <catch2/catch.hpp>

using namespace output;

namespace {
std::string cell(std::string_view text) {
    CsvWriter csv;
    csv.text(text);
    return csv.take().substr(3);
}
}  // namespace

TEST_CASE("a CSV begins with the UTF-8 mark once and ends its rows with CRLF", "[output]") {
    CsvWriter csv;
    csv.text("统一社会信用代码");
    csv.text("数量");
    csv.end_row();
    std::string all = csv.take();
    csv.text("001234");
    csv.number(std::int64_t{-7});
    csv.end_row();
    csv.text("");
    csv.number("12.50");
    csv.number("");
    csv.end_row();
    all += csv.take();
    CHECK(all == "\xEF\xBB\xBF统一社会信用代码,数量\r\n001234,-7\r\n,12.50,\r\n");
    CHECK(csv.size() == 0);
}

TEST_CASE("cells are quoted as RFC 4180 says", "[output]") {
    CHECK(cell("a,b") == "\"a,b\"");
    CHECK(cell("a\"b") == "\"a\"\"b\"");
    CHECK(cell("a\r\nb") == "\"a\r\nb\"");
    CHECK(cell(" a") == "\" a\"");
    CHECK(cell("企业，名称") == "企业，名称");
    CHECK(cell(std::string_view("a\0b", 3)) == "a\uFFFDb");
}

TEST_CASE("no text cell becomes a formula", "[output]") {
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", " =1",
                             "\u3000=1", "\uFEFF=1", "\u200B=1", "\u202E=1", "=cmd|' /C calc'!A0"}) {
        INFO(text);
        CHECK(formula_safe(text) == "'" + std::string(text));
    }
    for (const char* text : {"", "a=b", "1-2", "'=1", "≥3%", "—", "（=1）", " a"}) CHECK(formula_safe(text) == text);
    CHECK(cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST_CASE("a number that is none is treated as text", "[output]") {
    CsvWriter csv;
    csv.number("=1+1");
    csv.number("1,5");
    CHECK(csv.take() == "\xEF\xBB\xBF'=1+1,\"1,5\"");
}
