// Which sheets of a file are tables of which kind: one kind a file. Knows headers and the field table, not rows.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "generator/import/import.h"
#include "generator/import/problems.h"
#include "generator/import/sheet_header.h"
#include "generator/import/workbook.h"

namespace importing {

struct Tables {
    std::string kind;
    std::vector<std::pair<std::size_t, SheetHeader>> headers;  // index of the sheet, its header
};

/// The tables of a file. Errors: no header at all, two kinds, a --fill-down that names no column; a sheet without a
/// header beside others is told and passed over.
Tables find_tables(const Workbook& workbook, const ImportRequest& request,
                   const std::map<std::string, std::string>& context, Problems& problems);

}  // namespace importing
