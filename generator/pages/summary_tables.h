// What only summaries have: results by unit and outcome 抽查结果统计表, the list of who was drawn 抽查名单, and how the
// rules stand 规则的进度.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/pages/form_workbook.h"
#include "generator/pages/page.h"

namespace pages {

struct OutcomeTable {
    std::vector<std::string> outcomes;  // words, in the order of the code table; results of no known code last
    struct Row {
        std::string unit;
        std::int64_t results = 0;
        std::vector<std::int64_t> counts;  // of each outcome; a result of several counts in each
    };
    std::vector<Row> rows;  // by unit, and the whole office's last; empty without results
};
OutcomeTable outcomes_within(records::PublicSite& records, std::string_view area, const FormFigures& figures);
void fill_outcomes(Page& page, const OutcomeTable& table);  // {{>OUTCOMES}}
FormSheet outcome_sheet(const OutcomeTable& table);

/// Puts the list of all who were drawn as CSV and XLSX; {{>DOWNLOADS}} of `view`. Nothing when no list is public.
void write_drawn_list(Page& page, View view, records::PublicSite& records, std::string_view area,
                      const FormFigures& figures);

/// {{>FINDINGS}} of `view` and their sheet; nothing when none are there.
std::optional<FormSheet> fill_findings(Page& page, View view, records::PublicSite& records, std::string_view area,
                                       int year);

}  // namespace pages
