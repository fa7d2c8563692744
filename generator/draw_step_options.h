// What the verbs of one draw have in common: which draw, when, by whom.
#pragma once

#include <string>

#include "generator/command_line.h"
#include "records/portal.h"

namespace generator {

struct DrawStepOptions {
    std::string draw, at, by, demo_secrets;
};

/// DRAW, --at, --by.
void add_step_options(CLI::App& verb, DrawStepOptions& options);

/// Fills in the moment and the clerk, and finds the draw.
records::Id begin_step(records::Portal& portal, DrawStepOptions& options);

}  // namespace generator
