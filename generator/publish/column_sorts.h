// What the columns of public.db hold, as the privacy gate needs to know it: which digits are lawful there, which texts
// are JSON, which are copies of another table's. Follows records/public_schema.cpp.
#pragma once

#include <string>
#include <string_view>

#include "generator/publish/private_text.h"

namespace publish {

/// The sort of a column, or of a key within its JSON (cells, bodies). A column it does not know is `text`.
ColumnSort sort_of(std::string_view table, std::string_view column);

/// Whether the column holds JSON that this program wrote. A clerk's text that merely looks like JSON is none.
bool holds_json(std::string_view table, std::string_view column);

/// Rows about one enterprise: a credit-risk class in them is never lawful (国市监信发〔2022〕6号).
bool about_one_enterprise(std::string_view table);

/// A copy of what another table says too (a task's name beside its results, the bodies): a finding in it is told only
/// when the original has none.
bool copied(std::string_view table, std::string_view column);

/// Where a cell is, for people: "抽查结果 result.problem（发现的问题）第81条"; `key`: within JSON, may be empty.
std::string place_of(std::string_view table, std::string_view column, std::string_view key, std::int64_t row);

}  // namespace publish
