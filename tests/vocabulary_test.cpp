#include "generator/duties/vocabulary.h"

#include <catch2/catch.hpp>
#include <set>

#include "generator/duties/rule_language.h"

using namespace duties;

TEST_CASE("the vocabulary has every noun in its place, with words of its own", "[rules]") {
    REQUIRE(vocabulary().size() == nouns);
    std::set<std::string_view> words;
    for (std::size_t i = 0; i < nouns; ++i) {
        const NounTable& table = vocabulary()[i];
        CHECK(table.noun == static_cast<Noun>(i));
        CHECK(words.insert(table.term).second);
        CHECK(words.insert(table.key).second);
        CHECK(find_noun(table.term) == table.noun);
        CHECK(find_noun(table.key) == table.noun);
    }
}

TEST_CASE("every column is found by its key, its term and its other spellings", "[rules]") {
    for (const NounTable& table : vocabulary()) {
        std::set<std::string_view> keys, terms;
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const Column& column = table.columns[at];
            INFO(table.term << "." << column.term);
            CHECK(keys.insert(column.key).second);
            CHECK(terms.insert(column.term).second);
            CHECK(find_column(table.noun, column.key) == at);
            CHECK(find_column(table.noun, column.term) == at);
            CHECK(column_index(table.noun, column.key) == at);
            for (const std::string_view spelling : column.also) CHECK(find_column(table.noun, spelling) == at);
            CHECK((column.type == ColumnType::choice) == !column.choices.empty());
        }
    }
    CHECK_THROWS_AS(column_index(Noun::task, "colour"), std::logic_error);
}

TEST_CASE("the credit-risk class of an object cannot be counted", "[rules][privacy]") {
    for (const NounTable& table : vocabulary())
        for (const Column& column : table.columns) {
            CHECK(column.key.find("credit_class") == std::string_view::npos);
            CHECK(column.term.find("信用风险类别") == std::string_view::npos);
            CHECK(column.term.find("姓名") == std::string_view::npos);
            CHECK(column.term.find("执法证号") == std::string_view::npos);
        }
}

TEST_CASE("events and deadlines name columns that hold days", "[rules]") {
    for (const EventTerm& event : events()) {
        CHECK(find_event(event.term) == &event);
        for (const EventTerm::Day& day : event.days)
            CHECK(table_of(day.noun).columns[column_index(day.noun, day.column)].type == ColumnType::date);
    }
    for (const DeadlineSubject& subject : deadline_subjects()) {
        CHECK(find_deadline_subject(subject.term) == &subject);
        CHECK(table_of(subject.noun).columns[column_index(subject.noun, subject.done)].type == ColumnType::date);
    }
}

TEST_CASE("the nearest words are those that differ least", "[rules]") {
    const std::vector<std::string_view> known{"任务", "事项", "清单", "检查人员", "检查"};
    CHECK(nearest("检查人", known) == std::vector<std::string_view>{"检查人员", "检查"});
    CHECK(nearest("任物", known) == std::vector<std::string_view>{"任务"});
    CHECK(nearest("甲乙丙", known).empty());
}
