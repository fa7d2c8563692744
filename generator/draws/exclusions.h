// Which objects may not be drawn, by public facts alone: the closed list of docs/draw-protocol.md, section 3.
#pragma once

#include <map>
#include <string>

#include "generator/draws/object_pool.h"

namespace draws {

class Exclusions {
  public:
    Exclusions(records::Portal& portal, const settings::Settings& settings, const PoolRequest& request);
    /// The reason's code, empty for an object that may be drawn.
    std::string of(const records::ObjectFacts& object) const;

  private:
    void count_visits(records::Portal& portal, const settings::Settings& settings);
    void count_draws(records::Portal& portal);
    const PoolRequest& request_;
    std::string year_;
    std::map<records::Id, int> visited_, drawn_;
};

/// What a reason says, in Chinese.
std::string words_of_exclusion(const std::string& code);

}  // namespace draws
