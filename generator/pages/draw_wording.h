// How a 可核验抽取 (a draw that was committed to before its random value existed) is put into words. Plain Chinese,
// no HTML; knows nothing of how a draw is computed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/wording.h"

namespace pages {

/// How it stands: 已承诺，待抽取; 已抽取，名单待公开; 名单已公开，可核验; 已取消; 已中止; 逾期未公开.
State committed_state(const records::PublicCommittedDraw& draw);
/// One sentence under the state: what has happened, and what comes next and when.
std::string committed_words(const records::PublicCommittedDraw& draw);
/// Whether the tickets of every object may be looked up: strata are public facts, and the draw was opened.
bool pool_is_public(const records::PublicCommittedDraw& draw);

/// "2026-11-01T09:00:00+08:00" → "2026年11月1日 09:00:00"; empty for an empty one.
std::string moment_words(std::string_view moment);
/// When the random value is there.
std::string beacon_words(const records::PublicCommittedDraw& draw);
/// Why an object of the pool takes no part, for the closed list of reasons; another code as it is.
std::string_view exclusion_words(std::string_view code);
/// Millionths as plain per cent: 50000 → "5%", 33333 → "3.3333%".
std::string percent_of(std::int64_t millionths);
/// n of all, rounded down to two decimals, so that it never looks like more than it is.
std::string share_words(std::int64_t part, std::int64_t whole);
/// What a file of the package is.
std::string_view file_words(std::string_view name);
/// "1.2 kB"
std::string size_words(std::int64_t bytes);

/// What each draw of a list says about itself: committed ones by their own state, others by their list.
class DrawStates {
  public:
    DrawStates(records::PublicSite& records, const std::vector<records::PublicDraw>& draws);
    State of(const records::PublicDraw& draw) const;
    /// How many it drew; nothing for one that was cancelled.
    std::string drawn(const records::PublicDraw& draw) const;
    /// Nothing for a draw that was not committed to.
    const records::PublicCommittedDraw* find(records::Id draw) const;

  private:
    std::map<records::Id, records::PublicCommittedDraw> committed_;
};

}  // namespace pages
