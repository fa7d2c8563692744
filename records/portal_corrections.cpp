// How a fact came to what it is: its permanent id and the reasons of its corrections.
#include <fmt/format.h>

#include "records/errors.h"
#include "records/fact_sql.h"
#include "records/portal_connection.h"
#include "records/portal_schema.h"

namespace records {

Id Portal::first_of(std::string_view table, Id row) {
    if (!is_fact_table(table)) throw Broken("没有叫“" + std::string(table) + "”的事实表");
    return one_integer(connection_->sql,
                       fmt::format("SELECT min(id) FROM {0} WHERE key=(SELECT key FROM {0} WHERE id=?)", table), row)
        .value_or(row);
}

std::vector<std::string> Portal::correction_reasons(std::string_view table, Id row) {
    if (!is_fact_table(table)) throw Broken("没有叫“" + std::string(table) + "”的事实表");
    std::vector<std::string> reasons;
    Query query(connection_->sql,
                fmt::format("SELECT correction_reason FROM {0} WHERE key=(SELECT key FROM {0} WHERE id=?) AND id<=? "
                            "AND replaces IS NOT NULL ORDER BY id",
                            table),
                row, row);
    while (query.next()) reasons.push_back(query.text(0));
    return reasons;
}

std::optional<DrawnObject> Portal::drawn_object(Id draw, Id object) {
    auto found = newest_facts<DrawnObjectTable>(connection_->sql, fmt::format("{}|{}", draw, object));
    if (!found) return std::nullopt;
    return std::move(found->second);
}

}  // namespace records
