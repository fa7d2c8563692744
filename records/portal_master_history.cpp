// What became of rules, declared figures and rule exceptions, publication by publication: master_change keeps the row
// that each batch wrote over.
#include <fmt/format.h>

#include "records/fact_sql.h"
#include "records/master_columns.h"
#include "records/portal_connection.h"

namespace records {
namespace {

/// The columns of the row as a change left it: what the next change wrote over, or the row itself.
template <typename Table>
std::string columns_left() {
    std::string text;
    for (const std::string& name : visited<Table, StoredColumns>().names)
        text +=
            fmt::format(", CASE WHEN next.id IS NULL THEN row.{0} ELSE json_extract(next.before, '$.{0}') END", name);
    return text;
}

/// The stamp first, then the columns of the facts.
template <typename Table>
std::string changes_of(Portal::Which which) {
    return fmt::format(
        "SELECT {0}, row.id, coalesce(b.publication, 0), coalesce(p.as_of, ''), coalesce(CASE WHEN "
        "json_valid(b.context) THEN json_extract(b.context, '$.hide_former') END, 0) FROM master_change m "
        "JOIN (SELECT {1} AS named, * FROM {2}) row ON row.named=m.key JOIN batch b ON b.id=m.batch "
        "LEFT JOIN publication p ON p.id=b.publication LEFT JOIN master_change next ON next.id="
        "(SELECT min(later.id) FROM master_change later WHERE later.kind=m.kind AND later.key=m.key AND later.id>m.id) "
        "WHERE m.kind='{2}'{3} ORDER BY row.id, m.id",
        columns_left<Table>().substr(2), Table::key, Table::name,
        which == Portal::Which::published ? " AND b.publication IS NOT NULL" : "");
}

template <typename Table>
void each_history_of(SqlConnection& sql, Portal::Which which,
                     const Portal::UseMasterHistory<typename Table::Facts>& use) {
    Query query(sql, changes_of<Table>(which));
    const int at = query.columns() - 4;
    std::vector<FactState<typename Table::Facts>> states;
    Id id = 0;
    while (query.next()) {
        if (query.integer(at) != id && !states.empty()) use(id, states), states.clear();
        id = query.integer(at);
        FactState<typename Table::Facts> state;
        Table::columns(state.facts, ReadColumns{query});
        state.stamp = {query.integer(at + 1), query.text(at + 2), "", query.integer(at + 3) != 0};
        if (!states.empty() && states.back().stamp.publication == state.stamp.publication) {
            state.stamp.hides_former = state.stamp.hides_former || states.back().stamp.hides_former;
            states.pop_back();  // never shown
        }
        states.push_back(std::move(state));
    }
    if (!states.empty()) use(id, states);
}

}  // namespace

void Portal::each_master_history(Which which, const MasterHistories& use) {
    SqlConnection& sql = connection_->sql;
    each_history_of<RuleTable>(sql, which, use.rule);
    each_history_of<DeclaredFigureTable>(sql, which, use.declared_figure);
    each_history_of<RuleExceptionTable>(sql, which, use.rule_exception);
}

}  // namespace records
