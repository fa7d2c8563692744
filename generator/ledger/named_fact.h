// A record as a clerk names it on the command line: a kind and the number of its address. Knows portal.db, not what is
// public of the record.
#pragma once

#include <string>
#include <vector>

#include "records/portal.h"

namespace ledger {

struct NamedFact {
    std::string kind;           // as typed: result follow-up penalty draw plan item-list statement
    std::string number;         // as in the address: 12, or 3/1 for an edition
    std::string table;          // of portal.db
    records::Id fact = 0;       // its permanent id there
    std::string office;         // area code; empty: of none that is known
    bool published = false;     // seen by the public, at least once
    std::string words() const;  // 第12号检查结果
};

/// The kinds, in the order of the help.
const std::vector<std::string>& fact_kinds();

/// Finds the record, drafts too. Throws settings::Unusable when the kind or the number is none.
NamedFact find_fact(records::Portal& portal, const std::string& kind, const std::string& number);
/// The reverse, for lists: what a withdrawal or an objection names.
NamedFact name_of(records::Portal& portal, const std::string& table, records::Id fact);

/// Throws settings::Unusable unless `text` is one line of UTF-8 without control or direction characters, not blank and
/// at most `most` bytes; `missing` says what to write.
void check_line(const std::string& text, std::size_t most, const std::string& missing);
/// Throws settings::Unusable unless `iso` is a day and not after `as_of`; `option` names it.
void check_day(const std::string& iso, const std::string& as_of, const std::string& option);

}  // namespace ledger
