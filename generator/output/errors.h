// The named exceptions of output/. Each message is Chinese and says what, where and what to do.
#pragma once

#include <stdexcept>

namespace output {

/// The disk, a folder or a file is not as it must be: unwritable, full, damaged, not ours. Exit code 1.
struct Failed : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// A page asked for an address no release may have, or one another page already has. A fault of the program.
struct BadPath : Failed {
    using Failed::Failed;
};
/// Another process is building, rolling back or cleaning up this portal. Exit code 1.
struct Busy : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace output
