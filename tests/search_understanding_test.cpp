#include "search/understanding.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/understanding_json.h"
#include "text/search_key.h"
#include "text/utf8.h"

TEST_CASE("queries are understood as the vectors say, which the browser's code is held to as well", "[search]") {
    std::ifstream file(GONGSHI_TEST_DATA "/search_understanding.json");
    const auto vectors = nlohmann::ordered_json::parse(file);
    REQUIRE(vectors.size() > 60);
    for (const auto& vector : vectors) {
        CAPTURE(vector["query"].dump());
        CHECK(tests::json_of(search::understand(vector["query"].get<std::string>())).dump() ==
              vector["understood"].dump());
    }
}

TEST_CASE("whatever is written, few words come out, with valid keys and something said", "[search]") {
    std::mt19937 random(20240319);
    static constexpr std::string_view likely = "91999901MA 0O-〔2024〕第3号长安区 ";
    for (int round = 0; round < 5000; ++round) {
        std::string query;
        for (unsigned i = 0; i < random() % 60; ++i)
            query.push_back(random() % 4 == 0 ? static_cast<char>(random() % 256) : likely[random() % likely.size()]);
        CAPTURE(query);
        const search::Understanding understood = search::understand(query);
        REQUIRE(understood.words.size() <= search::most_words);
        if (!understood.words.empty()) REQUIRE_FALSE(understood.said.empty());
        for (const search::Word& word : understood.words) {
            REQUIRE(text::is_utf8(word.written, text::Nul::allowed));
            REQUIRE(text::search_key(word.key) == word.key);
            REQUIRE_FALSE(word.key.empty());
            REQUIRE_FALSE(word.sorts.empty());
            REQUIRE(text::count_code_points(word.written) <= search::longest_word);
        }
    }
}

TEST_CASE("bytes that are no text are understood as something", "[search]") {
    CHECK(search::understand("\xFF\xFE").words.size() == 1);
    CHECK(search::understand(std::string(1 << 20, '\xE6')).words.size() == 1);
    CHECK(search::understand(std::string(1 << 20, ' ')).words.empty());
}
