// What offices report upwards: the monthly form 月报表, quarterly and yearly summaries 季度、年度汇总, filled from
// public data where they can be and left as marked blanks for the clerk where they cannot. Each is a page that prints
// on A4 with an XLSX beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/form_figures.h"
#include "generator/pages/site.h"

namespace pages {

/// "offices/<area>/forms/".
std::string forms_address(std::string_view area);
/// "offices/<area>/forms/2026-10/", "…/2026-Q4/", "…/2026/".
std::string form_address(std::string_view area, const FormPeriod& period);
/// The workbook beside it.
std::string form_workbook_address(std::string_view area, const FormPeriod& period);
/// Whether the span is not over on the day of the data.
bool still_running(const Site& site, const FormPeriod& period);

/// Every form of every office, and each office's index of them. Months without a draw, a result and a follow-up have
/// none (forms.cpp).
void write_forms(const Site& site, records::PublicSite& records);

void write_monthly_form(const Site& site, records::PublicSite& records, const records::Office& office,
                        const FormFigures& figures);  // monthly_form.cpp
/// `months`: of the span, in order.
void write_summary(const Site& site, records::PublicSite& records, const records::Office& office,
                   const FormFigures& figures, const std::vector<FormFigures>& months);  // summaries.cpp

}  // namespace pages
