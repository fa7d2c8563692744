// Tells a crash test where the program has got to: GONGSHI_PHASES names an open file descriptor that is sent the name of
// every phase as it begins, a line each. Without it nothing happens.
#pragma once

#include <string_view>

namespace generator {

void report_phase(std::string_view phase);

}  // namespace generator
