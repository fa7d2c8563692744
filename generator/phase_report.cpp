#include "generator/phase_report.h"

#include <unistd.h>

#include <cstdlib>
#include <string>

namespace generator {

void report_phase(std::string_view phase) {
    const char* descriptor = std::getenv("GONGSHI_PHASES");
    if (descriptor == nullptr) return;
    const std::string line = std::string(phase) + "\n";
    if (write(std::atoi(descriptor), line.data(), line.size()) < 0) return;  // the test has gone: nobody to tell
}

}  // namespace generator
