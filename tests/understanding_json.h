// The JSON form of an understanding, the same that site/search/understanding.mjs returns: for holding the two languages
// against each other.
#pragma once

#include <nlohmann/json.hpp>

#include "search/understanding.h"

namespace tests {

inline const char* name_of(search::Sort sort) {
    switch (sort) {
        case search::Sort::name:
            return "name";
        case search::Sort::pinyin:
            return "pinyin";
        case search::Sort::number:
            return "number";
    }
    return "";
}

inline const char* name_of(search::Number number) {
    switch (number) {
        case search::Number::none:
            return "";
        case search::Number::unified:
            return "unified";
        case search::Number::beginning:
            return "beginning";
        case search::Number::registration:
            return "registration";
        case search::Number::organisation:
            return "organisation";
        case search::Number::document:
            return "document";
    }
    return "";
}

/// {"words": [{"written", "key", "sorts", "number"?}…], "said": […], "problem"?: {"position", "found", "expected",
/// "suggestion"}}.
inline nlohmann::ordered_json json_of(const search::Understanding& understanding) {
    nlohmann::ordered_json words = nlohmann::ordered_json::array();
    for (const search::Word& word : understanding.words) {
        nlohmann::ordered_json one = {{"written", word.written}, {"key", word.key}};
        one["sorts"] = nlohmann::ordered_json::array();
        for (const search::Sort sort : word.sorts) one["sorts"].push_back(name_of(sort));
        if (word.number != search::Number::none) one["number"] = name_of(word.number);
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

}  // namespace tests
