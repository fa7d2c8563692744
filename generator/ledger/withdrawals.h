// Withdrawals 撤回: taking a published record off the site, with its public reason, within three working days of the
// decision (行政处罚法 第四十八条, 市场监督管理行政处罚信息公示规定 第十一条). A draft batch like others: undo takes it
// back, the next publish carries it out. What is left of the record is decided in generator/publish.
#pragma once

#include <string>
#include <vector>

#include "generator/ledger/named_fact.h"
#include "records/portal.h"

namespace ledger {

struct WithdrawRequest {
    std::string kind, number;
    std::string reason;      // public
    std::string decided_on;  // ISO; empty: as_of
    std::string by, as_of;
};
struct Withdrawal {
    NamedFact fact;
    records::Portal::WithdrawalFacts facts;
    std::string due_on;  // the third working day after the decision
    bool provisional = false;
    std::string state;  // met late open overdue
};

/// Adds the withdrawal as a draft and gives what was withdrawn. Throws settings::Unusable when there is no such
/// published record, it is withdrawn already, it is a committed draw, or a text or day is not usable.
Withdrawal withdraw(records::Portal& portal, const WithdrawRequest& request);

/// All withdrawals but those of attachments, with their clocks as of a day; drafts have no publication.
std::vector<Withdrawal> withdrawals(records::Portal& portal, const std::string& as_of);

}  // namespace ledger
