// Which of our databases a file is (application_id) and of which version (user_version), and the steps that bring an
// older one to the present. Shared by portal.db and private.db.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "records/sql_connection.h"

namespace records {

struct DatabaseKind {
    std::string name;             // as messages call it, e.g. 主库
    std::int32_t application_id;  // sqlite.org/fileformat.html 1.3.15
    // Element n brings a database of version n to n + 1; element 0 makes the schema. Steps are never changed, only
    // added.
    std::vector<std::string> steps;
};

/// Makes the schema in an empty file when `create`, or migrates an older version, each in one transaction. Throws
/// Broken when the file is not of this kind, is empty without `create`, or was written by a newer program.
void bring_up_to_date(SqlConnection& connection, const DatabaseKind& kind, bool create);

}  // namespace records
