#include "generator/publish/column_words.h"

#include <catch2/catch.hpp>

using publish::changed_columns;
using publish::ChangedColumn;
using publish::column_words;

TEST_CASE("only columns whose words differ are changed", "[publish]") {
    records::FollowUpFacts before, after;
    before.measure = "责令改正", after.measure = "责令停业";
    before.handled_on = after.handled_on = "2026-03-05";
    before.withheld_decided_by = "甲局", after.withheld_decided_by = "乙局";  // never public
    CHECK(changed_columns(column_words(before), column_words(after)) ==
          std::vector<ChangedColumn>{{"measure", "责令改正", "责令停业"}});
    CHECK(changed_columns(column_words(before), column_words(before)).empty());
}

TEST_CASE("codes, methods and days are given in words", "[publish]") {
    records::ResultFacts before, after;
    before.codes = {"no_problem"}, before.outcome = "未发现问题";
    after.codes = {"corrected"}, after.outcome = "发现问题已责令改正";
    before.methods = {"1"};
    after.produced_on = "2026-03-05";
    after.department = 7;
    const auto changed = changed_columns(column_words(before, {{7, "乙局"}}), column_words(after, {{7, "乙局"}}));
    REQUIRE(changed.size() == 4);
    CHECK(changed[0] == ChangedColumn{"outcome", "未发现问题", "发现问题已责令改正"});
    CHECK(changed[1] == ChangedColumn{"department_name", "", "乙局"});
    CHECK(changed[2].before != "1");
    CHECK(changed[3] == ChangedColumn{"produced_on", "", "2026年3月5日"});
}

TEST_CASE("of a row's cells those that came and those that went are told too", "[publish]") {
    records::Cells before, after;
    before.values = {{"content", {"旧内容", {}, {}}}, {"column:培训要求", {"有", {}, {}}}};
    after.values = {{"content", {"新内容", {}, {}}}, {"note", {"备注", {}, {}}}};
    CHECK(changed_columns(column_words(before), column_words(after)) ==
          std::vector<ChangedColumn>{
              {"content", "旧内容", "新内容"}, {"note", "", "备注"}, {"column:培训要求", "有", ""}});
}
