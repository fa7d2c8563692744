#include "records/portal_schema.h"

#include <fmt/format.h>

namespace records {
namespace {

constexpr std::string_view published_batch =
    "EXISTS(SELECT 1 FROM batch b WHERE b.id={} AND b.publication IS NOT NULL)";

std::string published(std::string_view batch) {
    return fmt::format(published_batch, batch);
}

std::string refuse_when(std::string_view condition, std::string_view message) {
    return fmt::format("  SELECT RAISE(ABORT, '{}') WHERE {};\n", message, condition);
}

std::string trigger(std::string_view table, std::string_view event, std::string_view body) {
    return fmt::format("CREATE TRIGGER {0}_{1} BEFORE {1} ON {0} BEGIN\n{2}END;\n", table, event, body);
}

// RAISE takes a literal only, so the row cannot be named here; the caller knows what it was writing.
constexpr std::string_view stays = "{}：已公布的数据不能修改、删除或覆盖。需要更正时用 --correct --reason 重新导入。";
constexpr std::string_view changed = "{}：这一条已经公布，改动要用 --correct --reason 重新导入，作为更正。";
constexpr std::string_view closed = "{}：这一批已经公布，不能再加入数据。";
constexpr std::string_view same_id = "{}：编号一经产生不再改变。";

// What holds for the new state of a row of a fact table, whether it is inserted or updated.
std::string new_fact_row(std::string_view table) {
    const std::string newest = fmt::format(
        "(SELECT max(r.id) FROM {} r JOIN batch b ON b.id=r.batch WHERE r.key=NEW.key AND b.publication IS NOT NULL)",
        table);
    return refuse_when(published("NEW.batch"), fmt::format(closed, table)) +
           refuse_when(fmt::format("NEW.replaces IS NULL AND {} IS NOT NULL", newest), fmt::format(changed, table)) +
           refuse_when(
               fmt::format("NEW.replaces IS NOT {}", newest),
               fmt::format("{}：更正必须指明已公布的最新一行；从未公布过的内容直接重新导入，不算更正。", table)) +
           refuse_when("(NEW.replaces IS NULL) <> (trim(coalesce(NEW.correction_reason, ''))='')",
                       fmt::format("{}：更正已公布的数据必须写明原因（--reason）；不是更正的没有更正原因。", table));
}

std::string published_row_with(std::string_view table, std::string_view key) {
    return fmt::format(
        "EXISTS(SELECT 1 FROM {0} r JOIN batch b ON b.id=r.batch WHERE r.{1}=NEW.{1} AND "
        "b.publication IS NOT NULL)",
        table, key);
}

std::string source_guards(std::string_view table, std::string_view batch_of) {
    const std::string old_batch = fmt::format(fmt::runtime(batch_of), "OLD");
    const std::string new_batch = fmt::format(fmt::runtime(batch_of), "NEW");
    const std::string kept = refuse_when(published(old_batch), fmt::format(stays, table));
    return trigger(table, "DELETE", kept) +
           trigger(table, "UPDATE",
                   kept + refuse_when(published(new_batch), fmt::format(closed, table)) +
                       refuse_when("NEW.id<>OLD.id", fmt::format(same_id, table))) +
           trigger(table, "INSERT",
                   refuse_when(published(new_batch), fmt::format(closed, table)) +
                       refuse_when(fmt::format("EXISTS(SELECT 1 FROM {} WHERE id=NEW.id)", table),
                                   fmt::format(same_id, table)));
}

}  // namespace

std::string fact_guards(std::string_view table) {
    const std::string kept = refuse_when(published("OLD.batch"), fmt::format(stays, table));
    return fmt::format(
               "CREATE INDEX {0}_by_key ON {0}(key);\nCREATE INDEX {0}_by_batch ON {0}(batch);\n"
               "CREATE INDEX {0}_by_replaces ON {0}(replaces) WHERE replaces IS NOT NULL;\n",
               table) +
           trigger(table, "DELETE", kept) +
           trigger(table, "UPDATE",
                   kept + refuse_when("NEW.id<>OLD.id", fmt::format(same_id, table)) + new_fact_row(table)) +
           trigger(table, "INSERT",
                   refuse_when(published_row_with(table, "id"), fmt::format(stays, table)) + new_fact_row(table));
}

std::string identity_guards(std::string_view table) {
    const std::string_view key = table == "object_code" ? "code" : "id";
    const std::string kept = refuse_when(published("OLD.batch"), fmt::format(stays, table));
    const std::string open = refuse_when(published("NEW.batch"), fmt::format(closed, table));
    return trigger(table, "DELETE", kept) +
           trigger(table, "UPDATE",
                   kept + open + refuse_when(fmt::format("NEW.{0}<>OLD.{0}", key), fmt::format(same_id, table))) +
           trigger(table, "INSERT", open + refuse_when(published_row_with(table, key), fmt::format(stays, table)));
}

std::string batch_guards() {
    const std::string published_before = refuse_when("OLD.publication IS NOT NULL", fmt::format(stays, "batch"));
    const std::string batch =
        trigger("batch", "DELETE", published_before) +
        trigger("batch", "UPDATE", published_before + refuse_when("NEW.id<>OLD.id", fmt::format(same_id, "batch"))) +
        trigger("batch", "INSERT",
                refuse_when("NEW.publication IS NOT NULL", "batch：一批数据先是草稿，公布时才盖上公布编号。") +
                    refuse_when("EXISTS(SELECT 1 FROM batch WHERE id=NEW.id)", fmt::format(same_id, "batch")));
    const std::string publication =
        trigger("publication", "DELETE", "  SELECT RAISE(ABORT, 'publication：公布记录不能删除。');\n") +
        trigger("publication", "UPDATE",
                refuse_when("OLD.release IS NOT NULL OR NEW.release IS NULL OR NEW.id<>OLD.id OR "
                            "NEW.published_by IS NOT OLD.published_by OR NEW.second_person IS NOT OLD.second_person "
                            "OR NEW.as_of IS NOT OLD.as_of",
                            "publication：公布记录不能修改，只能补记一次发布物的摘要。")) +
        trigger("publication", "INSERT",
                refuse_when("EXISTS(SELECT 1 FROM publication WHERE id=NEW.id)", fmt::format(same_id, "publication")));
    return batch + publication + source_guards("source_sheet", "{}.batch") +
           source_guards("source_row", "(SELECT s.batch FROM source_sheet s WHERE s.id={}.sheet)");
}

std::string attachment_guards() {
    return "CREATE TRIGGER batch_UPDATE_attachment BEFORE UPDATE ON batch BEGIN\n" +
           refuse_when(
               "NEW.publication IS NOT NULL AND EXISTS(SELECT 1 FROM attachment a WHERE a.batch=NEW.id AND NOT EXISTS("
               "SELECT 1 FROM attachment v WHERE v.key=a.key AND v.reviewed_by<>''))",
               "attachment：附件没有人审查过，不能公布。审查后用 gongshi attach --reviewed 编号 --by 姓名 记下。") +
           "END;\n";
}

namespace {

std::string version_1() {
    std::string schema = portal_master_tables;
    schema += portal_identity_tables;
    schema += portal_plan_tables;
    schema += portal_result_tables;
    schema += batch_guards();
    for (const std::string_view table : identity_tables) schema += identity_guards(table);
    for (std::size_t i = 0; i < fact_tables_of_version_1; ++i) schema += fact_guards(fact_tables[i]);
    return schema;
}

}  // namespace

std::vector<std::string> portal_steps() {
    return {version_1(), portal_attachment_table + fact_guards("attachment") + attachment_guards(),
            committed_draw_schema(), portal_duty_tables};
}

}  // namespace records
