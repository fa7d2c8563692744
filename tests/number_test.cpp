#include "text/number.h"

#include <catch2/catch.hpp>
#include <limits>
#include <random>
#include <stdexcept>

TEST_CASE("integers are read with separators, signs and full-width digits", "[text]") {
    struct Case {
        const char* written;
        std::int64_t value;
    };
    const auto [written, value] = GENERATE(values<Case>({{"0", 0},
                                                         {"007", 7},
                                                         {"1234", 1234},
                                                         {"1,234", 1234},
                                                         {"12,345,678", 12345678},
                                                         {"１，２３４", 1234},
                                                         {"　42\u00A0", 42},
                                                         {"-5", -5},
                                                         {"+5", 5},
                                                         {"999999999999999", text::largest_number}}));
    CHECK(text::parse_integer(written) == value);
}

TEST_CASE("what is no bounded integer is none", "[text]") {
    const std::string written = GENERATE("", "-", "1,23", "1,2345", ",123", "1,", "1,234,56", "12 34", "1.0", "1e3",
                                         "0x10", "1000000000000000", "99999999999999999999999999", "五", "5%", "--5");
    CAPTURE(written);
    CHECK_FALSE(text::parse_integer(written));
}

TEST_CASE("decimals are read and written back as short as possible", "[text]") {
    CHECK(text::parse_decimal("5") == 5.0);
    CHECK(text::parse_decimal("0.1") == 0.1);
    CHECK(text::parse_decimal("１，２３４．５") == 1234.5);
    CHECK(text::parse_decimal("-0.25") == -0.25);
    CHECK(text::parse_decimal("33.3333333333333") == 33.3333333333333);
    for (const char* none : {"", ".", "5.", ".5", "1.2.3", "1e3", "nan", "inf", "0.1234567890123456", "5%"}) {
        CAPTURE(none);
        CHECK_FALSE(text::parse_decimal(none));
    }
    CHECK(text::decimal_text(5) == "5");
    CHECK(text::decimal_text(0.5) == "0.5");
    CHECK(text::decimal_text(-0.0) == "0");
    CHECK(text::decimal_text(100) == "100");
    CHECK_THROWS_AS(text::decimal_text(1e16), std::out_of_range);
    CHECK_THROWS_AS(text::decimal_text(std::numeric_limits<double>::quiet_NaN()), std::out_of_range);
    std::mt19937_64 random(11643);
    for (int round = 0; round < 2000; ++round) {
        const std::string whole = std::to_string(random() % 100000000);
        std::string fraction = std::to_string(random() % 1000000);
        while (fraction.ends_with('0')) fraction.pop_back();
        const std::string written = fraction.empty() ? whole : whole + "." + fraction;
        const auto value = text::parse_decimal(written);
        REQUIRE(value);
        REQUIRE(*value == std::stod(written));
        REQUIRE(text::decimal_text(*value) == written);
    }
}

TEST_CASE("Chinese numerals are read in words and digit by digit", "[text]") {
    struct Case {
        const char* written;
        std::int64_t value;
    };
    const auto [written, value] = GENERATE(values<Case>({
        {"零", 0},
        {"〇", 0},
        {"三", 3},
        {"两", 2},
        {"十", 10},
        {"十五", 15},
        {"二十", 20},
        {"九十九", 99},
        {"一百", 100},
        {"一百零五", 105},
        {"一百一十", 110},
        {"一百十五", 115},
        {"两千", 2000},
        {"三千零五十", 3050},
        {"三千零五", 3005},
        {"一万", 10000},
        {"一万二千", 12000},
        {"一万零五百", 10500},
        {"一万五百", 10500},
        {"十二万三千四百五十六", 123456},
        {"一万零五", 10005},
        {"三亿", 300000000},
        {"一亿零二万", 100020000},
        {"壹仟贰佰叁拾", 1230},
        {"二〇二四", 2024},
        {"二○二四", 2024},
        {"一五", 15},
        {" 五　", 5},
    }));
    CAPTURE(written);
    CHECK(text::parse_chinese_numeral(written) == value);
}

TEST_CASE("a numeral that is ambiguous or none is not read", "[text]") {
    const std::string written =
        GENERATE("", "百", "万", "一百五", "一万五", "一百零", "一百零零五", "十十", "一百二百", "五十百", "零五十",
                 "两两", "五十五五", "一万万", "三成", "五%", "5", "若干", "二〇二四二〇二四二〇二四二〇二四");
    CAPTURE(written);
    CHECK_FALSE(text::parse_chinese_numeral(written));
}

TEST_CASE("a count may be written in any of these ways but not negative or broken", "[text]") {
    CHECK(text::parse_count("1,200") == 1200);
    CHECK(text::parse_count("３万") == 30000);
    CHECK(text::parse_count("1.5万") == 15000);
    CHECK(text::parse_count("0.5亿") == 50000000);
    CHECK(text::parse_count("三十") == 30);
    CHECK(text::parse_count("三万") == 30000);
    CHECK_FALSE(text::parse_count("-3"));
    CHECK_FALSE(text::parse_count("1.00005万"));
    CHECK_FALSE(text::parse_count("99999999999999亿"));
    CHECK_FALSE(text::parse_count("约30"));
}
