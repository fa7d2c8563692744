#include "text/trade.h"

#include <catch2/catch.hpp>

TEST_CASE("a trade code says its section, with or without the letter", "[text]") {
    CHECK(text::trade_section("F") == "批发和零售业");
    CHECK(text::trade_section("F52") == "批发和零售业");
    CHECK(text::trade_section("52") == "批发和零售业");
    CHECK(text::trade_section("5211") == "批发和零售业");
    CHECK(text::trade_section("H6210") == "住宿和餐饮业");
    CHECK(text::trade_section("C13") == "制造业");
    CHECK(text::trade_section("T97") == "国际组织");
}

TEST_CASE("what is no trade code has no section", "[text]") {
    for (const char* code : {"", "U", "F13", "F5", "00", "98", "52110", "餐饮", "f52", "F52a", "5 2"}) {
        INFO(code);
        CHECK(text::trade_section(code).empty());
    }
}
