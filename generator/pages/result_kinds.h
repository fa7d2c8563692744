// All results of the site by outcome and by month of publication, and where their rows are. Knows no HTML.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "records/public_site.h"

namespace pages {

/// Results of one office and year, and the list (or its page) that holds them.
struct ResultShare {
    std::string area;
    int year = 0;  // of the plan
    std::int64_t count = 0;
    std::string address;
};
struct ResultKind {
    std::string words, address;  // "发现问题已责令改正", its page
    std::int64_t count = 0;      // without tombstones; a result with several outcomes counts in each
    std::vector<ResultShare> shares;
};

/// By outcome, in the order of the code table, those without results too.
std::vector<ResultKind> result_outcomes(records::PublicSite& records);
/// By month of publication 公示月份, without gaps.
std::vector<ResultKind> result_months(records::PublicSite& records);

}  // namespace pages
