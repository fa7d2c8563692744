#include "generator/import/rich_text.h"

#include <catch2/catch.hpp>

using namespace importing;
using std::string_literals::operator""s;

TEST_CASE("runs are joined, phonetic guides and what stands between are left out", "[import]") {
    RichText rich;
    rich.begin();
    for (const auto& [element, text] : {std::pair{"t", "双"}, std::pair{"t", "随机"}}) {
        rich.start("r");
        rich.add("\n  ");
        rich.start(element);
        rich.add(text);
        rich.end(element);
        rich.end("r");
    }
    rich.start("rPh");
    rich.start("t");
    rich.add("shuāng");
    rich.end("t");
    rich.end("rPh");
    CHECK(rich.take() == "双随机");
}

TEST_CASE("a text longer than a cell is noticed while it comes", "[import]") {
    RichText rich;
    rich.begin();
    rich.start("t");
    CHECK(rich.add(std::string(100'000, 'x')));
    CHECK_FALSE(rich.add(std::string(100'000, 'x')));
}

TEST_CASE("escaped characters and line ends are undone", "[import]") {
    CHECK(without_escapes("一_x000D_\n二") == "一\n二");
    CHECK(without_escapes("a\r\nb\rc") == "a\nb\nc");
    CHECK(without_escapes("_x005F_x0041_") == "_x0041_");
    CHECK(without_escapes("_x4E00_") == "一");
    CHECK(without_escapes("_xD840__xDC00_") == "\U00020000");
    CHECK(without_escapes("_xD840_ _xDC00_ _x0000_") == "\uFFFD \uFFFD \uFFFD");
    CHECK(without_escapes("_x00_ _xZZZZ_ _x004") == "_x00_ _xZZZZ_ _x004");
}
