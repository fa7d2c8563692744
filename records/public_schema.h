// The schema of public.db as readers who download it find it: STRICT tables with the English names of facts.h, the
// Chinese terms beside them. Kept apart from the code that fills and reads it (public_fields.h names the same columns).
#pragma once

#include <cstdint>

namespace records {

constexpr std::int32_t public_application_id = 0x67737062;  // "gspb"
constexpr int public_version = 6;                           // user_version

/// The tables. `kind` and `key` of body: records/public_site.h, PublicSite::body.
extern const char* const public_schema;
/// The indexes, made when all rows are in.
extern const char* const public_indexes;

}  // namespace records
