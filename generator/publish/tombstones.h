// Tombstones 墓碑: what may stay of a record that was withdrawn 撤回 or whose 公示期 is over: its number, its place
// (task, office, year), the day and, when withdrawn, the reason. Pure over values; who becomes one is decided
// elsewhere.
#pragma once

#include "records/public_site.h"

namespace publish {

inline bool is_tombstone(const records::Standing& standing) {
    return !standing.withdrawn_on.empty() || !standing.expired_on.empty();
}

// Each takes everything else away: texts, dates, counts, the object it was about, due dates, reasons of corrections.
void empty_out(records::PublicResult& result);
void empty_out(records::PublicFollowUp& follow_up);
void empty_out(records::PublicPenalty& penalty);
void empty_out(records::PublicDraw& draw);
void empty_out(records::PublicEdition& edition);

}  // namespace publish
