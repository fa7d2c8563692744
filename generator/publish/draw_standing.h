// Where committed draws 可核验抽取 stand on a day, and which of their files the public may see: the closed list of
// docs/draw-protocol.md, section 7. Knows no folder and no public.db.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "records/portal.h"
#include "records/public_draws.h"

namespace publish {

/// Every announcement by office code and seq. `as_of` is ISO: the day after its deadline an open one is overdue.
std::vector<records::PublicCommittedDraw> committed_draws(records::Portal& portal, records::Portal::Which which,
                                                          std::string_view as_of);

/// Of committed draws only: whether the list was revealed. Their day of publication alone reveals nothing.
std::unordered_map<records::Id, bool> revealed_draws(records::Portal& portal, records::Portal::Which which);

/// Those of the files that the public may see now. Throws output::Failed when one that must be there is missing.
std::vector<records::DrawFile> public_files(const records::PublicCommittedDraw& draw,
                                            const std::vector<records::DrawFile>& files);

}  // namespace publish
