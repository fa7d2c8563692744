#include "generator/pages/edition_table.h"

#include <catch2/catch.hpp>

using records::EditionRow;

namespace {

EditionRow row(records::Id task, std::vector<std::pair<std::string, std::string>> cells) {
    EditionRow result;
    result.task = task;
    for (auto& [field, text] : cells) result.cells.values.emplace_back(field, records::CellValue{text, {}, {}});
    return result;
}

}  // namespace

TEST_CASE("a table has the columns that some row fills, in the rows' own order", "[pages]") {
    using Fields = std::vector<std::string>;
    CHECK(pages::filled_fields({}) == Fields{});
    CHECK(pages::filled_fields({row(1, {{"a", "1"}, {"b", ""}, {"c", "3"}}), row(2, {{"a", "1"}, {"b", "2"}})}) ==
          Fields{"a", "b", "c"});
    CHECK(pages::filled_fields({row(1, {{"c", "1"}}), row(2, {{"a", "1"}, {"c", "2"}, {"d", "3"}})}) ==
          Fields{"a", "c", "d"});
}

TEST_CASE("editions differ by their tasks' permanent ids, cell by cell", "[pages]") {
    const std::vector<EditionRow> before{row(1, {{"task_name", "甲"}, {"ratio", "3%"}}),
                                         row(2, {{"task_name", "乙"}, {"ratio", "5%"}}), row(3, {{"task_name", "丙"}})};
    const std::vector<EditionRow> after{row(3, {{"task_name", "丙"}}),
                                        row(1, {{"task_name", "甲"}, {"ratio", "5%"}, {"note", "加"}}),
                                        row(4, {{"task_name", "丁"}})};
    const pages::EditionDifference result = pages::difference(before, after);
    REQUIRE(result.added.size() == 1);
    CHECK(result.added[0]->task == 4);
    REQUIRE(result.dropped.size() == 1);
    CHECK(result.dropped[0]->task == 2);
    CHECK(result.unchanged.size() == 1);
    REQUIRE(result.changed.size() == 1);
    REQUIRE(result.changed[0].cells.size() == 2);
    CHECK(result.changed[0].cells[0].field == "ratio");
    CHECK(result.changed[0].cells[0].before == "3%");
    CHECK(result.changed[0].cells[0].after == "5%");
    CHECK(result.changed[0].cells[1].before.empty());
    CHECK(result.count() == 3);
}

TEST_CASE("a row that only got another serial number is unchanged", "[pages]") {
    const auto result = pages::difference({row(1, {{"serial", "1"}, {"task_name", "甲"}})},
                                          {row(1, {{"serial", "2"}, {"task_name", "甲"}})});
    CHECK(result.count() == 0);
    CHECK(result.unchanged.size() == 1);
}

TEST_CASE("items without ids are the same by name, several of one name in order", "[pages]") {
    const auto result = pages::difference(
        {row(0, {{"item", "甲"}, {"basis", "1"}}), row(0, {{"item", "甲"}, {"basis", "2"}})},
        {row(0, {{"item", "甲"}, {"basis", "1"}}), row(0, {{"item", "甲"}, {"basis", "3"}}), row(0, {{"item", "乙"}})});
    CHECK(result.unchanged.size() == 1);
    CHECK(result.changed.size() == 1);
    CHECK(result.added.size() == 1);
    CHECK(result.dropped.empty());
}

TEST_CASE("what every row of a table says is said once, unless it names the rows or there are few", "[pages]") {
    std::vector<EditionRow> rows;
    for (int i = 1; i <= 4; ++i)
        rows.push_back(row(i, {{"task_name", "甲"}, {"joint", "是"}, {"ratio", i == 4 ? "5%" : "3%"}, {"note", ""}}));
    CHECK(pages::repeated_fields(rows) == std::vector<std::string>{"joint"});
    rows.pop_back();
    CHECK(pages::repeated_fields(rows).empty());
}

TEST_CASE("why a row changed is no change of the row", "[pages]") {
    const auto result =
        pages::difference({row(1, {{"task_name", "甲"}, {"change", "新增"}, {"change_reason", "部署"}})},
                          {row(1, {{"task_name", "甲"}, {"change", "不变"}})});
    CHECK(result.count() == 0);
}
