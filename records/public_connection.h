// What PublicSite and PublicWriter hold: an open public.db. Seen only inside records/.
#pragma once

#include <memory>

#include "records/public_site.h"
#include "records/sql_connection.h"

namespace records {

/// Either its own open file or, while public.db is being finished, the writer's.
struct PublicSite::Connection {
    std::unique_ptr<SqlConnection> own;
    SqlConnection* sql = nullptr;
};

/// The open file of a site.
SqlConnection& sql_of(PublicSite& site);

}  // namespace records
