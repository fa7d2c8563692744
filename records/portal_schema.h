// The schema of portal.db, the master database, and the guards that keep published facts as they were published.
#pragma once

#include <string>

namespace records {

/// The tables of portal.db, without the guards.
extern const char* const portal_schema;

/// Every table that holds facts: those with key, batch, replaces and correction_reason.
extern const char* const fact_tables[13];

/// The index on key and the triggers of one fact table: a published row cannot be updated, deleted or replaced, and a
/// further row of its key must name the row it corrects and the reason.
std::string fact_guards(const std::string& table);

}  // namespace records
