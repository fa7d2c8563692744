// Words of a clerk that a draw publishes for good, such as its title and the number of an order: looked at before they
// are committed to, because nothing of a committed draw can be changed or withdrawn.
#pragma once

#include <string>

#include "generator/settings/settings.h"
#include "records/private_store.h"

namespace draws {

/// Throws Refused where `words` are blank, longer than 200 characters or not UTF-8, hold line breaks, control or
/// invisible characters, or what the privacy gate would stop. `what` names them, as in 标题（--title）.
void require_publishable(const std::string& words, const std::string& what, const settings::Settings& settings,
                         records::PrivateStore& persons);

}  // namespace draws
