// How the standing of rules is told before a publication: lines for people, JSON for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "generator/publish/duty_report.h"

namespace generator {

/// Chinese lines on standard output: what is missed or cannot be judged with its first names, the rest counted.
void print_duties(const publish::DutyReport& report);
nlohmann::json duties_json(const publish::DutyReport& report);

}  // namespace generator
