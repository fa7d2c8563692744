// Any text as an expression, a threshold, a fixed date and a period of a rule row.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "generator/duties/fixed_dates.h"
#include "generator/duties/judging.h"
#include "generator/duties/rule_language.h"
#include "generator/duties/rule_rows.h"
#include "generator/duties/thresholds.h"

namespace {

/// What was read is read again from its standard spelling.
template <typename Read, typename Write>
void read_again(std::string_view text, Read read, Write write) {
    const auto once = read(text);
    if (const auto* wrong = std::get_if<duties::Unreadable>(&once)) {
        if (wrong->reason.empty() || wrong->at == 0 || wrong->sentence().empty()) std::abort();
        return;
    }
    const std::string standard = write(std::get<0>(once));
    const auto twice = read(standard);
    if (twice.index() != 0 || !(std::get<0>(twice) == std::get<0>(once))) std::abort();
    if (write(std::get<0>(twice)) != standard) std::abort();
}

/// Its lines as the cells of one rule row: what the reader accepts is judged, what it refuses says why.
void judge(std::string_view text) {
    records::RuleFacts rule;
    rule.code = "1";
    rule.length = 7;
    rule.machine_judged = true;
    for (std::string* cell : {&rule.kind, &rule.subject, &rule.start_event, &rule.unit, &rule.fixed_date,
                              &rule.numerator, &rule.denominator, &rule.excepted, &rule.threshold}) {
        const std::size_t end = text.find('\n');
        *cell = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    for (const duties::RuleProblem& problem : duties::read_rule(rule).problems)
        if (problem.field.empty() || problem.reason.empty()) std::abort();
    const duties::WorkingDays calendar({}, "");
    duties::Judge judge({rule}, calendar, {}, {}, "2026-11-20");
    for (std::size_t noun = 0; noun < duties::nouns; ++noun) {
        duties::CountedRow row;
        row.noun = static_cast<duties::Noun>(noun);
        row.id = 1;
        row.year = 2026;
        const std::vector<std::string_view> values(duties::table_of(row.noun).columns.size(), "2026-03-01");
        row.values = values;
        judge.count(row);
    }
    judge.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_again(text, duties::read_expression, [](const duties::Expression& read) { return duties::to_text(read); });
    read_again(text, duties::read_threshold, [](const duties::Threshold& read) { return duties::to_text(read); });
    read_again(text, duties::read_fixed_dates, [](const std::string& read) { return read; });
    const auto expression = duties::read_expression(text);
    if (const auto* read = std::get_if<duties::Expression>(&expression)) {
        const std::vector<std::string_view> values(duties::table_of(read->noun).columns.size(), text.substr(0, 20));
        duties::satisfies(read->conditions, read->noun, values);
    }
    judge(text);
    duties::names_period(text, duties::Period{2026, 2, false, "2026-06-20"});
    return 0;
}
