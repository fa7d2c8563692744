// Permanent ids and codes of portal.db.
#include "records/errors.h"
#include "records/portal_connection.h"

namespace records {
namespace {

std::vector<Id> ids(Query& query) {
    std::vector<Id> all;
    while (query.next()) all.push_back(query.integer(0));
    return all;
}

}  // namespace

Id Portal::mint_item_list(Id batch, const ItemList& list) {
    Query(connection_->sql, "INSERT INTO item_list(office, department, name, joint, batch) VALUES(?, ?, ?, ?, ?)",
          list.office, list.department, list.name, list.joint, batch)
        .run();
    return connection_->sql.last_id();
}

std::vector<ItemList> Portal::item_lists() {
    std::vector<ItemList> all;
    Query query(connection_->sql, "SELECT id, office, department, name, joint FROM item_list ORDER BY id");
    while (query.next())
        all.push_back(
            {query.integer(0), query.text(1), query.optional_integer(2), query.text(3), query.integer(4) != 0});
    return all;
}

Id Portal::mint_plan(Id batch, const Plan& plan) {
    Query(connection_->sql,
          "INSERT INTO plan(office, department, year, name, number, joint, batch) VALUES(?, ?, ?, ?, ?, ?, ?)",
          plan.office, plan.department, plan.year, plan.name, plan.number, plan.joint, batch)
        .run();
    return connection_->sql.last_id();
}

std::vector<Plan> Portal::plans() {
    std::vector<Plan> all;
    Query query(connection_->sql, "SELECT id, office, department, year, name, number, joint FROM plan ORDER BY id");
    while (query.next())
        all.push_back({query.integer(0), query.text(1), query.optional_integer(2), static_cast<int>(query.integer(3)),
                       query.text(4), query.text(5), query.integer(6) != 0});
    return all;
}

Id Portal::mint_task(Id batch, std::optional<Id> plan) {
    Query(connection_->sql, "INSERT INTO task(plan, batch) VALUES(?, ?)", plan, batch).run();
    return connection_->sql.last_id();
}

std::optional<Id> Portal::plan_of_task(Id task) {
    return one_integer(connection_->sql, "SELECT plan FROM task WHERE id=?", task);
}

Id Portal::mint_object(Id batch, std::string_view kind) {
    Query(connection_->sql, "INSERT INTO object(kind, batch) VALUES(?, ?)", kind, batch).run();
    return connection_->sql.last_id();
}

void Portal::add_object_code(Id batch, Id object, const ObjectCode& code) {
    bool added = false;
    try {
        Query(connection_->sql,
              "INSERT INTO object_code(code, scheme, raw, flags, object, batch) VALUES(?, ?, ?, ?, ?, ?) "
              "ON CONFLICT(code) DO NOTHING",
              code.code, code.scheme, code.raw, code.flags, object, batch)
            .run();
        added = connection_->sql.changes() > 0;
    } catch (const Refused&) {  // a published code; whose is said below
        if (!object_with_code(code.code)) throw;
    }
    if (added) return;
    const Id owner = object_with_code(code.code).value_or(object);
    if (owner != object)
        throw Refused("代码 " + code.code + " 已属于另一个检查对象（编号 " + std::to_string(owner) +
                      "），不能再给编号 " + std::to_string(object) + "。请核对这一行的代码和名称。");
}

std::optional<Id> Portal::object_with_code(std::string_view code) {
    return one_integer(connection_->sql, "SELECT object FROM object_code WHERE code=?", code);
}

std::vector<Id> Portal::objects_with_name(std::string_view folded_name) {
    Query query(connection_->sql,
                "SELECT r.key FROM object_record r WHERE r.folded=? AND NOT EXISTS("
                "SELECT 1 FROM object_record n WHERE n.key=r.key AND n.id>r.id) ORDER BY r.id LIMIT 10",
                folded_name);
    return ids(query);
}

std::vector<ObjectCode> Portal::codes_of(Id object) {
    std::vector<ObjectCode> all;
    Query query(connection_->sql, "SELECT code, scheme, raw, flags FROM object_code WHERE object=? ORDER BY code",
                object);
    while (query.next()) all.push_back({query.text(0), query.text(1), query.text(2), query.text(3)});
    return all;
}

Id Portal::mint_draw(Id batch, Id task, std::string_view number) {
    Query(connection_->sql, "INSERT INTO draw(task, number, batch) VALUES(?, ?, ?)", task, number, batch).run();
    return connection_->sql.last_id();
}

std::vector<DrawFacts> Portal::draws() {
    std::vector<DrawFacts> all;
    Query query(connection_->sql, "SELECT id, task, number FROM draw ORDER BY id");
    while (query.next()) {
        DrawFacts draw;
        draw.draw = query.integer(0);
        draw.task = query.integer(1);
        draw.number = query.text(2);
        all.push_back(std::move(draw));
    }
    return all;
}

}  // namespace records
