// The XLSX beside a form: sheets to be printed, the form first. Deterministic; texts are never formulas.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generator/output/xlsx_writer.h"
#include "generator/pages/form_figures.h"
#include "generator/pages/form_rows.h"
#include "generator/pages/site.h"

namespace pages {

using SheetCell = std::variant<std::string, std::int64_t>;
struct FormSheet {
    std::string name;
    std::vector<output::XlsxColumn> columns;
    std::vector<std::vector<SheetCell>> rows;
};

/// Rows of three cells: 栏号, 项目, 填写内容.
void add_form_rows(FormSheet& sheet, const std::vector<FormRow>& rows);
FormSheet draw_sheet(const Site& site, const FormFigures& figures);
FormSheet item_sheet(const FormFigures& figures);
FormSheet unit_sheet(const FormFigures& figures);

/// `day` (YYYY-MM-DD) is written as the file's date of creation: one of the form's own, so that the file changes only
/// with what it says.
void put_form_workbook(const Site& site, std::string_view address, std::string_view day,
                       const std::vector<FormSheet>& sheets);

}  // namespace pages
