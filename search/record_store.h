// Many records in little memory, by their numbers in row order (rows.h), and how they rank among each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/record.h"

namespace search {

class RecordStore {
  public:
    void add(const Record& record);
    /// Puts the records into row order; throws Malformed when two have the same kind and id.
    void settle();
    std::uint32_t size() const { return static_cast<std::uint32_t>(at_.size()); }
    std::size_t bytes() const { return bytes_.size(); }
    Record record(std::uint32_t number) const;
    /// Smaller is better among answers that match equally: newest inspection first, then more records, then the
    /// shorter name, then by kind and id.
    std::uint32_t rank(std::uint32_t number) const { return ranks_[number]; }
    /// About what a row costs in a file, in bytes.
    std::uint32_t weight(std::uint32_t number) const;
    const std::vector<std::uint32_t>& count_by_kind() const { return by_kind_; }

  private:
    std::string bytes_;
    std::vector<std::uint32_t> at_, ranks_;
    std::vector<std::uint32_t> by_kind_ = std::vector<std::uint32_t>(kinds);
};

/// The order of merit among records that match equally, whatever kind of list.
bool ranks_before(const Record& one, const Record& other);

}  // namespace search
