#include "generator/import/number_format.h"

#include <catch2/catch.hpp>

using namespace importing;
using text::SerialEpoch;

namespace {

Cell shown(std::string_view stored, std::string_view code, SerialEpoch epoch = SerialEpoch::from_1900) {
    Cell cell;
    show_number(stored, parse_number_format(code), epoch, cell);
    return cell;
}

std::string text_of(std::string_view stored, std::string_view code) {
    return shown(stored, code).text;
}

}  // namespace

TEST_CASE("numbers have no float noise", "[import]") {
    CHECK(text_of("3", "General") == "3");
    CHECK(text_of("3.0", "General") == "3");
    CHECK(text_of("0.1", "") == "0.1");
    CHECK(text_of("0.30000000000000004", "General") == "0.3");
    CHECK(text_of("-12.5", "General") == "-12.5");
    CHECK(text_of("-0", "General") == "0");
    CHECK(text_of("1.2E3", "General") == "1200");
    CHECK(text_of("123456789012345", "General") == "123456789012345");
    CHECK(plain_number(1e-5) == "0.00001");
    CHECK(plain_number(1e30) == "1E+30");
    CHECK(shown("3", "General").type == Cell::Type::number);
}

TEST_CASE("a percentage is shown as the clerk sees it", "[import]") {
    CHECK(text_of("0.05", "0%") == "5%");
    CHECK(text_of("0.025", "0.00%") == "2.50%");
    CHECK(text_of("0.285", "0%") == "29%");
    CHECK(text_of("0.03", "0.##%") == "3%");
    CHECK(text_of("1", "0%") == "100%");
    CHECK(text_of("0", "0%") == "0%");
    CHECK(text_of("0.999", "0%") == "100%");
    CHECK(text_of("-0.001", "0%") == "0%");
    CHECK(shown("0.05", "0%").type == Cell::Type::number);
}

TEST_CASE("leading zeros, decimals and words of a format are shown, thousands separators are not", "[import]") {
    CHECK(text_of("42", "000000") == "000042");
    CHECK(text_of("3.14159", "0.00") == "3.14");
    CHECK(text_of("2.995", "0.00") == "3");
    CHECK(text_of("1234567", "#,##0") == "1234567");
    CHECK(text_of("5", "0\"户\"") == "5户");
    CHECK(text_of("5", "\"约\"0\\户") == "约5户");
    CHECK(text_of("5", "General\"户\"") == "5户");
    CHECK(text_of("1234.5", "[$￥-804]#,##0.00") == "￥1234.5");
    CHECK(text_of("-5", "#,##0_);(#,##0)") == "-5");
    CHECK(text_of("0.5", "# ?/?") == "0.5");
    CHECK(text_of("12345", "0.00E+00") == "12345");
    CHECK(text_of("12345678", "0000-0000") == "12345678");
    CHECK(text_of("1", "[=1]\"是\";[=0]\"否\"") == "1");
    CHECK(text_of("7", "@") == "7");
}

TEST_CASE("serial dates become ISO dates by what the format shows", "[import]") {
    CHECK(text_of("45356", "yyyy-mm-dd") == "2024-03-05");
    CHECK(text_of("45356", "yyyy\"年\"m\"月\"d\"日\";@") == "2024-03-05");
    CHECK(text_of("45356", "[$-804]yyyy/m/d") == "2024-03-05");
    CHECK(text_of("45356", "yyyy\"年\"m\"月\"") == "2024-03");
    CHECK(text_of("45356", "yyyy") == "2024");
    CHECK(text_of("45356.4375", "yyyy/m/d h:mm") == "2024-03-05 10:30");
    CHECK(text_of("45356.437511574", "yyyy/m/d h:mm:ss") == "2024-03-05 10:30:01");
    CHECK(text_of("45356", "yyyy/m/d h:mm") == "2024-03-05");
    CHECK(text_of("45356.4375", "yyyy/m/d") == "2024-03-05");
    CHECK(text_of("45356.999999", "yyyy/m/d h:mm") == "2024-03-06");
    CHECK(text_of("0.4375", "h:mm") == "10:30");
    CHECK(text_of("45356.4375", "上午/下午h\"时\"mm\"分\"") == "10:30");
    CHECK(text_of("1.5", "[h]:mm") == "36:00");
    CHECK(text_of("45356", "m/d") == "2024-03-05");
    CHECK(shown("45356", "yyyy/m/d").type == Cell::Type::date);
    CHECK(shown("45356", "[红色]0").type == Cell::Type::number);
}

TEST_CASE("the 1904 system counts from another day", "[import]") {
    CHECK(shown("43894", "yyyy-mm-dd", SerialEpoch::from_1904).text == "2024-03-05");
}

TEST_CASE("what is no date keeps its number", "[import]") {
    CHECK(text_of("-5", "yyyy-mm-dd") == "-5");
    CHECK(text_of("60", "yyyy-mm-dd") == "60");
    CHECK(text_of("99999999", "yyyy-mm-dd") == "99999999");
    CHECK(shown("-5", "yyyy-mm-dd").type == Cell::Type::number);
}

TEST_CASE("a code of more than 15 digits typed as a number is marked", "[import]") {
    CHECK(shown("911100001234567000", "0").precision_lost);
    CHECK(shown("911100001234567000", "0").text == "911100001234567000");
    CHECK(shown("9.1110000123456704E+17", "General").precision_lost);
    CHECK(shown("9.1110000123456704E+17", "General").text == "911100001234567000");
    CHECK(shown("1234567890123456", "@").precision_lost);
    CHECK_FALSE(shown("123456789012345", "0").precision_lost);
}

TEST_CASE("what is no number stays a text", "[import]") {
    CHECK(shown("abc", "0").type == Cell::Type::text);
    CHECK(shown("nan", "0").type == Cell::Type::text);
    CHECK(shown("1e999", "0").text == "1e999");
}

TEST_CASE("ISO dates of Strict files lose a midnight", "[import]") {
    const auto iso = [](std::string_view stored) {
        Cell cell;
        show_iso_date(stored, cell);
        return cell.text;
    };
    CHECK(iso("2024-03-05T00:00:00") == "2024-03-05");
    CHECK(iso("2024-03-05T00:00:00.000Z") == "2024-03-05");
    CHECK(iso("2024-03-05") == "2024-03-05");
    CHECK(iso("2024-03-05T10:30:00") == "2024-03-05 10:30");
    CHECK(iso("2024-03-05T10:30:01") == "2024-03-05 10:30:01");
}
