// How the findings of the privacy gate are told: lines for people, JSON for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "generator/publish/publish.h"

namespace generator {

/// Chinese lines on standard output, with what to do; nothing when there are none.
void print_findings(const std::vector<publish::GateFinding>& findings);
nlohmann::json findings_json(const std::vector<publish::GateFinding>& findings);

}  // namespace generator
