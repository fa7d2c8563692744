#include "generator/duties/thresholds.h"

#include <catch2/catch.hpp>

using namespace duties;

namespace {

Threshold read(std::string_view text) {
    const auto answer = read_threshold(text);
    if (const auto* wrong = std::get_if<Unreadable>(&answer)) FAIL(std::string(text) + ": " + wrong->reason);
    return std::get<Threshold>(answer);
}

}  // namespace

TEST_CASE("thresholds are read as documents write them", "[rules]") {
    CHECK(read("≥80%") == Threshold{Comparison::at_least, true, 800'000});
    for (const char* same : {"80%", "80％", ">=80%", "不低于80%", "80%以上", "＞＝８０％", "至少 80 %"})
        CHECK(read(same) == read("≥80%"));
    CHECK(read("=0") == Threshold{Comparison::equal, false, 0});
    for (const char* same : {"0", "等于0", "＝０"}) CHECK(read(same) == read("=0"));  // =0 is a formula in a sheet
    CHECK(read("0%") == Threshold{Comparison::equal, true, 0});
    CHECK(read("<3") == Threshold{Comparison::less, false, 3});
    CHECK(read("不超过20%") == Threshold{Comparison::at_most, true, 200'000});
    CHECK(read("≥0.5%") == Threshold{Comparison::at_least, true, 5'000});
    for (const char* wrong :
         {"", "很多", "≥", "%", "≥0.05", "≥1.23456%", "≥-5%", "≥2000%", "≥1%2", "99999999999999999999"})
        CHECK(std::holds_alternative<Unreadable>(read_threshold(wrong)));
    for (const char* text : {"≥80%", "=0", "≤20%", "<3", ">0.25%", "≥1000000000000"})
        CHECK(to_text(read(text)) == text);
}

TEST_CASE("a percentage is held against numerator and denominator exactly", "[rules]") {
    const Threshold third = read("≥33.3333%");
    CHECK(reached(third, 1, 3) == true);
    CHECK(reached(third, 333'332, 1'000'000) == false);
    CHECK(reached(third, 333'333, 1'000'000) == true);
    CHECK(reached(read("≥5%"), 49, 1000) == false);
    CHECK(reached(read("≥5%"), 50, 1000) == true);
    CHECK(reached(read("≥100%"), 1'000'000'000'000, 1'000'000'000'000) == true);
    CHECK(reached(read("≥100%"), 999'999'999'999, 1'000'000'000'000) == false);
    CHECK(reached(read("≤20%"), 3, 10) == false);
    CHECK(reached(read("≥5%"), 0, 0) == std::nullopt);
    CHECK(reached(read("≥5%"), 7, std::nullopt) == std::nullopt);
}

TEST_CASE("a plain number is held against the numerator alone", "[rules]") {
    CHECK(reached(read("=0"), 0, 5) == true);
    CHECK(reached(read("=0"), 1, 5) == false);
    CHECK(reached(read("≥1"), 1, std::nullopt) == true);
    CHECK(reached(read("<3"), 3, std::nullopt) == false);
    CHECK(read("=0").upper());
    CHECK(read("≤20%").upper());
    CHECK_FALSE(read("=1").upper());
    CHECK_FALSE(read("100%").upper());
}
