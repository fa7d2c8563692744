// The withdrawals 撤回 of a projection, found by the fact they take back. Values; knows no SQL.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "records/portal.h"

namespace publish {

class Withdrawals {
  public:
    Withdrawals() = default;
    Withdrawals(records::Portal& portal, records::Portal::Which which) {
        for (const records::Portal::WithdrawalFacts& one : portal.withdrawals(which))
            by_fact_[{one.kind, one.fact}] = one;
    }
    /// The withdrawal of a fact by its table and permanent id, nullptr when it stands.
    const records::Portal::WithdrawalFacts* find(std::string_view table, records::Id fact) const {
        if (by_fact_.empty()) return nullptr;
        const auto found = by_fact_.find({std::string(table), fact});
        return found == by_fact_.end() ? nullptr : &found->second;
    }

  private:
    std::map<std::pair<std::string, records::Id>, records::Portal::WithdrawalFacts> by_fact_;
};

}  // namespace publish
