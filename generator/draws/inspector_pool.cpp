#include "generator/draws/inspector_pool.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "draw/commitments.h"
#include "draw/encoding.h"
#include "generator/draws/code_list.h"
#include "generator/draws/errors.h"
#include "generator/draws/words.h"
#include "text/fold.h"

namespace draws {

namespace {

constexpr std::size_t salt_bytes = 16, id_characters = 12;

struct Candidate {
    records::InspectorFacts facts;
    records::PrivateInspector person;
    std::string department;
};

/// In an order that says nothing new: of departments, names and certificates.
std::vector<Candidate> candidates(records::Portal& portal, records::PrivateStore& persons,
                                  const settings::DrawCodes& codes, const InspectorRequest& request) {
    std::set<std::string> needed;
    for (const Need& need : request.needs) needed.insert(need.department);
    std::vector<Candidate> found;
    for (const records::InspectorFacts& facts : portal.inspectors()) {
        if (facts.office != request.office || text::fold(facts.status) == "停用") continue;
        const auto code = settings::DrawCodes::code_of(codes.departments, facts.department);
        if (!code || !needed.contains(*code)) continue;
        const auto person = persons.inspector(facts.pseudonym);
        if (!person || person->certificate.empty())
            throw Refused(facts.department + (person ? "的" + person->name : "的一名检查人员") +
                          "没有执法证号，上门时无从核对本人；请补全人员名录后重新导入，或把他的状态改为停用");
        found.push_back({facts, *person, *code});
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return std::tie(a.department, a.person.name, a.person.certificate) <
               std::tie(b.department, b.person.name, b.person.certificate);
    });
    return found;
}

/// The codes of what someone can do, of 执法领域 and 业务专长.
std::vector<std::string> skills_of(const records::InspectorFacts& facts, const settings::DrawCodes& codes) {
    std::set<std::string> skills;
    for (const std::string& cell : {facts.fields, facts.skills})
        for (const std::string& word : words_of(cell))
            if (const auto code = settings::DrawCodes::code_of(codes.skills, word)) skills.insert(*code);
    return {skills.begin(), skills.end()};
}

std::map<std::string, std::set<std::string>> recusals(const InspectorRequest& request) {
    std::map<std::string, std::set<std::string>> by_certificate;
    if (request.recuse.empty()) return by_certificate;
    for (const ListedCode& row : read_code_list(request.recuse)) {
        if (row.certificate.empty())
            throw Refused(request.recuse.string() + " 里代码 " + row.code + " 一行没有执法证号，不知道是谁回避");
        by_certificate[text::fold(row.certificate)].insert(row.code);
    }
    return by_certificate;
}

}  // namespace

std::vector<PoolInspector> freeze_inspectors(records::Portal& portal, records::PrivateStore& persons,
                                             const settings::DrawCodes& codes, const InspectorRequest& request,
                                             const Randomness& random) {
    auto recused = recusals(request);
    std::vector<PoolInspector> pool;
    std::set<std::string> ids;
    for (const Candidate& one : candidates(portal, persons, codes, request)) {
        PoolInspector inspector;
        do inspector.id = random.id(id_characters);
        while (!ids.insert(inspector.id).second);
        inspector.pseudonym = one.facts.pseudonym;
        const std::string salt = random.bytes(salt_bytes);
        std::copy(salt.begin(), salt.end(), inspector.salt.begin());
        inspector.person = draw::person_commitment(one.person.name, one.person.certificate, inspector.salt);
        inspector.department = one.department;
        inspector.skills = skills_of(one.facts, codes);
        inspector.cap = request.cap;
        if (const auto found = recused.find(text::fold(one.person.certificate)); found != recused.end()) {
            inspector.recuse.assign(found->second.begin(), found->second.end());
            recused.erase(found);
        }
        pool.push_back(std::move(inspector));
    }
    if (!recused.empty())
        throw Refused(request.recuse.string() + " 里有不在参加部门人员名录中的执法证号，请核对（共 " +
                      std::to_string(recused.size()) + " 个）");
    std::sort(pool.begin(), pool.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return pool;
}

KnownPersons known_persons(const std::vector<PoolInspector>& inspectors) {
    KnownPersons persons;
    for (const PoolInspector& one : inspectors) persons[one.id] = {one.pseudonym, draw::hex(one.salt), one.person};
    return persons;
}

std::string persons_json(const KnownPersons& persons) {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& [id, one] : persons)
        all.push_back({{"id", id}, {"person", one.person}, {"pseudonym", one.pseudonym}, {"salt", one.salt_hex}});
    return nlohmann::json{{"persons", all}, {"v", "ssj1"}}.dump(1) + "\n";
}

KnownPersons read_persons(const std::string& text) {
    KnownPersons persons;
    try {
        const nlohmann::json json = nlohmann::json::parse(text);
        for (const auto& one : json.at("persons"))
            persons[one.at("id").get<std::string>()] = {one.at("pseudonym").get<std::string>(),
                                                        one.at("salt").get<std::string>(),
                                                        one.at("person").get<std::string>()};
    } catch (const nlohmann::json::exception&) {
        throw Refused("persons.json 已损坏；请从备份（gongshi backup）里取回");
    }
    return persons;
}

}  // namespace draws
