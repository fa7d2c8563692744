// A small office for tests of judging: rows with named columns, and rules in the words of the sheet.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/duties/judging.h"

namespace tests {

/// One row to count, with its values by the key of the column.
struct OfficeRow {
    duties::Noun noun{};
    records::Id id = 0;
    std::map<std::string, std::string> values = {};
    int year = 2026;
    std::string day = {};
    std::vector<records::Id> departments = {};
    std::optional<records::Id> task = {}, draw = {}, object = {};
    bool withheld = false;
};

inline void count(duties::Judge& judge, const OfficeRow& row) {
    std::vector<std::string_view> values(duties::table_of(row.noun).columns.size());
    for (const auto& [key, value] : row.values) values[duties::column_index(row.noun, key)] = value;
    const std::string kind(duties::table_of(row.noun).key), name = kind + " " + std::to_string(row.id);
    duties::CountedRow counted;
    counted.noun = row.noun;
    counted.id = row.id;
    counted.kind = kind;
    counted.name = name;
    counted.departments = row.departments;
    counted.year = row.year;
    counted.day = row.day;
    counted.withheld = row.withheld;
    counted.task = row.task;
    counted.draw = row.draw;
    counted.object = row.object;
    counted.values = values;
    judge.count(counted);
}

/// A rule on a figure.
inline records::RuleFacts figure_rule(const std::string& code, const std::string& numerator,
                                      const std::string& denominator, const std::string& threshold,
                                      const std::string& fixed_date = "") {
    records::RuleFacts rule;
    rule.code = code;
    rule.kind = "比例";
    rule.numerator = numerator;
    rule.denominator = denominator;
    rule.threshold = threshold;
    rule.fixed_date = fixed_date;
    rule.machine_judged = true;
    return rule;
}

/// A rule on a period of working days.
inline records::RuleFacts period_rule(const std::string& code, const std::string& subject, const std::string& event,
                                      int working_days) {
    records::RuleFacts rule;
    rule.code = code;
    rule.kind = "期限";
    rule.subject = subject;
    rule.start_event = event;
    rule.length = working_days;
    rule.unit = "工作日";
    rule.machine_judged = true;
    return rule;
}

/// A rule on a fixed date.
inline records::RuleFacts date_rule(const std::string& code, const std::string& subject,
                                    const std::string& fixed_date) {
    records::RuleFacts rule;
    rule.code = code;
    rule.kind = "期限";
    rule.subject = subject;
    rule.unit = "固定日期";
    rule.fixed_date = fixed_date;
    rule.machine_judged = true;
    return rule;
}

/// The findings of rules on rows; 2026's notice has no day off.
struct Judgement {
    std::vector<records::RuleFacts> rules;
    std::vector<OfficeRow> rows;
    std::string as_of = "2026-11-20";
    std::vector<duties::DeclaredFigure> figures = {};
    std::vector<duties::RuleException> exceptions = {};
    bool notices = true;

    std::vector<duties::Finding> findings() const {
        std::vector<records::CalendarDay> days;
        for (int year = 2024; notices && year <= 2027; ++year)
            days.push_back({std::to_string(year) + "-01-01", "", "off", "元旦", "", year});
        const duties::WorkingDays calendar(days, "");
        duties::Judge judge(rules, calendar, figures, exceptions, as_of);
        for (const OfficeRow& row : rows) count(judge, row);
        return judge.finish();
    }
    /// The finding of the whole office for the year.
    duties::Finding whole(int year = 2026) const {
        for (const duties::Finding& finding : findings())
            if (!finding.department && finding.year == year) return finding;
        return {};
    }
};

}  // namespace tests
