#include "search/understanding_json.h"

#include <nlohmann/json.hpp>

namespace search {
namespace {

const char* name_of(Sort sort) {
    switch (sort) {
        case Sort::name:
            return "name";
        case Sort::pinyin:
            return "pinyin";
        case Sort::number:
            return "number";
    }
    return "";
}

const char* name_of(Number number) {
    switch (number) {
        case Number::none:
            return "";
        case Number::unified:
            return "unified";
        case Number::beginning:
            return "beginning";
        case Number::registration:
            return "registration";
        case Number::organisation:
            return "organisation";
        case Number::document:
            return "document";
    }
    return "";
}

}  // namespace

nlohmann::ordered_json json_of(const Understanding& understanding) {
    nlohmann::ordered_json words = nlohmann::ordered_json::array();
    for (const Word& word : understanding.words) {
        nlohmann::ordered_json one = {{"written", word.written}, {"key", word.key}};
        one["sorts"] = nlohmann::ordered_json::array();
        for (const Sort sort : word.sorts) one["sorts"].push_back(name_of(sort));
        if (word.number != Number::none) one["number"] = name_of(word.number);
        words.push_back(std::move(one));
    }
    nlohmann::ordered_json json = {{"words", std::move(words)}, {"said", understanding.said}};
    if (const auto& problem = understanding.problem)
        json["problem"] = {{"position", problem->position},
                           {"found", problem->found},
                           {"expected", problem->expected},
                           {"suggestion", problem->suggestion}};
    return json;
}

}  // namespace search
