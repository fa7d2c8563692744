#include "text/date.h"

#include <catch2/catch.hpp>
#include <limits>

using text::SerialEpoch;

namespace {

std::string date_of(std::string_view cell) {
    const auto date = text::parse_date(cell);
    return date ? text::iso(*date) : "";
}

std::string moment_of(std::string_view cell) {
    const auto moment = text::parse_moment(cell);
    return moment ? text::iso(*moment) : "";
}

std::string day_of_serial(double serial, SerialEpoch epoch = SerialEpoch::from_1900) {
    const auto date = text::serial_date(serial, epoch);
    return date ? text::iso(*date) : "";
}

}  // namespace

TEST_CASE("a date is read in every form clerks write", "[text]") {
    const std::string cell =
        GENERATE("2024-03-09", "2024/3/9", "2024.3.9", "2024.03.09", "20240309", "2024年3月9日", "2024年03月09日",
                 "２０２４－０３－０９", "２０２４年３月９日", " 2024 年 3 月 9 日\n", "2024年3月9号", "2024-3-9 10:05",
                 "2024-03-09T10:05:00", "2024/3/9 10:05:59", "2024-03-09 00:00:00.0", "20240309 1:05",
                 "2024年3月9日10时05分", "2024年3月9日 10点", "二〇二四年三月九日", "二○二四年三月九日",
                 "2024-03-09T10:05+08:00", "\uFEFF2024-03-09\u00A0");
    CAPTURE(cell);
    CHECK(date_of(cell) == "2024-03-09");
}

TEST_CASE("what is no whole real date is none", "[text]") {
    const std::string cell = GENERATE(
        "", "2024", "2024年", "2024年3月", "2024-03", "24-3-9", "2024-13-01", "2024-02-30", "2023-02-29", "2024-00-10",
        "2024-3/9", "2024.3.9.1", "202439", "2024030", "20241301", "2024-03-09至2024-04-01", "2024-03-09 25:00",
        "2024-03-09 10:60", "2024-03-09 10:05+09:00", "2024-03-09T", "3月9日", "0024-03-09", "20240-3-09",
        "二〇二四年十三月一日", "二〇二四年三月", "2024年二月3日", "全年", "45370", "-2024-03-09");
    CAPTURE(cell);
    CHECK(date_of(cell).empty());
}

TEST_CASE("leap days are real in leap years only", "[text]") {
    CHECK(date_of("2024-02-29") == "2024-02-29");
    CHECK(date_of("2000-2-29") == "2000-02-29");
    CHECK(date_of("1900-2-29").empty());
    CHECK_FALSE(text::make_date(2023, 2, 29));
    CHECK_FALSE(text::make_date(999, 1, 1));
}

TEST_CASE("the time behind a date makes a moment of Beijing time", "[text]") {
    CHECK(moment_of("2024-03-19 9:05") == "2024-03-19T09:05+08:00");
    CHECK(moment_of("2024年3月19日10时") == "2024-03-19T10:00+08:00");
    CHECK(moment_of("2024/3/19 23:59:59") == "2024-03-19T23:59+08:00");
    CHECK(moment_of("2024-03-19").empty());
    CHECK(text::chinese(*text::parse_moment("2024-03-19 9:05")) == "2024年3月19日9时05分");
}

TEST_CASE("ISO forms are read exactly and written back unchanged", "[text]") {
    CHECK(text::iso(*text::parse_iso("2024-03-19")) == "2024-03-19");
    CHECK_FALSE(text::parse_iso("2024/03/19"));
    CHECK_FALSE(text::parse_iso("2024-3-19"));
    CHECK_FALSE(text::parse_iso(" 2024-03-19"));
    CHECK(text::iso(*text::parse_iso_moment("2024-03-19T10:00+08:00")) == "2024-03-19T10:00+08:00");
    CHECK_FALSE(text::parse_iso_moment("2024-03-19 10:00"));
    CHECK(text::chinese(*text::parse_iso("2024-03-09")) == "2024年3月9日");
}

TEST_CASE("serial numbers of both workbook systems give the day the sheet shows", "[text]") {
    CHECK(day_of_serial(1) == "1900-01-01");
    CHECK(day_of_serial(59) == "1900-02-28");
    CHECK(day_of_serial(60).empty());  // 1900-02-29, which never was
    CHECK(day_of_serial(61) == "1900-03-01");
    CHECK(day_of_serial(45370) == "2024-03-19");
    CHECK(day_of_serial(45370.99) == "2024-03-19");
    CHECK(day_of_serial(2958465) == "9999-12-31");
    CHECK(day_of_serial(2958466).empty());
    CHECK(day_of_serial(0).empty());
    CHECK(day_of_serial(-1).empty());
    CHECK(day_of_serial(std::numeric_limits<double>::quiet_NaN()).empty());
    CHECK(day_of_serial(std::numeric_limits<double>::infinity()).empty());
    CHECK(day_of_serial(0, SerialEpoch::from_1904) == "1904-01-01");
    CHECK(day_of_serial(45370 - 1462, SerialEpoch::from_1904) == "2024-03-19");
    CHECK(day_of_serial(2957003, SerialEpoch::from_1904) == "9999-12-31");
    CHECK(day_of_serial(2957004, SerialEpoch::from_1904).empty());
}

TEST_CASE("the fraction of a serial number is the time, rounded to the minute", "[text]") {
    CHECK(text::iso(*text::serial_moment(45370.5)) == "2024-03-19T12:00+08:00");
    CHECK(text::iso(*text::serial_moment(45370.416666666664)) == "2024-03-19T10:00+08:00");
    CHECK(text::iso(*text::serial_moment(45370.999999)) == "2024-03-20T00:00+08:00");
    CHECK_FALSE(text::serial_moment(60.5));
    CHECK_FALSE(text::serial_moment(2958465.99999999));
}

TEST_CASE("days are counted over months, years and leap days", "[text]") {
    const text::Date start = *text::parse_iso("2023-12-31");
    CHECK(text::iso(text::plus_days(start, 1)) == "2024-01-01");
    CHECK(text::iso(text::plus_days(start, 60)) == "2024-02-29");
    CHECK(text::iso(text::plus_days(start, -365)) == "2022-12-31");
    CHECK(text::days_between(start, *text::parse_iso("2024-12-31")) == 366);
    CHECK(text::days_between(*text::parse_iso("2024-03-19"), start) == -79);
    for (int days = 0; days < 3000; days += 7) REQUIRE(text::days_between(start, text::plus_days(start, days)) == days);
}
