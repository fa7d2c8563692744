// The open portal.db behind Portal. Seen only inside records/.
#pragma once

#include "records/portal.h"
#include "records/sql_connection.h"

namespace records {

struct Portal::Connection {
    Connection(const std::filesystem::path& file, SqlConnection::Access access) : sql(file, access) {}
    SqlConnection sql;
};

/// Whether `table` is one of fact_tables: names go into SQL texts only after this.
bool is_fact_table(std::string_view table);

/// Brings back the master data that a batch overwrote, newest change first, and forgets the changes.
void restore_masters(SqlConnection& sql, Id batch);

}  // namespace records
