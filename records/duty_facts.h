// What rules are judged with besides the facts themselves: declared figures, exceptions, reports handed in. Master data
// of portal.db, kept up to date by the clerk's sheets. Knows no SQL and no rule.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "records/facts.h"

namespace records {

struct DeclaredFigure {        // 申报数：a count that the office declares because the portal cannot count it
    std::string office, name;  // e.g. 上年底企业数
    int year = 0;
    std::string department;  // name, empty: of the whole office
    std::int64_t value = 0;
    std::string as_of, source;  // 截至日期, 来源
    std::string note;
    bool operator==(const DeclaredFigure&) const = default;
};

struct RuleException {         // 规则例外：one case that a rule's exception covers, with its reason
    std::string office, rule;  // code of the rule
    std::string kind;          // task, draw or object
    Id record = 0;             // permanent id
    std::string reason, basis, decided_on;
    bool operator==(const RuleException&) const = default;
};

struct HandedInReport {        // 报送记录：a report that was handed in
    std::string office, name;  // 月报 季报 年报 总结 …
    std::string period;        // 2026-10, 2026-Q3, 2026; empty with a task
    Id task = 0;               // 0: of a period
    std::string department;    // name, empty: the office's own
    std::string submitted_on, document;
    bool operator==(const HandedInReport&) const = default;
};

}  // namespace records
