// Finds the object 检查对象 a row speaks of, by code, else by name; makes one from a list that names an object with a
// valid code which the library does not have.
#pragma once

#include <optional>

#include "generator/import/import_run.h"

namespace importing {

/// Whether an unknown object with a valid code is recorded from this row.
enum class UnknownObject { refuse, record };

/// The object of `name` and `code` of a row; nothing when there is none (then the row has an error).
std::optional<records::Id> find_object(ImportRun& run, const RowValues& row, UnknownObject when_unknown);

/// How a code is stored: its scheme and the flags that say what is odd about it.
records::ObjectCode stored_code(const text::CodeReading& reading);

}  // namespace importing
