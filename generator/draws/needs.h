// How many inspectors of which department and skill an object needs (docs/draw-protocol.md, section 2).
#pragma once

#include <string>
#include <vector>

#include "generator/draws/task_facts.h"
#include "generator/settings/settings.h"

namespace draws {

struct Need {
    std::string department, skill;  // codes; skill * for any
    int count = 0;
};

/// Reads "SCJG:food:1,SCJG:*:1"; throws settings::Unusable saying what is wrong, also for codes that site.toml does not
/// have and for fewer than two inspectors.
std::vector<Need> read_needs(const std::string& text, const settings::DrawCodes& codes);
/// Of a task: two inspectors of the leading department, one of each partner. Throws Refused, with the lines to write
/// into site.toml, when a department has no code.
std::vector<Need> needs_of(const TaskFacts& task, const settings::DrawCodes& codes);
/// As it stands in objects.tsv.
std::string needs_text(const std::vector<Need>& needs);
/// The code of the department that leads a task.
std::string leading_code(const TaskFacts& task, const settings::DrawCodes& codes);

}  // namespace draws
