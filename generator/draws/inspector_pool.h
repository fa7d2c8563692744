// Freezing the inspectors 执法检查人员 a draw is made from: under ids that are fresh for this draw, with their skills,
// how many visits each may get and whom they may not visit. Names and certificate numbers go into a hash only.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "draw/package.h"
#include "generator/draws/needs.h"
#include "generator/draws/randomness.h"
#include "records/portal.h"
#include "records/private_store.h"

namespace draws {

struct PoolInspector {
    std::string id;                   // fresh
    std::string pseudonym;            // of the portal: leads to the name in private.db
    draw::Salt salt{};                // of the person's hash: shown with the certificate at the door
    std::string person;               // 64 hex
    std::string department;           // code
    std::vector<std::string> skills;  // codes, ascending
    int cap = 0;
    std::vector<std::string> recuse;  // object codes, ascending
};

struct InspectorRequest {
    std::string office;
    std::vector<Need> needs;       // whose departments come into the pool
    int cap = 0;                   // most visits of one person
    std::filesystem::path recuse;  // list of 执法证号 and 代码; empty: none
};

/// Ascending by id; in office (在岗) ones of the departments that are needed. Throws Refused when somebody has no
/// certificate number or a certificate of the list is nobody's.
std::vector<PoolInspector> freeze_inspectors(records::Portal& portal, records::PrivateStore& persons,
                                             const settings::DrawCodes& codes, const InspectorRequest& request,
                                             const Randomness& random);

/// Who a fresh id is, and the salt of the person's hash.
struct KnownPerson {
    std::string pseudonym, salt_hex, person;
};
using KnownPersons = std::map<std::string, KnownPerson>;  // by fresh id
KnownPersons known_persons(const std::vector<PoolInspector>& inspectors);

/// The secret file persons.json, and back. Throws Refused when it is damaged.
std::string persons_json(const KnownPersons& persons);
KnownPersons read_persons(const std::string& json);

}  // namespace draws
