// The columns of versioned master data 名录, listed as in fact_columns.h: no corrections, a batch overwrites. `unique`
// names the columns that identify a row, `key` is the same as one text. Seen only inside records/.
#pragma once

#include <string_view>

#include "records/duty_facts.h"

namespace records {

struct CalendarTable {
    using Facts = CalendarDay;
    static constexpr std::string_view name = "calendar_day";
    static constexpr std::string_view unique = "day, area";
    static constexpr std::string_view key = "day||'|'||area";
    static constexpr bool has_id = false;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("day", row.day);
        visit.column("area", row.area);
        visit.column("kind", row.kind);
        visit.column("name", row.name);
        visit.column("notice", row.notice);
        visit.column("year", row.year);
    }
};
struct RuleTable {
    using Facts = RuleFacts;
    static constexpr std::string_view name = "rule";
    static constexpr std::string_view unique = "office, code";
    static constexpr std::string_view key = "office||'|'||code";
    static constexpr bool has_id = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("office", row.office);
        visit.column("code", row.code);
        visit.column("document", row.document);
        visit.column("document_number", row.document_number);
        visit.column("clause", row.clause);
        visit.column("requirement", row.requirement);
        visit.column("kind", row.kind);
        visit.column("subject", row.subject);
        visit.column("start_event", row.start_event);
        visit.column("length", row.length);
        visit.column("unit", row.unit);
        visit.column("fixed_date", row.fixed_date);
        visit.column("numerator", row.numerator);
        visit.column("denominator", row.denominator);
        visit.column("threshold", row.threshold);
        visit.column("exception", row.exception);
        visit.column("excepted", row.excepted);
        visit.column("effective_on", row.effective_on);
        visit.column("ended_on", row.ended_on);
        visit.column("machine_judged", row.machine_judged);
    }
};
struct DeclaredFigureTable {
    using Facts = DeclaredFigure;
    static constexpr std::string_view name = "declared_figure";
    static constexpr std::string_view unique = "office, name, year, department";
    static constexpr std::string_view key = "office||'|'||name||'|'||year||'|'||department";
    static constexpr bool has_id = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("office", row.office);
        visit.column("name", row.name);
        visit.column("year", row.year);
        visit.column("department", row.department);
        visit.column("value", row.value);
        visit.column("as_of", row.as_of);
        visit.column("source", row.source);
        visit.column("note", row.note);
    }
};
struct RuleExceptionTable {
    using Facts = RuleException;
    static constexpr std::string_view name = "rule_exception";
    static constexpr std::string_view unique = "office, rule, kind, record";
    static constexpr std::string_view key = "office||'|'||rule||'|'||kind||'|'||record";
    static constexpr bool has_id = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("office", row.office);
        visit.column("rule", row.rule);
        visit.column("kind", row.kind);
        visit.column("record", row.record);
        visit.column("reason", row.reason);
        visit.column("basis", row.basis);
        visit.column("decided_on", row.decided_on);
    }
};
struct HandedInReportTable {
    using Facts = HandedInReport;
    static constexpr std::string_view name = "handed_in_report";
    static constexpr std::string_view unique = "office, name, period, task, department";
    static constexpr std::string_view key = "office||'|'||name||'|'||period||'|'||task||'|'||department";
    static constexpr bool has_id = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("office", row.office);
        visit.column("name", row.name);
        visit.column("period", row.period);
        visit.column("task", row.task);
        visit.column("department", row.department);
        visit.column("submitted_on", row.submitted_on);
        visit.column("document", row.document);
    }
};
struct InspectorTable {
    using Facts = InspectorFacts;
    static constexpr std::string_view name = "inspector";
    static constexpr std::string_view unique = "pseudonym";
    static constexpr std::string_view key = "pseudonym";
    static constexpr bool has_id = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("pseudonym", row.pseudonym);
        visit.column("office", row.office);
        visit.column("department", row.department);
        visit.column("qualification", row.qualification);
        visit.column("fields", row.fields);
        visit.column("skills", row.skills);
        visit.column("expert", row.expert);
        visit.column("status", row.status);
    }
};

}  // namespace records
