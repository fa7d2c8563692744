// How a draw comes to its end: revealed, aborted (which opens all that a reveal opens), or cancelled while nothing can
// be known yet.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "generator/draws/open_draw.h"
#include "records/private_store.h"

namespace draws {

struct RevealRequest {
    records::Id draw = 0;
    std::string at, by;
    bool all_inspected = false;  // the clerk says so; else the results in portal.db must
};
struct RevealOutcome {
    std::uint64_t drawn = 0, replaced = 0, reassigned = 0;
    std::vector<std::string> unchecked;  // checks that a reader still has to do with means of their own
};
/// Throws Refused before the draw was made, and before its deadline while an inspection is not done.
RevealOutcome reveal(records::Portal& portal, const settings::PortalFolder& folder, const RevealRequest& request);

struct AbortRequest {
    records::Id draw = 0;
    std::string at, by;
    std::string order;                          // BEACON, or the number of the order
    std::vector<std::filesystem::path> nonces;  // where the draw was not made yet
};
/// Throws Refused while a cancel is still free, for BEACON before seven days, for an order whose number may not be
/// published, and without every holder's nonce.
void abort(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
           const AbortRequest& request);

/// Throws Refused when it is later than one hour before the beacon.
void cancel(records::Portal& portal, const settings::PortalFolder& folder, records::Id draw, const std::string& at,
            const std::string& by);

}  // namespace draws
