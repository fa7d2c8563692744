// Taking a draft batch back: everything in it goes, what it overwrote returns, ids are not given again.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "records/errors.h"
#include "records/portal_connection.h"
#include "records/portal_schema.h"

namespace records {
namespace {

// Children before parents, as the foreign keys ask.
constexpr std::array<std::string_view, 20> removal_order{
    "attachment", "objection",         "statement",   "withdrawal",    "penalty",         "follow_up",
    "result",     "draw_object",       "draw_record", "object_record", "task_in_edition", "plan_edition",
    "item",       "item_list_edition", "draw",        "object_code",   "object",          "task",
    "plan",       "item_list"};
static_assert(removal_order.size() == fact_tables.size() + identity_tables.size());

struct Reference {
    std::string child, column, parent;
};

// The foreign keys between tables whose rows belong to batches, read from the schema itself.
std::vector<Reference> references(SqlConnection& sql) {
    std::vector<Reference> all;
    for (const std::string_view child : removal_order) {
        Query query(sql, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?) ORDER BY id", child);
        while (query.next())
            for (const std::string_view parent : removal_order)
                if (query.text(1) == parent) all.push_back({std::string(child), query.text(0), query.text(1)});
    }
    return all;
}

// A batch with a row that refers to something of `batch`, or that overwrote its master data.
std::optional<Id> dependent_batch(SqlConnection& sql, Id batch) {
    for (const Reference& reference : references(sql))
        if (const auto found = one_integer(
                sql,
                fmt::format("SELECT c.batch FROM {} c JOIN {} p ON p.id=c.{} WHERE p.batch=? AND c.batch<>? LIMIT 1",
                            reference.child, reference.parent, reference.column),
                batch, batch))
            return found;
    if (const auto found = one_integer(sql,
                                       "SELECT later.batch FROM master_change mine JOIN master_change later "
                                       "ON later.kind=mine.kind AND later.key=mine.key AND later.id>mine.id "
                                       "WHERE mine.batch=? AND later.batch<>? LIMIT 1",
                                       batch, batch))
        return found;
    // An adjustment stands on the edition before it, which only its number names.
    for (const auto& [table, of] : {std::pair("plan_edition", "plan"), std::pair("item_list_edition", "item_list")})
        if (const auto found = one_integer(
                sql,
                fmt::format("SELECT later.batch FROM {0} mine JOIN {0} later ON later.{1}=mine.{1} AND "
                            "later.number>mine.number WHERE mine.batch=? AND later.batch<>? AND NOT EXISTS("
                            "SELECT 1 FROM {0} other WHERE other.key=mine.key AND other.batch<>mine.batch) LIMIT 1",
                            table, of),
                batch, batch))
            return found;
    // An answer names the receipt of its objection, an exception the code of its rule.
    if (const auto found = one_integer(sql,
                                       "SELECT later.batch FROM objection mine JOIN objection later "
                                       "ON later.receipt=mine.receipt AND later.event<>'received' "
                                       "WHERE mine.event='received' AND mine.batch=? AND later.batch<>? LIMIT 1",
                                       batch, batch))
        return found;
    if (const auto found = one_integer(sql,
                                       "SELECT e.batch FROM rule_exception e JOIN master_change mine "
                                       "ON mine.kind='rule' AND mine.key=e.office||'|'||e.rule AND mine.before IS NULL "
                                       "WHERE mine.batch=? AND e.batch<>? LIMIT 1",
                                       batch, batch))
        return found;
    // Draw lists name inspectors by pseudonym, in JSON.
    return one_integer(sql,
                       "SELECT d.batch FROM draw_object d, json_each(d.inspectors) named JOIN master_change mine "
                       "ON mine.kind='inspector' AND mine.key=named.value AND mine.before IS NULL "
                       "WHERE mine.batch=? AND d.batch<>? LIMIT 1",
                       batch, batch);
}

/// A step of a committed draw 可核验抽取 was told to others the moment it was made: it is never taken back.
bool is_step_of_draw(SqlConnection& sql, Id batch) {
    return one_integer(sql, "SELECT 1 FROM draw_step WHERE batch=? UNION ALL SELECT 1 FROM draw_change WHERE batch=?",
                       batch, batch)
        .has_value();
}

/// The batch of an announcement that is still open and may have objects of `batch` in its pool, by code alone.
std::optional<Id> open_draw_after(SqlConnection& sql, Id batch) {
    return one_integer(sql,
                       "SELECT c.batch FROM committed_draw c WHERE c.batch>? AND EXISTS(SELECT 1 FROM object_code o "
                       "WHERE o.batch=?) AND NOT EXISTS(SELECT 1 FROM draw_step s WHERE s.draw=c.draw AND s.kind IN "
                       "('revealed','cancelled','aborted')) LIMIT 1",
                       batch, batch);
}

void remove_rows(SqlConnection& sql, Id batch) {
    for (const std::string_view table : removal_order)
        Query(sql, fmt::format("DELETE FROM {} WHERE batch=?", table), batch).run();
    restore_masters(sql, batch);
    Query(sql, "DELETE FROM source_row WHERE sheet IN (SELECT id FROM source_sheet WHERE batch=?)", batch).run();
    Query(sql, "DELETE FROM source_sheet WHERE batch=?", batch).run();
    Query(sql, "DELETE FROM batch WHERE id=?", batch).run();
}

}  // namespace

void Portal::undo_batch(Id id) {
    transaction([&] {
        const auto facts = batch(id);
        const std::string named = "第 " + std::to_string(id) + " 批";
        if (!facts) throw Refused("没有" + named + "导入。用 gongshi undo 不带编号可列出各批。");
        if (facts->publication)
            throw Refused(named + "（" + facts->file + "）已经公布，不能撤销。有错误时用 --correct --reason 更正。");
        if (is_step_of_draw(connection_->sql, id))
            throw Refused(
                named + "（" + facts->file +
                "）是可核验抽取的一步，不能撤销：承诺一经作出就用掉一个序号。"
                "随机源时刻一小时之前可以取消（gongshi draw cancel），之后只能按命令中止（gongshi draw abort）。");
        if (const auto draw = open_draw_after(connection_->sql, id))
            throw Refused(named + "（" + facts->file + "）不能撤销：第 " + std::to_string(*draw) +
                          " 批承诺的抽取还没有了结，它的对象库里可能有这一批的对象。请先公开、取消或中止那次抽取。");
        if (const auto later = dependent_batch(connection_->sql, id))
            throw Refused(named + "（" + facts->file + "）不能撤销：第 " + std::to_string(*later) +
                          " 批用到了它的数据。请先撤销第 " + std::to_string(*later) + " 批。");
        remove_rows(connection_->sql, id);
    });
}

}  // namespace records
