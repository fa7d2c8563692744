#include <catch2/catch.hpp>

#include "generator/import/number_format.h"

using namespace importing;
using Kind = NumberFormat::Kind;

TEST_CASE("built-in formats of Chinese workbooks are known without a code", "[import]") {
    CHECK(built_in_number_format(0).kind == Kind::general);
    CHECK(built_in_number_format(9).kind == Kind::percent);
    CHECK(built_in_number_format(10).decimals == 2);
    CHECK(built_in_number_format(14).day);
    CHECK(built_in_number_format(22).time);
    CHECK(built_in_number_format(31).kind == Kind::date);
    CHECK_FALSE(built_in_number_format(57).day);
    CHECK(built_in_number_format(58).day);
    CHECK(built_in_number_format(49).kind == Kind::general);
    CHECK(built_in_number_format(12'345).kind == Kind::general);
}

TEST_CASE("m means months unless hours or seconds are beside it", "[import]") {
    CHECK(parse_number_format("yyyy-mm").month);
    CHECK_FALSE(parse_number_format("h:mm").month);
    CHECK_FALSE(parse_number_format("mm:ss").month);
    CHECK(parse_number_format("mm/dd hh:mm").month);
}

TEST_CASE("letters in quotes and after a backslash are words, not dates", "[import]") {
    CHECK(parse_number_format("0\"days\"").kind == Kind::number);
    CHECK(parse_number_format("0\\d").kind == Kind::number);
    CHECK(parse_number_format("[Red]0").kind == Kind::number);
    CHECK(parse_number_format("[$-F800]dddd, mmmm dd, yyyy").kind == Kind::date);
}

TEST_CASE("broken format codes are general and do no harm", "[import]") {
    for (const char* code : {"\"", "\\", "[", "[$", "_", "*", "%", ";", "[h", "\"\"\"", "aaa/", "0\"a"})
        CHECK(parse_number_format(code).before.size() < 3);
    CHECK(parse_number_format(std::string(5'000, '0')).kind == Kind::general);
    CHECK(parse_number_format(std::string(1'000, '0')).least_whole_digits == 30);
}
