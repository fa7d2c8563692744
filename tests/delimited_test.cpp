#include "generator/import/delimited.h"

#include <catch2/catch.hpp>

#include "tests/raw_package.h"

using namespace importing;
using std::string_literals::operator""s;

namespace {

std::vector<Row> rows(std::string_view text, char32_t separator = U',', std::size_t piece = 1'000'000) {
    std::vector<Row> taken;
    DelimitedRows parser("表.csv", separator, [&](Row&& row) {
        taken.push_back(std::move(row));
        return true;
    });
    for (std::size_t at = 0; at < text.size(); at += piece) parser.feed(text.substr(at, piece));
    parser.finish();
    return taken;
}

std::string cells(std::string_view text, char32_t separator = U',') {
    return tests::joined(rows(text, separator));
}

std::string refusal(std::string_view text) {
    try {
        rows(text);
    } catch (const UnreadableFile& problem) {
        return problem.what();
    }
    return "";
}

}  // namespace

TEST_CASE("quoted cells may hold separators, quotes and line breaks", "[import]") {
    CHECK(cells("a,\"b,\"\"c\"\"\",d\r\n\"一\r\n二\",\"\"\n") == "a|b,\"c\"|d\n一\n二\n");
    CHECK(cells("\"一\r二\",x") == "一\n二|x\n");
}

TEST_CASE("CR LF, LF and CR end a line; the last one may be missing", "[import]") {
    CHECK(cells("a,b\r\nc,d\ne,f\rg,h") == "a|b\nc|d\ne|f\ng|h\n");
    CHECK(cells("a\r\n") == "a\n");
    CHECK(cells("").empty());
}

TEST_CASE("ragged rows keep what they have; empty rows count but are not handed over", "[import]") {
    const std::vector<Row> taken = rows("a,b,c\n\n,,\n1\n,2,3,4,,\n");
    CHECK(tests::joined(taken) == "a|b|c\n1\n|2|3|4\n");
    CHECK(taken[1].number == 4);
    CHECK(taken[2].number == 5);
    CHECK(taken[2].cells[0].blank());
    CHECK(taken[2].cells[3].row == 5);
    CHECK(taken[2].cells[3].column == 4);
}

TEST_CASE("a quote that quotes nothing is taken as written", "[import]") {
    CHECK(cells("\"双随机\"抽查,5\"\n") == "\"双随机\"抽查|5\"\n");
    CHECK(cells("\"a,b\" c,d\n") == "\"a,b\" c|d\n");
    CHECK(cells("x \"y\",z\n") == "x \"y\"|z\n");
}

TEST_CASE("rows do not depend on how the text is cut into pieces", "[import]") {
    const std::string text = "\"a\"\"b\",\"c\r\nd\"\r\n\r\n\"e\"f,g\rh,\"i\"";
    for (std::size_t piece = 1; piece < text.size(); ++piece)
        CHECK(tests::joined(rows(text, U',', piece)) == tests::joined(rows(text)));
    CHECK(tests::joined(rows(text)) == "a\"b|c\nd\n\"e\"f|g\nh|i\n");
}

TEST_CASE("a NUL, an endless quote and a cell too long are refused with their row", "[import]") {
    CHECK(refusal("a,b\n1,\0\n"s) ==
          "表.csv：第 2 行含有空字符 (NUL)，不是文本表格。请用 WPS 表格或 Excel 重新另存为 XLSX "
          "或 CSV。");
    CHECK(refusal("a\n\n\"b\nc\n").find("第 3 行引号没有成对") != std::string::npos);
    CHECK(refusal("\"" + std::string(200'000, 'x') + "\"").find("引号没有成对，或单元格过长") != std::string::npos);
    CHECK(refusal(std::string(32'768, 'x')).find("32767") != std::string::npos);
    CHECK(refusal(std::string(32'767, 'x')).empty());
    CHECK(refusal(std::string(16'384, ',')).find("超过 16384 列") != std::string::npos);
}

TEST_CASE("the taker can stop the reading", "[import]") {
    int taken = 0;
    DelimitedRows parser("表.csv", U',', [&](Row&&) { return ++taken < 2; });
    CHECK_FALSE(parser.feed("a\nb\nc\nd\n"));
    parser.finish();
    CHECK(taken == 2);
}

TEST_CASE("the separator is the one most lines agree on", "[import]") {
    CHECK(guess_separator("标题，没有分隔\na,b,c\n1,2,3\n") == U',');
    CHECK(guess_separator("序号\t名称\n1\t甲,乙,丙\n2\t丁,戊\n") == U'\t');
    CHECK(guess_separator("a;b\n1;2\n") == U';');
    CHECK(guess_separator("a|b\n1|2\n") == U'|');
    CHECK(guess_separator("甲，乙\n一，二\n") == U'\uFF0C');
    CHECK(guess_separator("\"a\tb\tc\",d\n\"1\t2\t3\",4\n\"5\",6\n") == U',');
    CHECK(guess_separator("sep=;\na,b;c\n") == U';');
    CHECK(guess_separator("名称\n甲\n") == U',');
    CHECK(guess_separator("a\tb") == U'\t');
}

TEST_CASE("other separators split as well; the line that names the separator is no row", "[import]") {
    CHECK(cells("sep=;\na;b,c\n", U';') == "a|b,c\n");
    CHECK(cells("甲，“乙”，\"丙，丁\"\n", U'\uFF0C') == "甲|“乙”|丙，丁\n");
    CHECK(cells("a\t\t b \n", U'\t') == "a|| b \n");
}

TEST_CASE("cells of private-use letters are marked", "[import]") {
    const std::vector<Row> taken = rows("何\uE7D9,好\n");
    CHECK(taken[0].cells[0].doubtful_letters);
    CHECK_FALSE(taken[0].cells[1].doubtful_letters);
}

TEST_CASE("commas and line breaks within quoted cells do not hide the tabs between them", "[import]") {
    CHECK(guess_separator("\"名\n称\"\t\"事项\"\n\"1,2,3\"\t\"4,5,6\n7,8,9\"\n\"1,2\"\n") == U'\t');
}
