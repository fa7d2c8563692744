// Announcing a draw 承诺: everything that will decide it is frozen and committed to, before the random value exists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draw/package.h"
#include "generator/draws/beacon_choice.h"
#include "generator/draws/draw_folder.h"
#include "generator/draws/inspector_pool.h"
#include "generator/draws/object_pool.h"
#include "generator/draws/randomness.h"
#include "generator/draws/strata_counts.h"
#include "generator/draws/task_facts.h"
#include "records/portal.h"
#include "records/private_store.h"

namespace draws {

struct AnnounceRequest {
    std::string task;                 // number, name or permanent id
    std::string at;                   // YYYY-MM-DDThh:mm:ss+08:00
    std::string by;                   // the clerk
    std::string department;           // code of the announcing department; empty: the task's leading one
    std::string title;                // empty: made of the task's name
    PoolRequest pool;                 // office and day are filled in from task and time
    std::string needs;                // empty: of the task's departments
    std::vector<std::string> ratios;  // "CODE=5%" or "5%"; empty: the plan's
    std::optional<std::uint64_t> total;
    int cap = 0;
    std::filesystem::path recuse;
    std::vector<std::string> commits;  // "office=HEX"
    BeaconRequest beacon;
    std::string deadline;  // ISO; empty: the last day of the task's window, else 60 days after the beacon
};

/// An announcement that holds and is not yet written anywhere.
struct Prepared {
    TaskFacts task;
    draw::Announcement announcement;
    draw::Digest digest{};  // D
    Arithmetic sums;
    ObjectPool pool;
    std::size_t inspectors = 0;
    std::uint64_t slots = 0;           // of all objects that may be drawn
    std::uint64_t few_candidates = 0;  // of these, with fewer than four candidates
    std::vector<std::string> notes;    // what a clerk should look at, Chinese
    Files files;                       // the whole package and its secrets, by name
};

/// Freezes and checks everything, writes nothing. Throws Refused or settings::Unusable for whatever the protocol or
/// the plan does not allow.
Prepared prepare(records::Portal& portal, records::PrivateStore& persons, const settings::Settings& settings,
                 const AnnounceRequest& request, const Randomness& random);

/// Writes the draw's folder and enters the draw into portal.db; its permanent id. A crash leaves either nothing
/// that counts or all of it.
records::Id announce(records::Portal& portal, const settings::PortalFolder& folder, const Prepared& prepared,
                     const AnnounceRequest& request);

}  // namespace draws
