#include "draw/ids.h"

#include <catch2/catch.hpp>

#include "tests/draw_vectors.h"

TEST_CASE("ids of objects are codes with their check character and never a citizen number", "[draw][ids]") {
    CHECK(draw::is_object_id("919999012CBRY68FY3"));
    CHECK_FALSE(draw::is_object_id("919999012CBRY68FY4"));
    CHECK_FALSE(draw::is_object_id("919999012CBRY68FY"));
    CHECK_FALSE(draw::is_object_id("919999012cbry68fy3"));
    CHECK_FALSE(draw::is_object_id("9199990I2CBRY68FY3"));
    const std::string registration = "11000000000000";
    CHECK(draw::is_object_id(registration + *text::registration_check_digit(registration)));
    CHECK_FALSE(draw::is_object_id("110000000000000"));
}

TEST_CASE("a code that is also a citizen number is refused whatever its province", "[draw][ids]") {
    // Digits that pass both checks: sought here, so that no list has to hold any.
    int refused = 0, other_dates = 0;
    for (int serial = 0; serial < 3000; ++serial) {
        const std::string tail = std::to_string(1000 + serial).substr(1);
        for (const std::string& head : {std::string("89999919900101"), std::string("89999919901301")}) {
            const std::string first = head + tail;
            if (text::citizen_check_character(first) != text::unified_check_character(first)) continue;
            const bool real_date = head.ends_with("0101");
            CHECK(draw::is_object_id(first + *text::unified_check_character(first)) == !real_date);
            ++(real_date ? refused : other_dates);
        }
    }
    CHECK((refused > 0 && other_dates > 0));
}

TEST_CASE("codes and inspectors' ids are matched whole", "[draw][ids]") {
    CHECK((draw::is_code("food-Making9") && draw::is_code(std::string(24, 'a')) && draw::is_code("-")));
    for (const std::string& code : {std::string(), std::string(25, 'a'), std::string("a b"), std::string("a_"),
                                    std::string("食品"), std::string("a\n"), std::string("*")})
        CHECK_FALSE(draw::is_code(code));
    CHECK((draw::is_inspector_id("SC-001") && draw::is_inspector_id(std::string(32, 'A'))));
    for (const std::string& id : {std::string(), std::string(33, 'A'), std::string("sc001"), std::string("SC 1")})
        CHECK_FALSE(draw::is_inspector_id(id));
}
