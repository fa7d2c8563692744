// Findings 判断结果: where one duty of an office stands, with the rows behind it. Values only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/facts.h"

namespace duties {

/// Rows of one noun and year that a rule keeps; of more only those missing and excepted are kept, each at most so many.
inline constexpr std::size_t most_rows_kept = 20'000;

struct DeclaredFigure {  // 申报数
    std::string name;
    int year = 0;
    std::optional<records::Id> department;  // none: the whole office
    std::int64_t value = 0;
    std::string as_of, source;
    bool operator==(const DeclaredFigure&) const = default;
};

enum class Standing : std::uint8_t {
    met /* 达到 */,
    not_met /* 未达到 */,
    not_due /* 未到期 */,
    unjudged /* 不能判断 */
};
enum class Outcome : std::uint8_t { counted /* 已达到 */, missing /* 缺 */, excepted /* 例外 */, open /* 未到期 */ };
std::string_view name_of(Standing standing);  // met not_met not_due unjudged
std::string_view name_of(Outcome outcome);    // counted missing excepted open

struct FindingRow {
    std::string kind;    // as CountedRow; "report" for a report that is due
    records::Id id = 0;  // 0: withheld, or a report that is not there
    std::string code, name;
    std::vector<records::Id> departments;
    std::string day;
    Outcome outcome{};
    std::string reason;           // of an exception; of a withheld row 不予公开
    std::string due_on, done_on;  // of deadlines; ISO
    bool provisional = false;     // due_on is 暂定
    bool withheld = false;
    bool operator==(const FindingRow&) const = default;
};

struct MonthFigure {
    std::string month;  // YYYY-MM, of CountedRow::day; of deadlines of the due day; "" where there is none
    std::int64_t numerator = 0, denominator = 0;
    bool operator==(const MonthFigure&) const = default;
};

/// Where one duty stands. Where the denominator is rows, it is counted + missing. Of an upper threshold (≤, <, =0) the
/// rows of the numerator are the missing ones, they speak against the duty; else the counted ones. Excepted and open
/// rows are in neither figure. A ratio without a threshold is only shown: unjudged.
struct Finding {
    std::string rule;                       // code
    std::optional<records::Id> department;  // none: the whole office
    int year = 0;
    Standing standing{};
    std::string reason;  // Chinese; of unjudged always
    std::int64_t numerator = 0;
    std::optional<std::int64_t> denominator;
    std::optional<DeclaredFigure> declared;  // the one that is numerator or denominator
    bool upper = false;                      // the threshold is an upper one
    std::int64_t counted = 0, missing = 0, excepted = 0, open = 0, withheld = 0;
    bool provisional = false;         // a day in it is counted through a year without a notice
    std::string final_day;            // ISO; empty: judged at any time
    std::vector<MonthFigure> months;  // in order
    std::vector<FindingRow> rows;     // by outcome (missing, excepted, open, counted), day, id; of the whole office's
                                      // finding only, a department's are those of it that name the department
    std::int64_t rows_left_out = 0;
    bool operator==(const Finding&) const = default;
};

}  // namespace duties
