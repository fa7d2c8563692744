#include "records/public_tables.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "tests/public_example.h"

using namespace tests;

namespace {

std::vector<records::PublicTableRow> rows_of(records::PublicSite& site, const records::PublicTable& table) {
    std::vector<records::PublicTableRow> rows;
    site.each_row_of(table, 0, [&](const records::PublicTableRow& row) { rows.push_back(row); });
    return rows;
}

const records::PublicCell& cell(const records::PublicTableRow& row, std::string_view table, std::string_view column) {
    const records::PublicTable& found = *records::find_public_table(table);
    return row.at(static_cast<std::size_t>(found.column(column) - found.columns.data()));
}

}  // namespace

TEST_CASE("every column of every public table says what it means, and none is about a person", "[records][fields]") {
    for (const records::PublicTable& table : records::public_tables()) {
        std::set<std::string> names;
        CHECK_FALSE(table.columns.empty());
        CHECK(table.explanation.ends_with("。"));
        for (const records::PublicColumn& column : table.columns) {
            CAPTURE(table.name, column.name);
            CHECK(names.insert(column.name).second);
            CHECK_FALSE(column.field->term.empty());
            CHECK(column.field->explanation.ends_with("。"));
            CHECK_FALSE(column.field->person);
            CHECK((column.field->words.empty() || column.field->words.size() == column.field->choices.size()));
        }
    }
}

TEST_CASE("keys and references of the public tables are those of the database", "[records]") {
    const records::PublicTable& results = *records::find_public_table("result");
    CHECK(results.key == std::vector<std::string>{"id"});
    std::map<std::string, std::string> leads;
    for (const records::PublicReference& reference : results.references)
        leads[reference.column] = reference.table + "." + reference.to;
    CHECK(leads == std::map<std::string, std::string>{{"task", "task.id"},
                                                      {"plan", "plan.id"},
                                                      {"draw", "draw.draw"},
                                                      {"object", "enterprise.object"},
                                                      {"office", "office.area"},
                                                      {"department", "department.id"}});
    CHECK(records::find_public_table("plan_edition")->unique ==
          std::vector<std::vector<std::string>>{{"plan", "number"}});
    CHECK(records::find_public_table("nothing") == nullptr);
}

TEST_CASE("the JSON key of a column is where the record's JSON has it", "[records]") {
    const auto key = [](std::string_view table, std::string_view column) {
        return records::find_public_table(table)->column(column)->json_key;
    };
    CHECK(key("result", "id") == "id");
    CHECK(key("result", "published_due_on") == "published_due.on");
    CHECK(key("result", "withdrawn_on") == "standing.withdrawn_on");
    CHECK(key("task_in_edition", "ratio") == "cells.ratio");
    CHECK(key("enterprise", "kind") == "object_kind");
    CHECK(key("result", "replaces").empty());
}

TEST_CASE("the rows of a whole table come typed, with the cells of a plan's row as columns", "[records]") {
    const Scratch scratch;
    write_example(scratch / "public.db", [](Example& example) {
        example.adjusted.rows[0].cells.values.emplace_back("column:自定义栏", records::CellValue{"照写", {}, {}});
    });
    records::PublicSite site(scratch / "public.db");
    const auto rows = rows_of(site, *records::find_public_table("task_in_edition"));
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows[1], "task_in_edition", "ratio").text == "5%");
    CHECK(cell(rows[0], "task_in_edition", "ratio").empty);
    CHECK(cell(rows[1], "task_in_edition", "other_columns").object ==
          std::vector<std::pair<std::string, std::string>>{{"自定义栏", "照写"}});
    const auto enterprises = rows_of(site, *records::find_public_table("enterprise"));
    CHECK(cell(enterprises.at(0), "enterprise", "former_names").list == std::vector<std::string>{"示例旧名商行"});
    const auto draws = rows_of(site, *records::find_public_table("draw"));
    CHECK(cell(draws.at(0), "draw", "population").number == 200);
    CHECK(cell(draws.at(0), "draw", "inspectors_drawn").empty);
    for (const records::PublicTable& table : records::public_tables()) {
        CAPTURE(table.name);
        CHECK(site.count_rows(table) == static_cast<std::int64_t>(rows_of(site, table).size()));
    }
}

TEST_CASE("result codes are a closed table, a clerk's words are not", "[records]") {
    const records::PublicTable& results = *records::find_public_table("result");
    CHECK(records::closed(*results.column("codes")));
    CHECK(records::codes_of(*results.column("codes")).size() > 8);
    CHECK_FALSE(records::closed(*results.column("signature")));
    CHECK(records::closed(*results.column("published_due_state")));
}
