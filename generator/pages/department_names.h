// Which departments 部门 a cell of a plan's table names. Offices write 市场监管局 where their list of members says
// 甲区市场监管局, so a word also means the one department of that office whose name ends with it. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/facts.h"

namespace pages {

class DepartmentNames {
  public:
    explicit DepartmentNames(std::vector<records::Department> departments) : departments_(std::move(departments)) {}

    /// The departments of `office` that a cell such as "区公安局、区消防救援大队" names, each once, in the cell's
    /// order.
    std::vector<records::Id> named_in(std::string_view office, std::string_view cell) const;
    /// The one a text names; nothing when it is none or could be several.
    std::optional<records::Id> one_named(std::string_view office, std::string_view text) const;

  private:
    std::vector<records::Department> departments_;
};

}  // namespace pages
