// What gongshi draw replace and gongshi draw assign have in common: both log one change.
#pragma once

#include "generator/draw_step_options.h"
#include "generator/draws/change.h"

namespace generator {

/// Logs the change and says what was done and what is next.
int log_change(const Invocation& invocation, DrawStepOptions step, draws::ChangeRequest request);

}  // namespace generator
