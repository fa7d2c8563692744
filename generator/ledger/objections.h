// Objections 异议 to a published record: received with a receipt number, marked beside the record by the next publish
// within one working day, answered. Nothing about who objects is stored: the ground is in the office's words.
#pragma once

#include <string>
#include <vector>

#include "generator/ledger/named_fact.h"
#include "records/portal.h"

namespace ledger {

struct ObjectionRequest {
    std::string kind, number;  // of the record
    std::string received_on;
    std::string ground;  // public
    std::string office;  // area code; needed where the record's is not known
    std::string by, as_of;
};
struct AnswerRequest {
    std::string receipt;
    std::string outcome;  // 成立 部分成立 不成立
    std::string words;    // public
    std::string answered_on;
    std::string by, as_of;
};

/// Adds the receipt as a draft and gives its number: area code, day and the day's serial, 999901-20261103-001. Throws
/// settings::Unusable when there is no such published record or a text or day is not usable.
std::string add_objection(records::Portal& portal, const ObjectionRequest& request);

/// Adds the answer as a draft. Throws settings::Unusable when there is no such receipt, it is answered already, or a
/// text or day is not usable.
void answer_objection(records::Portal& portal, const AnswerRequest& request);

struct Objection {
    std::string receipt;
    NamedFact fact;
    std::string received_on, ground, marked_on;  // marked_on: the day of its publication, empty: a draft
    std::string due_on;                          // of the mark: the first working day after the receipt
    bool provisional = false;
    std::string state;  // of the mark: met late open overdue
    std::string answered_on, outcome;
};
/// All, by receipt number, with the clock of the mark as of a day.
std::vector<Objection> objections(records::Portal& portal, const std::string& as_of);

}  // namespace ledger
