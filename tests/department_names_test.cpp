#include "generator/pages/department_names.h"

#include <catch2/catch.hpp>

TEST_CASE("a plan's cell names departments in full or by the end of their names", "[pages]") {
    const pages::DepartmentNames names({{1, "999901", "甲区市场监管局"},
                                        {2, "999901", "甲区公安局"},
                                        {3, "999901", "甲区消防救援大队"},
                                        {4, "999902", "乙区公安局"}});
    CHECK(names.named_in("999901", "甲区公安局、消防救援大队") == std::vector<records::Id>{2, 3});
    CHECK(names.named_in("999901", "公安局\n市场监管局，公安局") == std::vector<records::Id>{2, 1});
    CHECK(names.one_named("999902", "公安局") == 4);
}

TEST_CASE("a word that could be several departments or none names nobody", "[pages]") {
    const pages::DepartmentNames names(
        {{1, "999901", "甲区东城分局"}, {2, "999901", "甲区西城分局"}, {3, "999901", "局"}});
    CHECK_FALSE(names.one_named("999901", "城分局"));
    CHECK_FALSE(names.one_named("999901", "税务局"));
    CHECK_FALSE(names.one_named("999901", ""));
    CHECK(names.named_in("999901", "、，").empty());
    CHECK(names.named_in("999902", "甲区东城分局").empty());
}
