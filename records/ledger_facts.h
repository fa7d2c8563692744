// What stands beside a record in the open ledger: what an enterprise says about it, and objections to it. Facts of
// portal.db. Knows no SQL and not what is public.
#pragma once

#include <string>

#include "records/facts.h"

namespace records {

struct StatementFacts {  // 企业陈述：published beside the result, not verified
    Id id = 0;
    Id object = 0;
    std::optional<Id> result;  // none: about the enterprise's records in general
    std::string received_on, body;
    std::string disclosure;
    std::optional<Correction> correction;
};

struct ObjectionFacts {  // 异议的一步：receipt, or the answer to it; each step is a row of its own key
    Id id = 0;
    std::string receipt;  // 受理编号, the same in all steps
    std::string event;    // received 受理, answered 答复
    std::string kind;     // the table of the fact objected to: result, follow_up, penalty, draw_record, plan_edition
    Id fact = 0;          // its permanent id
    std::string received_on, answered_on;
    std::string ground;   // 异议事由, in the office's words; public
    std::string outcome;  // 成立 部分成立 不成立, with a sentence
    std::string disclosure;
    std::optional<Correction> correction;
};

}  // namespace records
