// The rows behind the figures of a form, as tables below it; each in its section of form.tpl and summary.tpl.
#pragma once

#include <string_view>

#include "generator/pages/form_figures.h"
#include "generator/pages/page.h"

namespace pages {

/// At most so many rows of a table on a form's page, which has to stay small; the rest is where it says.
inline constexpr int form_rows_at_most = 40;

void fill_draw_table(Page& page, const FormFigures& figures);  // {{>DRAWS}}
void fill_problem_table(Page& page, records::PublicSite& records, std::string_view area,
                        const FormFigures& figures);                                  // {{>PROBLEMS}}
void fill_item_table(Page& page, const FormFigures& figures);                         // {{>ITEMS}}
void fill_unit_table(Page& page, std::string_view area, const FormFigures& figures);  // {{>UNITS}}

}  // namespace pages
