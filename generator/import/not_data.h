// Rows below a header that are no data: totals, notes and signatures under a table, a header repeated on every printed
// page, the example row of a template. Knows the look of a row, not the master.
#pragma once

#include <optional>
#include <string>

#include "generator/import/row_values.h"
#include "generator/import/workbook.h"

namespace importing {

/// Why a row is passed over (Chinese); nothing when it is data.
std::optional<std::string> why_no_data(const SheetColumns& columns, const Row& row);

/// Whether a row is the grey example row of our own templates, which the clerk forgot to delete.
bool is_template_example(const SheetColumns& columns, const Row& row);

}  // namespace importing
