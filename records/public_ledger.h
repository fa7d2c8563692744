// Values of public.db about how rules are kept and how records came to what they are: findings 规则的进度, the log
// 公开日志, corrections 更正, statements 企业陈述, objections 异议. Knows no SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "records/facts.h"

namespace records {

/// What a record's page must say about how it came about.
struct Standing {                                // 更正与撤回
    std::vector<std::string> corrected;          // one sentence a former row: 更正 reason
    std::string withdrawn_on, withdrawn_reason;  // a tombstone keeps only number, date and reason
    std::string expired_on;                      // 公示期满: likewise
};

struct Due {                   // 期限
    std::string on;            // due date, empty: no rule gives one
    std::string clause;        // document and clause
    bool provisional = false;  // 暂定: past the last loaded calendar year
    std::string state;         // met late overdue open unknown
};

struct PublicDeclaredFigure {  // 申报数
    Id id = 0;
    std::string office, name;
    int year = 0;
    Id department = 0;  // 0: the whole office
    std::int64_t value = 0;
    std::string as_of, source, note;
};

struct PublicFinding {  // 规则的进度: one rule of one office, or of one of its departments, in one year
    Id id = 0;
    std::string office, rule;  // rule: its code
    Id department = 0;         // 0: the whole office
    int year = 0;
    std::string state;   // met 达到, not_met 未达到, not_due 未到期, unjudged 不能判断
    std::string reason;  // why it cannot be judged
    std::optional<Id> numerator, denominator;  // empty: nothing to count
    Id declared = 0;                           // the denominator is this declared figure; 0: counted
    std::int64_t excepted = 0;                 // 例外
    std::int64_t open = 0;                     // 未到期
    bool provisional = false;                  // 暂定
    std::string final_on;                      // 判断日: until then the state may change; empty: judged at any time
    std::int64_t rows_left_out = 0;            // counted rows too many to be listed
};
struct FindingMonth {
    Id finding = 0;
    std::string month;  // YYYY-MM
    std::int64_t numerator = 0, denominator = 0;
};
struct FindingRow {  // 所计的一行
    Id id = 0;
    Id finding = 0;
    std::string kind;  // task item item_list_edition plan_edition draw drawn_object object visit result follow_up
                       // inspector report withheld
    Id record = 0;     // permanent id of what has the page, 0: none
    std::string code, name;
    Id department = 0;
    std::string day;
    std::string outcome;  // counted 达到, missing 缺, excepted 例外, open 未到期
    std::string reason;   // of an exception
    std::string due_on, done_on;
};

struct PublicPublication {  // 一次发布
    Id id = 0;
    std::string as_of;
};
struct PublicChange {  // 公开日志的一条
    Id id = 0;
    Id publication = 0;  // 0: it came with a day
    std::string changed_on;
    std::string action;  // published corrected withdrawn voided expired stated objected answered
    std::string kind;
    std::string office;  // empty: of no office
    Id record = 0;       // 0: several
    std::string title;
    std::int64_t count = 1;
    std::string reason;
};
struct PublicCorrection {  // 更正: one value of a record, before and after, in the words of the pages
    Id id = 0;
    std::string kind;  // plan_edition item_list_edition draw result follow_up penalty object
    Id record = 0;     // permanent id; of an edition that of the edition
    Id part = 0;  // the row it stands in: EditionRow::id of an edition, DrawnObject::id of a draw; 0: the record's own
    std::string corrected_on, reason;
    std::string field;  // empty: what was changed is not for disclosure
    std::string before, after;
};
struct PublicStatement {  // 企业陈述，未经核实
    Id id = 0;
    Id object = 0, result = 0;  // result 0: none
    std::string received_on, body;
    Standing standing;
};
struct PublicObjection {  // 异议
    Id id = 0;
    std::string receipt, kind;
    Id record = 0;
    Id object = 0;       // 0: of no enterprise with a page
    std::string office;  // empty: unknown
    std::string received_on, marked_on;
    Due due;  // of the mark
    std::string ground, answered_on, outcome;
};

}  // namespace records
