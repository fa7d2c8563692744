// How rules stand, for the clerk before anything is published: the findings of a public.db put in the order in which
// they need a person, with the rows that are missing or excepted. Reads public.db only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

struct DutyRow {  // a row that is missing 缺 or excepted 例外
    std::string kind, code, name, due_on, done_on, reason;
    bool overdue = false;  // 逾期: not done, and its day has passed
    bool late = false;     // 逾期完成: done after its day
};
struct Duty {                                     // one rule of one office, or of one of its departments, in one year
    std::string office, office_name, department;  // names; department empty: the whole office
    std::string rule, clause, requirement;
    int year = 0;
    std::string state, reason, final_on;
    std::optional<std::int64_t> numerator, denominator;
    std::int64_t missing = 0, excepted = 0, open = 0;
    std::int64_t overdue = 0, late = 0;  // of the missing ones
    bool provisional = false;            // 暂定
    bool only_shown = false;             // 只公布数字: no threshold, nothing to miss
    bool missed = false;                 // 已经错过: not met this year and final, or something is overdue
    std::vector<DutyRow> missing_rows;   // all that the finding kept, overdue first; of a whole office only
    std::vector<DutyRow> excepted_rows;  // likewise
};

struct DutyReport {
    std::vector<Duty> duties;            // overdue, then not met, cannot be judged, not due, met
    std::int64_t missed = 0;             // of whole offices
    std::int64_t unsettled = 0;          // of whole offices this year: cannot be judged, or provisional
    std::vector<std::string> no_figure;  // 没有申报数: one sentence each
};

/// `as_of` is ISO.
DutyReport duty_report(const std::filesystem::path& public_db, std::string_view as_of);

}  // namespace publish
