// The named exception of draws/. Its message is Chinese and says what is refused and what to do instead.
#pragma once

#include <stdexcept>

namespace draws {

/// Not now, not like this: a step in the wrong order, a secret that does not fit, a pool that cannot be frozen. Exit 1.
struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace draws
