// Drawing 抽取: when the public random value is out, the list is computed, committed to in record.json within a day,
// and stays hidden; slips and task sheets are made for printing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "generator/draws/open_draw.h"
#include "generator/draws/sheets.h"
#include "records/private_store.h"

namespace draws {

struct RunRequest {
    records::Id draw = 0;
    std::string at;                             // YYYY-MM-DDThh:mm:ss+08:00
    std::string by;                             // the clerk
    std::filesystem::path beacon;               // the round as drand serves it
    std::vector<std::filesystem::path> nonces;  // one file a holder, in any order
};
struct RunOutcome {
    std::string record_digest;  // SHA-256 of record.json, hex
    std::uint64_t drawn = 0, unfilled = 0, few_candidates = 0;
    std::filesystem::path sheets;  // the folder with what is to be printed
};

/// Throws Refused when it is too early or too late, in the wrong state, or when nonces, round or value do not fit.
RunOutcome run(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
               const RunRequest& request);

}  // namespace draws
