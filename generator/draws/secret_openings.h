// The secret file openings.json of a draw's folder: what its logged changes say, found by their commitments. It may
// hold more than portal.db knows: what an interrupted command left does not count.
#pragma once

#include <map>
#include <string>

#include "draw/package.h"

namespace draws {

struct SecretOpening {
    std::string kind;
    draw::Events::Opening opening;
};
using Openings = std::map<std::string, SecretOpening>;  // by commitment, hex

std::string openings_json(const Openings& openings);
/// Throws Refused when it is damaged.
Openings read_openings(const std::string& json);

}  // namespace draws
