// How the standing of rules is told before a publication: lines for people, JSON for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "generator/publish/duty_report.h"

namespace generator {

/// Chinese lines: what is missed or cannot be judged with the names of its first rows, the rest counted.
std::string duties_text(const publish::DutyReport& report);
/// An array with every duty and every row that its finding kept.
nlohmann::json duties_json(const publish::DutyReport& report);

}  // namespace generator
