// A credit-risk class (信用风险类别) said of an enterprise: an internal reference only, never published beside one
// enterprise (国市监信发〔2022〕6号). Part of private_text.h.
#pragma once

#include <string_view>
#include <vector>

#include "generator/publish/private_signs.h"
#include "generator/publish/private_text.h"

namespace publish {

/// 信用风险等级：D, D类企业, 高风险企业 and the like. Held where it may be another grade (食品安全风险等级, 信用等级);
/// 纳税信用 is published by law and passes.
void find_credit_class(const Signs& signs, std::vector<PrivateFinding>& into);

}  // namespace publish
