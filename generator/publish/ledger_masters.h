// What the public log says of rules, declared figures and rule exceptions: a later import writes over them, so the log
// alone tells readers what stood there before. New ones are counted; each that an earlier publication showed and a
// later one changed is named, with the columns, before → after. Knows no SQL and no pages.
#pragma once

#include <functional>
#include <string>

#include "generator/publish/ledger.h"

namespace publish {

/// `shown`: whether readers see the task, draw or object of an exception now; of others no words are told, only which
/// columns changed.
void log_masters(records::Portal& portal, records::Portal::Which which,
                 const std::function<bool(const records::RuleException&)>& shown, Ledger& ledger);

}  // namespace publish
