#include "generator/import/cell_text.h"

#include <catch2/catch.hpp>
#include <string>

using namespace importing;

TEST_CASE("white space of every width is a blank cell", "[import]") {
    CHECK(is_blank(""));
    CHECK(is_blank(" \t\r\n"));
    CHECK(is_blank("\u3000\u00A0\u200B\uFEFF"));
    CHECK_FALSE(is_blank("\u3000无"));
    CHECK_FALSE(is_blank("0"));
}

TEST_CASE("private-use characters and lost ones are doubtful, rare ideographs are not", "[import]") {
    CHECK(has_doubtful_letters("何\uE7D9"));
    CHECK(has_doubtful_letters("\uF8FF"));
    CHECK(has_doubtful_letters("\uE000公司"));
    CHECK(has_doubtful_letters("重庆\uFFFD公司"));
    CHECK(has_doubtful_letters("\U000F0000"));
    CHECK(has_doubtful_letters("\U00100001"));
    CHECK_FALSE(has_doubtful_letters("䶮\U00020000\uF900（有限）公司\uFF0C\uFFE5"));
}

TEST_CASE("a cell holds 32,767 characters, however many bytes they are", "[import]") {
    std::string most;
    for (int letter = 0; letter < 32'767; ++letter) most += "字";
    CHECK_FALSE(too_long_for_a_cell(most));
    CHECK(too_long_for_a_cell(most + "字"));
    CHECK_FALSE(too_long_for_a_cell("短"));
}
