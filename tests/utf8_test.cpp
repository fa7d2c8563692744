#include "text/utf8.h"

#include <catch2/catch.hpp>

using namespace std::string_literals;

TEST_CASE("every code point survives encoding and decoding, surrogates become U+FFFD", "[text]") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        std::string bytes;
        text::append(bytes, c);
        const text::Decoded read = text::decode_at(bytes, 0);
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        if (!read.valid || read.length != bytes.size() ||
            read.code_point != (surrogate ? text::replacement_character : c)) {
            CAPTURE(static_cast<unsigned>(c));
            FAIL("not read back");
        }
    }
    std::string past;
    text::append(past, 0x110000);
    CHECK(past == "\xEF\xBF\xBD");
}

TEST_CASE("bytes that are no UTF-8 are refused with their place", "[text]") {
    struct Case {
        std::string bytes;
        std::size_t place;
    };
    const auto [bytes, place] = GENERATE(values<Case>({
        {"ab\xC0\x80", 2},        // overlong NUL
        {"\xC1\xBF", 0},          // overlong
        {"公\xE0\x80\xAF", 3},    // overlong
        {"\xF0\x80\x80\xAF", 0},  // overlong
        {"\xED\xA0\x80", 0},      // surrogate
        {"\xF4\x90\x80\x80", 0},  // past U+10FFFF
        {"\xF5\x80\x80\x80", 0},  //
        {"公示\xE5\x85", 6},      // cut off
        {"a\x80", 1},             // continuation without a lead
        {"\xB9\xAB\xCA\xBE", 0},  // 公示 in GBK
        {"\xFF\xFE", 0},          //
    }));
    CAPTURE(bytes, place);
    CHECK(text::first_invalid_byte(bytes) == place);
    CHECK_FALSE(text::is_utf8(bytes));
    CHECK(text::is_utf8(text::made_valid(bytes)));
    CHECK(text::encode(text::decode(bytes)) == text::made_valid(bytes));
}

TEST_CASE("NUL is refused unless it is allowed", "[text]") {
    const std::string bytes = "甲\0乙"s;
    CHECK_FALSE(text::is_utf8(bytes));
    CHECK(text::first_invalid_byte(bytes) == 3);
    CHECK(text::is_utf8(bytes, text::Nul::allowed));
    CHECK(text::is_utf8("", text::Nul::refused));
}

TEST_CASE("code points are counted and cut whole", "[text]") {
    const std::string name = "a公𠮷示";
    CHECK(text::count_code_points(name) == 4);
    CHECK(text::truncate(name, 0).empty());
    CHECK(text::truncate(name, 2) == "a公");
    CHECK(text::truncate(name, 3) == "a公𠮷");
    CHECK(text::truncate(name, 99) == name);
    CHECK(text::decode_at(name, name.size()).length == 0);
}

TEST_CASE("each invalid stretch is replaced once", "[text]") {
    CHECK(text::made_valid("a\xE5\x85z\xF0\x9F\x98") == "a\xEF\xBF\xBDz\xEF\xBF\xBD");
    CHECK(text::made_valid("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // as browsers do
    CHECK(text::made_valid("公示") == "公示");
}
