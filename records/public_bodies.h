// The JSON bodies of public.db: a record with what its page shows, put together from the rows. The same text is the
// static twin beside the page and the server's answer. Knows no SQL and no HTML.
//
// Stored in the table `body` by PublicWriter::finish, because they are put together from many rows: site, office, plan,
// plan_edition, item_list, item_list_edition, task, draw. Made when asked for, from a few rows found by index, because
// a million stored copies would double the file: enterprise, result, penalty.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "records/public_site.h"

namespace records {

/// How many rows of its list a draw's body holds; `objects_shown` and `objects_listed` say so, the CSV has all.
constexpr int draw_body_objects = 10'000;

/// The body made when asked for; nothing when there is no such record or the kind is a stored one.
std::optional<std::string> made_body(PublicSite& site, std::string_view kind, std::string_view key);

/// Makes each stored body in a fixed order, one at a time.
void each_stored_body(
    PublicSite& site,
    const std::function<void(std::string_view kind, const std::string& key, const std::string& text)>& body);

}  // namespace records
