// Where the facts of portal.db came from: sheets and rows.
#include <fmt/format.h>

#include "records/errors.h"
#include "records/portal_connection.h"

namespace records {

Id Portal::add_sheet(Id batch, std::string_view name, std::string_view header_json) {
    Query(connection_->sql, "INSERT INTO source_sheet(batch, name, header) VALUES(?, ?, ?)", batch, name, header_json)
        .run();
    return connection_->sql.last_id();
}

Id Portal::add_source_row(Id sheet, std::int64_t row, std::string_view cells_json) {
    Query(connection_->sql, "INSERT INTO source_row(sheet, row, cells) VALUES(?, ?, ?)", sheet, row, cells_json).run();
    return connection_->sql.last_id();
}

std::optional<Portal::SourceCell> Portal::source_of(std::string_view table, Id row) {
    const bool identity = table == "object" || table == "draw";
    const std::string facts = identity ? std::string(table) + "_record" : std::string(table);
    if (!is_fact_table(facts)) return std::nullopt;
    const bool has_source =
        one_integer(connection_->sql, "SELECT 1 FROM pragma_table_info(?) WHERE name='source'", facts).has_value();
    const std::string key = identity ? "?" : fmt::format("(SELECT key FROM {} WHERE id=?)", facts);
    const std::string source = has_source ? "r.source" : "NULL";
    Query query(connection_->sql,
                fmt::format("SELECT b.file, coalesce(s.name, ''), coalesce(o.row, 0) FROM {} r "
                            "JOIN batch b ON b.id=r.batch LEFT JOIN source_row o ON o.id={} "
                            "LEFT JOIN source_sheet s ON s.id=o.sheet WHERE r.key={} ORDER BY r.id DESC LIMIT 1",
                            facts, source, key),
                row);
    if (!query.next()) return std::nullopt;
    return SourceCell{query.text(0), query.text(1), query.integer(2)};
}

}  // namespace records
