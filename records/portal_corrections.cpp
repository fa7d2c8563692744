// How a fact came to what it is: its permanent id and the reasons of its corrections.
#include <fmt/format.h>

#include "records/errors.h"
#include "records/fact_sql.h"
#include "records/portal_connection.h"

namespace records {

Id Portal::first_of(std::string_view table, Id row) {
    if (!is_fact_table(table)) throw Broken("没有叫“" + std::string(table) + "”的事实表");
    return one_integer(connection_->sql,
                       fmt::format("SELECT min(id) FROM {0} WHERE key=(SELECT key FROM {0} WHERE id=?)", table), row)
        .value_or(row);
}

std::vector<Portal::Corrected> Portal::corrections_of(std::string_view table, Id id, Which which) {
    if (!is_fact_table(table)) throw Broken("没有叫“" + std::string(table) + "”的事实表");
    std::vector<Corrected> all;
    Query query(connection_->sql,
                fmt::format("SELECT r.id, r.correction_reason, coalesce(p.as_of, '') FROM {0} r "
                            "JOIN batch b ON b.id=r.batch LEFT JOIN publication p ON p.id=b.publication "
                            "WHERE r.key=(SELECT key FROM {0} WHERE id=?) AND r.replaces IS NOT NULL{1} AND NOT EXISTS("
                            "SELECT 1 FROM {0} n JOIN batch nb ON nb.id=n.batch "
                            "WHERE n.key=r.key AND n.id>r.id AND nb.publication IS b.publication) ORDER BY r.id",
                            table, which == Which::published ? " AND b.publication IS NOT NULL" : ""),
                id);
    while (query.next()) all.push_back({query.integer(0), query.text(1), query.text(2)});
    return all;
}

std::optional<DrawnObject> Portal::drawn_object(Id draw, Id object) {
    auto found = newest_facts<DrawnObjectTable>(connection_->sql, fmt::format("{}|{}", draw, object));
    if (!found) return std::nullopt;
    return std::move(found->second);
}

}  // namespace records
