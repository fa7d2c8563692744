#include "generator/draws/secret_openings.h"

#include <nlohmann/json.hpp>

#include "draw/encoding.h"
#include "generator/draws/errors.h"

namespace draws {

std::string openings_json(const Openings& openings) {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& [commit, one] : openings)
        all.push_back({{"commit", commit},
                       {"fields", one.opening.fields},
                       {"kind", one.kind},
                       {"salt", draw::hex(one.opening.salt)}});
    return nlohmann::json{{"openings", all}, {"v", "ssj1"}}.dump(1) + "\n";
}

Openings read_openings(const std::string& text) {
    Openings openings;
    try {
        const nlohmann::json json = nlohmann::json::parse(text);
        for (const auto& one : json.at("openings")) {
            SecretOpening& opening = openings[one.at("commit").get<std::string>()];
            opening.kind = one.at("kind").get<std::string>();
            opening.opening.fields = one.at("fields").get<std::vector<std::string>>();
            opening.opening.salt = draw::unhex_as<draw::Salt>(one.at("salt").get<std::string>()).value();
        }
    } catch (const std::exception&) {
        throw Refused("这次抽取的 openings.json 已损坏；请从备份（gongshi backup）里取回");
    }
    return openings;
}

}  // namespace draws
