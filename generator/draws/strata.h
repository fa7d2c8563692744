// In which stratum 层 an object is: by a public column of the library, by a list, or by its credit-risk class (which is
// internal and never published).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "generator/draws/object_pool.h"

namespace draws {

class Strata {
  public:
    Strata(const settings::Settings& settings, const PoolRequest& request);

    /// The stratum's code; nothing when the object's word has none (remembered for refuse_unknown()). An object that is
    /// excluded anyway may be without a class: it then stands in the first one.
    std::optional<std::string> of(const records::ObjectFacts& object, const std::string& listed, bool excluded);
    /// Throws Refused, with the lines to write into site.toml, when a word has no code, and when strata that would be
    /// published look like credit-risk classes.
    void refuse_unknown() const;
    const std::map<std::string, std::string>& names() const { return names_; }

  private:
    std::optional<std::string> coded(const std::string& word, const std::string& object);
    const settings::Settings& settings_;
    const PoolRequest& request_;
    std::map<std::string, std::string> names_;
    std::map<std::string, std::size_t> unknown_, classes_;  // words and of how many objects
};

/// A to D for a 信用风险类别 as tables write it (A, A类, 低风险, …); nothing for other texts.
std::optional<std::string> credit_class(const std::string& cell);

/// Whether a stratum's word or code reads as a credit-risk class to whoever sees it published: A, d类, 高风险企业,
/// 信用等级…, class-b, LOW-RISK.
bool looks_like_credit_class(const std::string& words);

}  // namespace draws
