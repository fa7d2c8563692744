// Enterprise statements 企业陈述: what an enterprise says about its records, published beside them as it was said and
// labelled 未经核实. Text only, bounded; kept as text whatever it looks like.
#pragma once

#include <filesystem>
#include <string>

#include "records/portal.h"

namespace ledger {

struct StatementRequest {
    std::string object;      // code
    records::Id result = 0;  // 0: about the enterprise's records in general
    std::string received_on;
    std::filesystem::path file;  // UTF-8 text
    std::string by, as_of;
};

constexpr std::size_t longest_statement = 20'000;  // bytes

/// The text as it is stored: lines ending with \n, none at the end, no byte order mark. Throws settings::Unusable for
/// what is not UTF-8, blank, too long, or has control characters or such that turn the direction of writing.
std::string statement_text(std::string_view bytes);

/// Adds it as a draft and gives its permanent number. Throws settings::Unusable when the object or the result is
/// unknown or not public, the result is about another object, or the same text is there already.
records::Id add_statement(records::Portal& portal, const StatementRequest& request);

}  // namespace ledger
