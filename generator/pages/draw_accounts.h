// The yearly account of an office's committed draws 抽取台账: what became of every draw it announced, so that none can
// vanish. Knows nothing of how a draw is computed.
#pragma once

#include <string>
#include <vector>

#include "records/public_site.h"

namespace pages {

struct DrawAccount {
    std::string office_code, area;                    // area: of the first draw, may be empty
    int year = 0;                                     // of the announcements
    std::vector<records::PublicCommittedDraw> draws;  // by seq
};

/// By office code, newest year first.
std::vector<DrawAccount> draw_accounts(records::PublicSite& records);
/// "2026年可核验的抽取（共 5 次）"
std::string account_words(const DrawAccount& account);

}  // namespace pages
