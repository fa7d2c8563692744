// Judging 判断: the rules of one office held against its rows, which stream past once; the answer is one finding for
// each rule, year and department, with the rows behind it. Pure over values: knows neither where rows come from nor
// what of them is shown. The order of rows never changes a finding.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/duties/vocabulary.h"
#include "generator/duties/working_days.h"
#include "records/facts.h"

namespace duties {

/// Rows of one noun and year that a rule keeps; of more only those missing and excepted are kept, each at most so many.
inline constexpr std::size_t most_rows_kept = 20'000;

/// A row of a noun. All views are read during count() only.
struct CountedRow {
    Noun noun{};
    records::Id id = 0;                             // permanent; no two rows of a noun have the same
    std::string_view kind;                          // of its address, e.g. "task"
    std::string_view code, name;                    // of an inspector the pseudonym, never more
    std::span<const records::Id> departments;       // those it belongs to; none: the office's own
    int year = 0;                                   // of objects and inspectors the year of the as-of date
    std::string_view day;                           // ISO, for the month; may be empty
    bool withheld = false;                          // counted, and listed without id, code and name
    std::optional<records::Id> task, draw, object;  // what an exception may name
    std::span<const std::string_view> values;       // by column of the noun (column_index); missing ones are ""
};

struct DeclaredFigure {  // 申报数
    std::string name;
    int year = 0;
    std::optional<records::Id> department;  // none: the whole office
    std::int64_t value = 0;
    std::string as_of, source;
};

struct RuleException {  // 规则例外: rows that belong to one of these are excepted from the rule
    std::string rule;   // code
    std::optional<records::Id> task, draw, object;
    std::string reason;
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
};

struct MonthFigure {
    std::string month;  // YYYY-MM, of CountedRow::day; of deadlines of the due day; "" where there is none
    std::int64_t numerator = 0, denominator = 0;
};

/// Where one duty stands. Figures of rows: denominator = counted + missing, except where numerator and denominator
/// count different things or the denominator is declared; of an upper threshold (≤, =0) the numerator is `missing`,
/// else `counted`. Excepted and open rows are in neither.
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
    std::vector<FindingRow> rows;     // by outcome (missing, excepted, open, counted), day, id
    std::int64_t rows_left_out = 0;
};

class Judge {
  public:
    /// Rules, figures and exceptions of one office; rules that are not judged by a machine are passed over. `calendar`
    /// must outlive the Judge. Where an office registers no report at all, rules on reports are unjudged, not missed.
    Judge(const std::vector<records::RuleFacts>& rules, const WorkingDays& calendar,
          std::vector<DeclaredFigure> figures, std::vector<RuleException> exceptions, std::string_view as_of);
    Judge(Judge&&) noexcept;
    ~Judge();

    /// Whether any rule counts this noun, and whether any reads this column of it: others need not be given.
    bool counts(Noun noun) const;
    bool reads(Noun noun, std::size_t column) const;

    void count(const CountedRow& row);

    /// All findings, by rule (in the order given), year, department (the whole office first). Once.
    std::vector<Finding> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace duties
