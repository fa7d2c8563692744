#include "records/cells.h"

#include <catch2/catch.hpp>

#include "records/errors.h"

using namespace std::chrono;
using records::Cells;

namespace {

Cells example() {
    records::Quantity quantity;
    quantity.raw = "A:3%;2次/年";
    records::QuantityPart ratio;
    ratio.kind = records::QuantityKind::ratio;
    ratio.min = 30'000;
    ratio.unit = "%";
    ratio.scope = "A";
    ratio.stated_bound = true;
    records::QuantityPart frequency;
    frequency.kind = records::QuantityKind::frequency;
    frequency.min = frequency.max = 2;
    frequency.per = records::QuantityPeriod::year;
    frequency.every = 2;
    quantity.parts = {ratio, frequency};
    quantity.remarks = {"上年度已查的不再抽取"};
    records::Period period;
    period.raw = "3月—12月底前";
    period.spans = {{2024y / 3 / 1, 2024y / 12 / 31, records::DatePrecision::month, records::DatePrecision::month},
                    {std::nullopt, 2024y / 10 / 31, records::DatePrecision::day, records::DatePrecision::ten_days}};
    period.year_from_plan = true;
    period.unreadable = "“底前”不明";
    Cells cells;
    cells.values = {{"item", {"登记\"事项\"", {}, {}}},
                    {"ratio", {"A:3%;2次/年", quantity, {}}},
                    {"window", {"3月—12月底前", {}, period}},
                    {"column:备 注", {"", {}, {}}}};
    return cells;
}

}  // namespace

TEST_CASE("a row's cells come back from JSON in order, with their quantities and periods", "[records]") {
    const Cells cells = example();
    const Cells read = records::cells_from_json(records::to_json_text(cells));
    CHECK(read == cells);
    REQUIRE(read.find("ratio"));
    CHECK(read.find("ratio")->quantity == cells.find("ratio")->quantity);
    CHECK(read.find("window")->period == cells.find("window")->period);
    CHECK(records::to_json_text(read) == records::to_json_text(cells));
    CHECK(read.text("item") == "登记\"事项\"");
    CHECK(read.text("none").empty());
    CHECK(read.find("none") == nullptr);
    CHECK(records::cells_from_json(records::to_json_text(Cells{})) == Cells{});
}

TEST_CASE("a period without a year comes back without a year", "[records]") {
    records::Period period;
    period.raw = "3月";
    period.without_year = true;
    period.spans = {{year(0) / 3 / 1, year(0) / 3 / 31, records::DatePrecision::month, records::DatePrecision::month}};
    Cells cells;
    cells.values = {{"window", {"3月", {}, period}}};
    CHECK(records::cells_from_json(records::to_json_text(cells)).find("window")->period == period);
}

TEST_CASE("cells with broken bytes are stored as valid JSON", "[records]") {
    Cells cells;
    cells.values = {{"item",
                     {"a\xff"
                      "b",
                      {},
                      {}}}};
    CHECK(records::cells_from_json(records::to_json_text(cells)).text("item") ==
          "a\xef\xbf\xbd"
          "b");
}

TEST_CASE("a stored text that is no cells is named as corrupt", "[records]") {
    for (const char* json :
         {"", "[]", "{", "{\"a\":1}", "{\"a\":{}}", "{\"a\":{\"text\":\"\",\"quantity\":{}}}",
          "{\"a\":{\"text\":\"\",\"quantity\":{\"raw\":\"\",\"parts\":[{\"kind\":\"x\"}]}}}",
          "{\"a\":{\"text\":\"\",\"period\":{\"raw\":\"\",\"spans\":[{\"start\":\"2024\",\"precision\":"
          "[\"day\",\"day\"]}]}}}"}) {
        INFO(json);
        CHECK_THROWS_AS(records::cells_from_json(json), records::Corrupt);
    }
}
