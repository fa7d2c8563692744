// How a published fact came to what it is: its states in the order of publications. Values; knows no SQL and not which
// of these states may be seen.
#pragma once

#include <string>

#include "records/facts.h"

namespace records {

struct Stamp {                  // 一次公布
    Id publication = 0;         // 0: a draft
    std::string as_of;          // its day; empty for a draft
    std::string reason;         // 更正理由; empty for the first state
    bool hides_former = false;  // --hide-former: what stood there before is not for disclosure
};

/// A fact as one publication left it.
template <typename Facts>
struct FactState {
    Facts facts;
    Stamp stamp;
};

}  // namespace records
