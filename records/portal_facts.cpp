// Adding and reading the facts of portal.db. Each fact has a key; what identifies it is written here and nowhere else.
#include <fmt/format.h>

#include "records/fact_sql.h"
#include "records/portal_connection.h"
#include "text/fold.h"

namespace records {
namespace {

std::string key_of(Id first, std::int64_t second) {
    return fmt::format("{}|{}", first, second);
}

std::string result_key(Id task, Id object, std::string_view item) {
    return fmt::format("{}|{}|{}", task, object, text::fold(item));
}

// 处罚决定书文号; a penalty without one is known by its object, day and violation.
std::string penalty_key(const PenaltyFacts& penalty) {
    std::string number = text::fold(penalty.decision_number);
    if (!number.empty()) return number;
    return fmt::format("|{}|{}|{}", penalty.object, penalty.decided_on, text::fold(penalty.violation));
}

}  // namespace

Id Portal::add_item_list_edition(Id batch, const Edition& edition) {
    return insert_fact<ItemListEditionTable>(connection_->sql, key_of(edition.of, edition.number), batch, 0, edition);
}

Id Portal::add_item(Id batch, Id source, const EditionRow& row) {
    EditionRow stored = row;
    stored.edition = permanent_id<ItemListEditionTable>(connection_->sql, row.edition);
    return insert_fact<ItemTable>(connection_->sql, key_of(stored.edition, row.position), batch, source, stored);
}

Id Portal::add_plan_edition(Id batch, const Edition& edition) {
    return insert_fact<PlanEditionTable>(connection_->sql, key_of(edition.of, edition.number), batch, 0, edition);
}

Id Portal::add_task_in_edition(Id batch, Id source, const EditionRow& row) {
    EditionRow stored = row;
    stored.edition = permanent_id<PlanEditionTable>(connection_->sql, row.edition);
    return insert_fact<TaskInEditionTable>(connection_->sql, key_of(stored.edition, row.task), batch, source, stored);
}

Id Portal::add_object_record(Id batch, Id source, const ObjectFacts& object) {
    return insert_fact<ObjectRecordTable>(connection_->sql, object.object, batch, source, object);
}

Id Portal::add_draw_record(Id batch, const DrawFacts& draw) {
    return insert_fact<DrawRecordTable>(connection_->sql, draw.draw, batch, 0, draw);
}

Id Portal::add_drawn_object(Id batch, Id source, const DrawnObject& row) {
    return insert_fact<DrawnObjectTable>(connection_->sql, key_of(row.draw, row.object), batch, source, row);
}

Id Portal::add_result(Id batch, Id source, const ResultFacts& result) {
    return insert_fact<ResultTable>(connection_->sql, result_key(result.task, result.object, result.item), batch,
                                    source, result);
}

Id Portal::add_follow_up(Id batch, Id source, const FollowUpFacts& follow_up) {
    FollowUpFacts stored = follow_up;
    stored.result = permanent_id<ResultTable>(connection_->sql, follow_up.result);
    return insert_fact<FollowUpTable>(connection_->sql, key_of(stored.result, stored.step), batch, source, stored);
}

Id Portal::add_penalty(Id batch, Id source, const PenaltyFacts& penalty) {
    PenaltyFacts stored = penalty;
    if (penalty.result) stored.result = permanent_id<ResultTable>(connection_->sql, *penalty.result);
    return insert_fact<PenaltyTable>(connection_->sql, penalty_key(stored), batch, source, stored);
}

Id Portal::add_withdrawal(Id batch, std::string_view kind, Id fact, std::string_view decided_on,
                          std::string_view reason) {
    if (is_fact_table(kind))
        fact =
            one_integer(connection_->sql,
                        fmt::format("SELECT min(id) FROM {0} WHERE key=(SELECT key FROM {0} WHERE id=?)", kind), fact)
                .value_or(fact);
    Query(connection_->sql,
          "INSERT INTO withdrawal(key, kind, fact, decided_on, reason, batch) VALUES(?, ?, ?, ?, ?, ?)",
          fmt::format("{}:{}", kind, fact), kind, fact, decided_on, reason, batch)
        .run();
    return connection_->sql.last_id();
}

// Current facts ----------------------------------------------------------------------------------------------------

std::vector<Edition> Portal::item_list_editions(Which which) {
    return all_current<ItemListEditionTable>(connection_->sql, which, "");
}

std::vector<EditionRow> Portal::items(Id edition, Which which) {
    return all_current<ItemTable>(connection_->sql, which, "r.edition=?",
                                  permanent_id<ItemListEditionTable>(connection_->sql, edition));
}

std::vector<Edition> Portal::plan_editions(Which which) {
    return all_current<PlanEditionTable>(connection_->sql, which, "");
}

std::vector<EditionRow> Portal::tasks_in_edition(Id edition, Which which) {
    return all_current<TaskInEditionTable>(connection_->sql, which, "r.edition=?",
                                           permanent_id<PlanEditionTable>(connection_->sql, edition));
}

void Portal::each_object(Which which, const std::function<void(const ObjectFacts&)>& row) {
    each_current<ObjectRecordTable>(connection_->sql, which, "", row);
}

std::optional<ObjectFacts> Portal::object_facts(Id object) {
    auto found = newest_facts<ObjectRecordTable>(connection_->sql, object);
    if (!found) return std::nullopt;
    return std::move(found->second);
}

std::vector<DrawFacts> Portal::draw_records(Which which) {
    return all_current<DrawRecordTable>(connection_->sql, which, "");
}

void Portal::each_drawn_object(Which which, const std::function<void(const DrawnObject&)>& row) {
    each_current<DrawnObjectTable>(connection_->sql, which, "", row);
}

void Portal::each_result(Which which, const std::function<void(const ResultFacts&)>& row) {
    each_current<ResultTable>(connection_->sql, which, "", row);
}

void Portal::each_follow_up(Which which, const std::function<void(const FollowUpFacts&)>& row) {
    each_current<FollowUpTable>(connection_->sql, which, "", row);
}

void Portal::each_penalty(Which which, const std::function<void(const PenaltyFacts&)>& row) {
    each_current<PenaltyTable>(connection_->sql, which, "", row);
}

std::vector<Portal::WithdrawalFacts> Portal::withdrawals(Which which) {
    std::vector<WithdrawalFacts> all;
    Query query(
        connection_->sql,
        "SELECT r.kind, r.fact, r.decided_on, r.reason, coalesce((SELECT p.as_of FROM publication p JOIN batch b "
        "ON b.publication=p.id WHERE b.id=r.batch), ''), coalesce((SELECT b.publication FROM batch b WHERE "
        "b.id=r.batch), 0), r.batch FROM withdrawal r WHERE " +
            is_current("withdrawal", which) + " ORDER BY r.id");
    while (query.next())
        all.push_back({query.text(0), query.integer(1), query.text(2), query.text(3), query.text(4), query.integer(5),
                       query.integer(6)});
    return all;
}

std::vector<ResultFacts> Portal::results_of(Id task, Id object) {
    return all_current<ResultTable>(connection_->sql, Which::with_drafts, "r.object=? AND r.task=?", object, task);
}

// What import compares a new row with ------------------------------------------------------------------------------

std::optional<Portal::Current> Portal::current_item_list_edition(Id item_list, int number) {
    return newest_of<ItemListEditionTable>(connection_->sql, key_of(item_list, number));
}

std::optional<Portal::Current> Portal::current_item(Id edition, int position) {
    return newest_of<ItemTable>(connection_->sql,
                                key_of(permanent_id<ItemListEditionTable>(connection_->sql, edition), position));
}

std::optional<Portal::Current> Portal::current_plan_edition(Id plan, int number) {
    return newest_of<PlanEditionTable>(connection_->sql, key_of(plan, number));
}

std::optional<Portal::Current> Portal::current_task_in_edition(Id edition, Id task) {
    return newest_of<TaskInEditionTable>(connection_->sql,
                                         key_of(permanent_id<PlanEditionTable>(connection_->sql, edition), task));
}

std::optional<Portal::Current> Portal::current_object_record(Id object) {
    return newest_of<ObjectRecordTable>(connection_->sql, object);
}

std::optional<Portal::Current> Portal::current_draw_record(Id draw) {
    return newest_of<DrawRecordTable>(connection_->sql, draw);
}

std::optional<Portal::Current> Portal::current_drawn_object(Id draw, Id object) {
    return newest_of<DrawnObjectTable>(connection_->sql, key_of(draw, object));
}

std::optional<std::pair<Portal::Current, ResultFacts>> Portal::current_result(Id task, Id object,
                                                                              std::string_view item) {
    return newest_facts<ResultTable>(connection_->sql, result_key(task, object, item));
}

std::vector<std::pair<Portal::Current, FollowUpFacts>> Portal::current_follow_ups(Id result) {
    std::vector<std::pair<Current, FollowUpFacts>> all;
    const Id permanent = permanent_id<ResultTable>(connection_->sql, result);
    for (FollowUpFacts& facts :
         all_current<FollowUpTable>(connection_->sql, Which::with_drafts, "r.result=?", permanent))
        if (const auto current = newest_of<FollowUpTable>(connection_->sql, key_of(permanent, facts.step)))
            all.emplace_back(*current, std::move(facts));
    return all;
}

std::optional<std::pair<Portal::Current, PenaltyFacts>> Portal::current_penalty(std::string_view decision_number) {
    return newest_facts<PenaltyTable>(connection_->sql, text::fold(decision_number));
}

}  // namespace records
