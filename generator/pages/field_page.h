// One page a field of the data dictionary, at data/fields/<table>/<column>.html: what the column means, its type, its
// codes with their words, which document asks for it, where else it appears, and an example from what is published.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "generator/pages/data_pages.h"
#include "records/public_tables.h"

namespace pages {

/// "data/fields/result/outcome.html"; without a column the table's own page.
std::string field_address(std::string_view table, std::string_view column);
/// 文字, 日期, 整数 …
std::string_view type_words(const records::PublicColumn& column);

/// The first value that each column has among the table's oldest rows, as the CSV writes it.
class FieldExamples {
  public:
    FieldExamples(records::PublicSite& records, const records::PublicTable& table);
    /// Empty when none of those rows has the column.
    std::string of(const records::PublicColumn& column) const;

  private:
    std::map<std::string, std::string, std::less<>> examples_;
};

void write_field(const Site& site, const records::PublicTable& table, const records::PublicColumn& column,
                 std::string_view example);

}  // namespace pages
