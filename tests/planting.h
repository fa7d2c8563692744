// Puts a text into every text column of the example site, by the table of columns that public.db is written from, so
// that no column is forgotten.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>

#include "records/public_fields.h"
#include "tests/public_example.h"

namespace tests {

using Column = std::pair<std::string, std::string>;  // table, column

/// Columns that can hold no free text: the schema refuses it or they must name a row that exists. A code is planted
/// in a test of its own.
inline bool closed(const Column& column) {
    static const std::set<Column> own{
        {"office", "area"}, {"calendar_day", "kind"}, {"enterprise", "code"}, {"enterprise_code", "code"},
        {"body", "kind"},   {"body", "key"},          {"body", "json"}};
    return own.contains(column) || (column.second == "office");
}

/// Puts a text into every text column of a record.
struct Planter {
    std::string_view table;
    const std::function<std::string(const Column&)>& text;
    std::set<Column>& planted;
    std::string prefix = {};

    void operator()(std::string_view column, std::string& value) {
        const Column where{table, prefix + std::string(column)};
        if (closed(where)) return;
        value = text(where);
        planted.insert(where);
    }
    void operator()(std::string_view column, std::vector<std::string>& value) {
        value = {"甲", std::string()};
        (*this)(column, value.back());
    }
    void operator()(std::string_view column, records::Cells& value) {
        value = cells("content", "");
        (*this)(column, value.values[0].second.text);
    }
    void operator()(std::string_view, auto&) {}
    void number(std::string_view, auto&) {}
    void reference(std::string_view, auto&) {}
    void correction(std::optional<records::Correction>& value) {
        value = records::Correction{9, ""};
        (*this)("correction_reason", value->reason);
    }
    void group(std::string_view, std::string_view group_prefix, auto& value) {
        Planter inner{table, text, planted, std::string(group_prefix)};
        fields(inner, value);
    }
};

struct Plantation {
    std::function<std::string(const Column&)> text;
    std::set<Column> planted = {};

    template <typename Record>
    void plant(Record& record) {
        Planter planter{records::table_of<Record>, text, planted};
        fields(planter, record);
    }
    template <typename Edition, typename Row>
    void plant_edition(records::PublicEdition& shown) {
        Edition edition{shown.edition, shown.standing};
        plant(edition);
        shown.edition = edition.edition, shown.standing = edition.standing;
        Row row{shown.rows[0]};
        plant(row);
        shown.rows[0] = row.row;
    }
    void plant_all(Example& example) {
        plant(example.site), plant(example.office), plant(example.department), plant(example.day), plant(example.rule);
        plant(example.list), plant_edition<records::ItemListEdition, records::ItemRow>(example.list_edition);
        plant(example.plan), plant_edition<records::PlanEdition, records::TaskRow>(example.original);
        plant(example.task), plant(example.draw), plant(example.first), plant(example.problem), plant(example.open);
        plant(example.penalty), plant(example.enterprise), plant(example.withheld);
        // A code that is an address must be one; the code of an object without a page can be anything.
        example.first.row.object = example.problem.facts.object = example.penalty.facts.object = 0;
    }
};

}  // namespace tests
