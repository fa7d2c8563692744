// Inspectors named in a list or a result 检查人员: their names go to private.db, only pseudonyms come back.
#pragma once

#include <string>
#include <vector>

#include "generator/import/import_run.h"
#include "generator/import/row_values.h"

namespace importing {

/// The pseudonyms of the names in the row's 检查人员, in their order: of the one person of the office with that name,
/// else (nobody, or several, which is noted) one given to the name itself. Call require_office() first.
std::vector<std::string> pseudonyms_of(ImportRun& run, const RowValues& row);

}  // namespace importing
