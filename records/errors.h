// The named exceptions of records/. Each message is Chinese and says what, where and what to do.
#pragma once

#include <stdexcept>

namespace records {

/// The database cannot be used: missing, damaged, of a newer version, locked. Exit code 2.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// The schema refuses: a published fact would change, a code already belongs to another object. Exit code 1.
struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// A query was stopped because it took longer than its caller allows; the database is as good as before.
struct TookTooLong : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// A stored JSON text is not what this program writes.
struct Corrupt : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace records
