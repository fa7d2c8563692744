// Statements and objections of portal.db: what stands beside a record.
#include <fmt/format.h>

#include "records/fact_sql.h"
#include "records/portal_connection.h"

namespace records {

Id Portal::add_statement(Id batch, const StatementFacts& statement) {
    StatementFacts stored = statement;
    SqlConnection& sql = connection_->sql;
    if (stored.result) stored.result = permanent_id<ResultTable>(sql, *stored.result);
    // Each is a document of its own: what an enterprise says later stands beside what it said before.
    const Id serial = one_integer(sql, "SELECT count(*)+1 FROM statement WHERE object=?", stored.object).value_or(1);
    const std::string key =
        fmt::format("{}|{}|{}|{}", stored.object, stored.result.value_or(0), stored.received_on, serial);
    return insert_fact<StatementTable>(sql, key, batch, 0, stored);
}

Id Portal::add_objection(Id batch, const ObjectionFacts& objection) {
    ObjectionFacts stored = objection;
    if (is_fact_table(stored.kind)) stored.fact = first_of(stored.kind, stored.fact);
    return insert_fact<ObjectionTable>(connection_->sql, fmt::format("{}|{}", stored.receipt, stored.event), batch, 0,
                                       stored);
}

std::vector<StatementFacts> Portal::statements(Which which) {
    return all_current<StatementTable>(connection_->sql, which, "");
}

std::vector<Portal::PublishedObjection> Portal::objections(Which which) {
    std::vector<PublishedObjection> all;
    for (ObjectionFacts& facts : all_current<ObjectionTable>(connection_->sql, which, "")) {
        const std::string key = fmt::format("{}|{}", facts.receipt, facts.event);
        Query day(connection_->sql,
                  "SELECT min(p.as_of) FROM objection r JOIN batch b ON b.id=r.batch "
                  "JOIN publication p ON p.id=b.publication WHERE r.key=?",
                  key);
        const bool published = day.next() && !day.is_null(0);
        all.push_back({std::move(facts), published ? day.text(0) : std::string()});
    }
    return all;
}

}  // namespace records
