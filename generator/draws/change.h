// What may still change after a draw (docs/draw-protocol.md, section 8): a replacement 替补 for an object that the
// register no longer has, a reassignment 改派 of an inspector. Each is committed to at once; what it says stays secret
// until the reveal. Who comes next is computed here, never chosen, except who fills a slot that nobody was left for.
#pragma once

#include <filesystem>
#include <string>

#include "generator/draws/open_draw.h"
#include "generator/draws/randomness.h"
#include "records/private_store.h"

namespace draws {

struct ChangeRequest {
    records::Id draw = 0;
    std::string at, by;
    bool replace = false;  // else assign
    std::string object;    // code; of a replacement: the old one
    std::uint64_t slot = 0;
    std::string reason;     // of the closed lists
    std::string inspector;  // DIRECT, NEIGHBOUR: 本次编号 or 执法证号
};
struct ChangeOutcome {
    std::string commit;         // hex
    std::string was, now;       // object codes, or inspectors' ids; `now` may be empty
    std::string name;           // of the new object or inspector, for the clerk
    std::int64_t position = 0;  // its number among the changes of the draw, from 1
    bool flagged = false;       // more than 5 %: said publicly once revealed
    std::filesystem::path sheets;
};

/// Throws Refused in the wrong state, for a reason that is none, beyond the limit, or when the object or the slot is
/// not as it must be.
ChangeOutcome change(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
                     const ChangeRequest& request, const Randomness& random);

}  // namespace draws
