#include "draw/moment.h"

#include <catch2/catch.hpp>

TEST_CASE("times of a package and Unix seconds lead to each other", "[draw][moment]") {
    CHECK(draw::parse_time("1970-01-01T08:00:00+08:00") == 0);
    CHECK(draw::parse_time("2023-08-22T22:15:33+08:00") == 1692713733);
    for (const std::int64_t unix :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1692803733}, *draw::parse_time("0001-01-01T00:00:00+08:00"),
          *draw::parse_time("9999-12-31T23:59:59+08:00")})
        CHECK(draw::parse_time(draw::time_text(unix)) == unix);
    CHECK(draw::parse_date("1970-01-02") == 1);
    CHECK(draw::parse_date("0001-01-01") == -719162);
}

TEST_CASE("only real times in the one form are times", "[draw][moment]") {
    const std::string text = GENERATE(
        as<std::string>(), "", "2026-02-29T00:00:00+08:00", "2026-11-01T24:00:00+08:00", "2026-11-01T09:60:00+08:00",
        "2026-11-01T09:00:60+08:00", "0000-01-01T00:00:00+08:00", "2026-11-01T09:00:00Z", "2026-11-01T09:00:00+00:00",
        "2026-11-01 09:00:00+08:00", "2026-11-01T09:00+08:00", "2026-11-01T9:00:00+08:00", "2026-1-01T09:00:00+08:00",
        "2026-11-01T09:00:00+08:00 ", "2026-11-01T-9:00:00+08:00", "2026-13-01T09:00:00+08:00");
    CAPTURE(text);
    CHECK_FALSE(draw::is_time(text));
}

TEST_CASE("only real dates in the one form are dates", "[draw][moment]") {
    CHECK((draw::is_date("2024-02-29") && draw::is_date("9999-12-31")));
    const std::string text =
        GENERATE("2026-02-29", "2026-00-01", "2026-01-00", "0000-01-01", "2026-1-1", "20260101", "");
    CHECK_FALSE(draw::is_date(text));
}
