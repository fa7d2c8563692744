// Offices, departments and the versioned master data 名录 of portal.db.
#include <fmt/format.h>

#include "records/fact_sql.h"
#include "records/master_columns.h"
#include "records/portal_connection.h"
#include "text/fold.h"

namespace records {
namespace {

// Every column besides the facts' own.
template <typename Table>
std::vector<std::string> all_columns() {
    std::vector<std::string> names = visited<Table, StoredColumns>().names;
    names.push_back("batch");
    if (Table::has_id) names.push_back("id");
    return names;
}

// The texts of `pattern` with {0} = each name, joined by commas.
std::string each_name(const std::vector<std::string>& names, std::string_view pattern) {
    std::string text;
    for (const std::string& name : names) {
        if (!text.empty()) text += ", ";
        text += fmt::format(fmt::runtime(pattern), name);
    }
    return text;
}

template <typename Table>
std::string names() {
    return each_name(visited<Table, StoredColumns>().names, "{0}");
}

template <typename Table>
std::optional<typename Table::Facts> read_master(SqlConnection& sql, const std::string& key) {
    static const std::string text =
        fmt::format("SELECT {} FROM {} WHERE {}=?", names<Table>(), Table::name, Table::key);
    Query query(sql, text, key);
    if (!query.next()) return std::nullopt;
    typename Table::Facts facts;
    Table::columns(facts, ReadColumns{query});
    return facts;
}

template <typename Table>
std::vector<typename Table::Facts> all_masters(SqlConnection& sql) {
    std::vector<typename Table::Facts> all;
    Query query(sql, fmt::format("SELECT {} FROM {} ORDER BY {}", names<Table>(), Table::name, Table::unique));
    while (query.next()) Table::columns(all.emplace_back(), ReadColumns{query});
    return all;
}

// Writes a row over the former one and remembers that one; false when nothing would change.
template <typename Table>
bool put_master(SqlConnection& sql, Id batch, const std::string& key, const typename Table::Facts& facts) {
    if (read_master<Table>(sql, key) == facts) return false;
    static const std::string remember = fmt::format(
        "INSERT INTO master_change(batch, kind, key, before) "
        "VALUES(?, ?, ?, (SELECT json_object({}) FROM {} WHERE {}=?))",
        each_name(all_columns<Table>(), "'{0}', {0}"), Table::name, Table::key);
    static const std::vector<std::string> columns = visited<Table, StoredColumns>().names;
    static const std::string write = fmt::format(
        "INSERT INTO {}({}, batch) VALUES({}, ?) ON CONFLICT({}) DO UPDATE SET {}, batch=excluded.batch", Table::name,
        names<Table>(), each_name(columns, "?"), Table::unique, each_name(columns, "{0}=excluded.{0}"));
    sql.atomically([&] {
        Query(sql, remember, batch, Table::name, key, key).run();
        Query query(sql, write);
        Table::columns(facts, BindColumns{query});
        query.bind(batch).run();
    });
    return true;
}

// Sets the row of one change back to `before`, or removes it when there was none.
template <typename Table>
void restore(SqlConnection& sql, const std::string& key, const std::optional<std::string>& before) {
    Query(sql, fmt::format("DELETE FROM {} WHERE {}=?", Table::name, Table::key), key).run();
    if (!before) return;
    const std::vector<std::string> columns = all_columns<Table>();
    Query(sql,
          fmt::format("INSERT INTO {}({}) SELECT {} FROM (SELECT ? AS before)", Table::name, each_name(columns, "{0}"),
                      each_name(columns, "json_extract(before, '$.{0}')")),
          *before)
        .run();
}

}  // namespace

void restore_masters(SqlConnection& sql, Id batch) {
    struct Change {
        std::string kind, key;
        std::optional<std::string> before;
    };
    std::vector<Change> changes;
    {
        Query query(sql, "SELECT kind, key, before FROM master_change WHERE batch=? ORDER BY id DESC", batch);
        while (query.next())
            changes.push_back({query.text(0), query.text(1),
                               query.is_null(2) ? std::nullopt : std::optional<std::string>(query.text(2))});
    }
    for (const Change& change : changes) {
        if (change.kind == CalendarTable::name) restore<CalendarTable>(sql, change.key, change.before);
        if (change.kind == RuleTable::name) restore<RuleTable>(sql, change.key, change.before);
        if (change.kind == InspectorTable::name) restore<InspectorTable>(sql, change.key, change.before);
        if (change.kind == DeclaredFigureTable::name) restore<DeclaredFigureTable>(sql, change.key, change.before);
        if (change.kind == RuleExceptionTable::name) restore<RuleExceptionTable>(sql, change.key, change.before);
        if (change.kind == HandedInReportTable::name) restore<HandedInReportTable>(sql, change.key, change.before);
    }
    Query(sql, "DELETE FROM master_change WHERE batch=?", batch).run();
}

void Portal::put_office(const Office& office) {
    Query(connection_->sql,
          "INSERT INTO office(area, name, parent, level, issuer) VALUES(?, ?, ?, ?, ?) ON CONFLICT(area) DO UPDATE SET "
          "name=excluded.name, parent=excluded.parent, level=excluded.level, issuer=excluded.issuer",
          office.area, office.name, office.parent, office.level, office.issuer)
        .run();
}

std::vector<Office> Portal::offices() {
    std::vector<Office> all;
    Query query(connection_->sql, "SELECT area, name, coalesce(parent, ''), level, issuer FROM office ORDER BY area");
    while (query.next()) all.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)});
    return all;
}

Id Portal::department(std::string_view office, std::string_view name) {
    if (const auto found = find_department(office, name)) return *found;
    Query(connection_->sql, "INSERT INTO department(office, name, folded) VALUES(?, ?, ?)", office, name,
          text::fold(name))
        .run();
    return connection_->sql.last_id();
}

std::optional<Id> Portal::find_department(std::string_view office, std::string_view name) {
    return one_integer(connection_->sql, "SELECT id FROM department WHERE office=? AND folded=?", office,
                       text::fold(name));
}

std::vector<Department> Portal::departments() {
    std::vector<Department> all;
    Query query(connection_->sql, "SELECT id, office, name FROM department ORDER BY id");
    while (query.next()) all.push_back({query.integer(0), query.text(1), query.text(2)});
    return all;
}

bool Portal::put_calendar_day(Id batch, const CalendarDay& day) {
    return put_master<CalendarTable>(connection_->sql, batch, day.day + "|" + day.area, day);
}
std::vector<CalendarDay> Portal::calendar() {
    return all_masters<CalendarTable>(connection_->sql);
}

bool Portal::put_rule(Id batch, const RuleFacts& rule) {
    return put_master<RuleTable>(connection_->sql, batch, rule.office + "|" + rule.code, rule);
}
std::vector<RuleFacts> Portal::rules() {
    return all_masters<RuleTable>(connection_->sql);
}

bool Portal::put_declared_figure(Id batch, const DeclaredFigure& figure) {
    return put_master<DeclaredFigureTable>(
        connection_->sql, batch, fmt::format("{}|{}|{}|{}", figure.office, figure.name, figure.year, figure.department),
        figure);
}
std::vector<DeclaredFigure> Portal::declared_figures() {
    return all_masters<DeclaredFigureTable>(connection_->sql);
}

bool Portal::put_rule_exception(Id batch, const RuleException& exception) {
    return put_master<RuleExceptionTable>(
        connection_->sql, batch,
        fmt::format("{}|{}|{}|{}", exception.office, exception.rule, exception.kind, exception.record), exception);
}
std::vector<RuleException> Portal::rule_exceptions() {
    return all_masters<RuleExceptionTable>(connection_->sql);
}

bool Portal::put_handed_in_report(Id batch, const HandedInReport& report) {
    return put_master<HandedInReportTable>(
        connection_->sql, batch,
        fmt::format("{}|{}|{}|{}|{}", report.office, report.name, report.period, report.task, report.department),
        report);
}
std::vector<HandedInReport> Portal::handed_in_reports() {
    return all_masters<HandedInReportTable>(connection_->sql);
}

bool Portal::put_inspector(Id batch, const InspectorFacts& inspector) {
    return put_master<InspectorTable>(connection_->sql, batch, inspector.pseudonym, inspector);
}
std::vector<InspectorFacts> Portal::inspectors() {
    return all_masters<InspectorTable>(connection_->sql);
}

}  // namespace records
