// What a query finds among enterprises 检查对象, by codes and names: for the list of the interface and for the page
// /search/. One place for both.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/name_index.h"
#include "server/current_release.h"

namespace server {

inline constexpr std::size_t longest_query = 64;  // characters
inline constexpr std::size_t most_words = 4;

/// A query divided into words: those that a code in the release begins with, and the others, looked for in names.
struct EnterpriseQuery {
    std::vector<std::string> codes;  // capital letters and digits, at least 8
    records::NameWords names;        // what is not a code
    std::size_t words = 0;           // as written
    bool empty() const { return codes.empty() && names.empty(); }
};
EnterpriseQuery understand(OpenedRelease& release, std::string_view written);

using EnterprisePlace = records::NameIndex::Place;
/// A place as the key of a cursor, and back; nothing for what is none.
std::string key_of_place(const EnterprisePlace& place);
std::optional<EnterprisePlace> enterprise_place(std::string_view key);

/// At most `at_most` of those found in order (exact, beginning, inside; then permanent number) after a place. An empty
/// query finds all of the area. Nothing when the release has no name index and the query needs it.
std::optional<std::vector<EnterprisePlace>> find_enterprises(OpenedRelease& release, const EnterpriseQuery& query,
                                                             std::string_view area,
                                                             const std::optional<EnterprisePlace>& after, int at_most);

}  // namespace server
