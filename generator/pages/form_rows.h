// The rows of a form: what is asked, and the answer in words with links to the rows behind each figure, or a blank that
// the clerk fills in. The same rows become the page's table and the workbook's first sheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/form_figures.h"
#include "generator/pages/page.h"

namespace pages {

struct FormPart {
    std::string text;
    std::string address;  // empty: no link; "#…": on the page itself
};
struct FormRow {
    std::string number;  // 栏号; empty: the heading of a section
    std::string label;
    std::vector<FormPart> parts;  // none: a blank
    std::string note;
};

/// What stands in a blank, so that nobody takes it for an answer.
inline constexpr std::string_view blank_words = "（由填表人填写）";

/// The answer without its links; blank_words for a blank.
std::string answer_of(const FormRow& row);
/// At {{>ROWS}} of the body.
void fill_form_rows(Page& page, std::string_view caption, const std::vector<FormRow>& rows);

// Answers that months, quarters and years share. `when`: 本月, 本季度, 本年.
std::vector<FormPart> draw_parts(const FormFigures& figures, std::string_view when);
std::vector<FormPart> problem_parts(const FormFigures& figures, std::string_view when);
std::vector<FormPart> item_parts(const FormFigures& figures, std::string_view when);
/// How many results are public, each list of results with its own number.
std::vector<FormPart> result_parts(std::string_view area, const FormFigures& figures);
std::vector<FormPart> unit_parts(const FormFigures& figures, std::string_view when);

}  // namespace pages
