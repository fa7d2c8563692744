// Gathers what a sheet does not say itself 说明: from the sheet named 说明, from FILE.toml beside the file, from flags
// (--set), the later ones winning. Knows the context fields of the field table; judges nothing.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "generator/import/import.h"
#include "generator/import/problems.h"
#include "generator/import/workbook.h"

namespace importing {

/// True for the sheet that holds the context, not rows: 说明, 填表说明, 表格说明.
bool is_context_sheet(std::string_view sheet_name);

/// Context field name → text; "无" and "/" say nothing. An unknown name in FILE.toml or a flag is an error
/// (settings::Unusable); one in the 说明 sheet is a note, since clerks write other things there too.
std::map<std::string, std::string> read_context(const Workbook& workbook, const ImportRequest& request,
                                                Problems& problems);

}  // namespace importing
