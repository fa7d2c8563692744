// What the clerk must see to in the open ledger: withdrawals not yet published, withholdings due for review, objections
// not yet marked or answered. Reads portal.db; nothing of it is published.
#pragma once

#include <string>
#include <vector>

#include "generator/publish/publish.h"
#include "records/portal.h"

namespace publish {

/// The overdue ones first of each sort; as of an ISO day.
std::vector<Concern> ledger_concerns(records::Portal& portal, const std::string& as_of);

}  // namespace publish
