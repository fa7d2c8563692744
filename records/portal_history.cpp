// The former states of corrected facts, and when a fact was first published.
#include <fmt/format.h>

#include <type_traits>

#include "records/errors.h"
#include "records/fact_sql.h"
#include "records/portal_connection.h"

namespace records {
namespace {

template <typename Facts>
using States = std::vector<FactState<Facts>>;

/// Rows of one key, one publication after another; of several rows of one publication the last one was published.
template <typename Facts>
void add_state(States<Facts>& states, FactState<Facts> state) {
    if (!states.empty() && states.back().stamp.publication == state.stamp.publication) {
        state.stamp.hides_former = state.stamp.hides_former || states.back().stamp.hides_former;
        states.back() = std::move(state);
    } else {
        states.push_back(std::move(state));
    }
}

template <typename Table>
void each_history_of(SqlConnection& sql, Portal::Which which,
                     const std::function<void(const States<typename Table::Facts>&)>& use) {
    const std::string text = fmt::format(
        "SELECT (SELECT min(f.id) FROM {0} f WHERE f.key=r.key){1}, r.replaces, r.correction_reason, "
        "(SELECT min(f.id) FROM {0} f WHERE f.key=r.key) AS permanent, coalesce(b.publication, 0), "
        "coalesce(p.as_of, ''), coalesce(CASE WHEN json_valid(b.context) THEN "
        "json_extract(b.context, '$.hide_former') END, 0) "
        "FROM {0} r JOIN batch b ON b.id=r.batch LEFT JOIN publication p ON p.id=b.publication "
        "WHERE r.key IN (SELECT key FROM {0} WHERE replaces IS NOT NULL){2} ORDER BY permanent, r.id",
        Table::name, visited<Table, SelectNames>().names,
        which == Portal::Which::published ? " AND b.publication IS NOT NULL" : "");
    Query query(sql, text);
    const int at = query.columns() - 4;
    States<typename Table::Facts> states;
    Id key = 0;
    while (query.next()) {
        if (query.integer(at) != key && !states.empty()) use(states), states.clear();
        key = query.integer(at);
        FactState<typename Table::Facts> state{read_fact<Table>(query), {}};
        state.stamp = {query.integer(at + 1), query.text(at + 2), query.text(at - 1), query.integer(at + 3) != 0};
        add_state(states, std::move(state));
    }
    if (!states.empty()) use(states);
}

}  // namespace

void Portal::each_history(Which which, const Histories& use) {
    SqlConnection& sql = connection_->sql;
    each_history_of<ItemListEditionTable>(sql, which, use.item_list_edition);
    each_history_of<ItemTable>(sql, which, use.item);
    each_history_of<PlanEditionTable>(sql, which, use.plan_edition);
    each_history_of<TaskInEditionTable>(sql, which, use.task_in_edition);
    each_history_of<ObjectRecordTable>(sql, which, use.object);
    each_history_of<DrawRecordTable>(sql, which, use.draw);
    each_history_of<DrawnObjectTable>(sql, which, use.drawn_object);
    each_history_of<ResultTable>(sql, which, use.result);
    each_history_of<FollowUpTable>(sql, which, use.follow_up);
    each_history_of<PenaltyTable>(sql, which, use.penalty);
}

Stamp Portal::first_published(std::string_view table, Id row) {
    const bool object = table == "object";
    if (object) table = "object_record";
    if (!is_fact_table(table)) throw Broken("没有叫“" + std::string(table) + "”的事实表");
    const std::string key = object ? "?" : fmt::format("(SELECT key FROM {} WHERE id=?)", table);
    Query query(connection_->sql,
                fmt::format("SELECT p.id, p.as_of FROM {} r JOIN batch b ON b.id=r.batch JOIN publication p ON "
                            "p.id=b.publication WHERE r.key={} ORDER BY p.id LIMIT 1",
                            table, key),
                row);
    if (!query.next()) return {};
    return {query.integer(0), query.text(1), "", false};
}

}  // namespace records
