#include "records/fields.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "text/fold.h"

namespace {

std::vector<std::string_view> all_kinds() {
    std::vector<std::string_view> kinds(records::sheet_kinds.begin(), records::sheet_kinds.end());
    kinds.push_back("context");
    return kinds;
}

}  // namespace

TEST_CASE("within a kind no header spelling means two fields", "[records][fields]") {
    for (const std::string_view kind : all_kinds()) {
        std::map<std::string, std::string_view> meaning;
        for (const records::Field& field : records::fields_of(kind)) {
            std::set<std::string> spellings{text::fold(field.name), text::fold(field.term)};
            for (const std::string_view spelling : field.spellings) spellings.insert(text::fold(spelling));
            for (const std::string& spelling : spellings) {
                CAPTURE(kind, field.name, spelling);
                CHECK(meaning.emplace(spelling, field.name).second);
            }
        }
    }
}

TEST_CASE("every field has an English name of its own, a term and an explanation", "[records][fields]") {
    for (const std::string_view kind : all_kinds()) {
        CHECK_FALSE(records::kind_term(kind).empty());
        CHECK_FALSE(records::fields_of(kind).empty());
        for (const records::Field& field : records::fields_of(kind)) {
            CAPTURE(kind, field.name);
            CHECK(std::all_of(field.name.begin(), field.name.end(),
                              [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
            CHECK(records::find_field(kind, field.name) == &field);
            CHECK_FALSE(field.term.empty());
            CHECK(field.explanation.ends_with("。"));
            CHECK((field.type == records::FieldType::choice) == !field.choices.empty());
        }
    }
}

TEST_CASE("what is about a person or of internal use is marked as never public", "[records][fields]") {
    const std::pair<std::string_view, std::string_view> secrets[] = {
        {"objects", "credit_class"}, {"objects", "address"},           {"objects", "phone"},
        {"objects", "legal_person"}, {"objects", "contact"},           {"objects", "citizen_number"},
        {"inspectors", "name"},      {"inspectors", "certificate"},    {"inspectors", "phone"},
        {"inspectors", "email"},     {"inspectors", "citizen_number"}, {"draws", "inspectors"},
        {"results", "inspectors"},   {"penalties", "legal_person"},    {"context", "contact"},
        {"context", "phone"}};
    for (const auto& [kind, name] : secrets) {
        CAPTURE(kind, name);
        REQUIRE(records::find_field(kind, name) != nullptr);
        CHECK(records::find_field(kind, name)->person);
    }
    CHECK_FALSE(records::find_field("plans", "credit_risk")->person);
    CHECK_FALSE(records::find_field("objects", "name")->person);
}

TEST_CASE("an unknown kind has no fields", "[records][fields]") {
    CHECK(records::fields_of("minutes").empty());
    CHECK(records::find_field("minutes", "name") == nullptr);
    CHECK(records::kind_term("minutes").empty());
}
