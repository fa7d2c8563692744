// Counts that public pages show, gathered in one pass over the facts before the first row is written: how often each
// object was drawn and inspected, what each task has, and which follow-ups are open. Counts public rows only.
#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "generator/publish/visibility.h"
#include "generator/publish/withdrawals.h"
#include "records/portal.h"

namespace publish {

struct ObjectTally {
    std::int32_t drawn = 0, open_follow_ups = 0;
    std::int32_t inspected = 0;  // tasks with a public result about it: a joint visit with many items is one
    // In the year of the as-of date, by their own days, of what is public:
    std::int32_t drawn_this_year = 0;
    std::int32_t visits_this_year = 0;  // 户次: one task, one draw
    bool problem_this_year = false;
};
struct TaskTally {
    std::int64_t drawn = 0, results = 0, open_follow_ups = 0;
    std::int64_t awaited = 0;    // objects drawn, those of an unrevealed list too: their number is public
    std::int64_t inspected = 0;  // objects with a result that is public, withheld or expired, whatever its items
    std::string first_drawn;     // ISO, of its draws
    std::int64_t draws = 0;      // public ones
    std::int64_t recorded = 0;   // results that are public, withheld or expired
    std::string last_finished;   // ISO, of these
    std::string last_published;  // ISO, of its public results
};
struct FollowUpState {                                 // of one result
    records::Id object = 0, task = 0;                  // 0: its result is not public
    records::Id counted_object = 0, counted_task = 0;  // also of a result that is not
    records::Id department = 0;                        // of the result, 0: unknown
    records::Id latest = 0;                            // its newest public step
    int step = 0;
    std::string state;
    records::Id counted_latest = 0;  // its newest step, public or not
    int counted_step = 0;
    std::string arose_on;  // 后续处置信息产生: of the first step that says it
    int arose_step = 0;
};

struct Tally {
    std::unordered_map<records::Id, ObjectTally> objects;
    std::unordered_map<records::Id, TaskTally> tasks;
    std::unordered_map<records::Id, FollowUpState> follow_ups;  // by the result's permanent id
    std::unordered_map<records::Id, records::Id> task_of_draw;  // public draws only
    std::unordered_map<records::Id, bool> list_revealed;        // by draw
    std::unordered_map<records::Id, std::int64_t> drawn_in;     // by draw: how many objects
};

/// Results are known by their permanent id: the first row of a chain of corrections. What is withdrawn counts nowhere
/// but as inspected: a visit took place.
Tally tally(records::Portal& portal, records::Portal::Which which, const Visibility& visibility, std::string_view as_of,
            const Withdrawals& withdrawals = {});

}  // namespace publish
