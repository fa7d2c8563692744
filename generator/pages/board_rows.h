// The rows that a finding counted 所计的各行, in the order in which they are shown: what is missing first, then
// exceptions, what is not yet due, what is counted; within these by department. Remembers where each group begins, so
// that every number can lead to its rows.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "records/public_site.h"

namespace pages {

inline constexpr std::size_t duty_rows_per_page = 80;  // under 100 kB with the longest names

/// Rows of one outcome, or of one outcome and department.
struct RowGroup {
    std::int64_t count = 0;
    int page = 1;        // on which its first row stands
    std::string anchor;  // of that row
};

/// What a board tells of a rule's rows without holding them all.
struct RowPlaces {
    std::map<std::pair<std::string, records::Id>, RowGroup> groups;  // outcome and department, 0: all
    std::map<records::Id, std::vector<records::FindingRow>> first_missing;
    std::map<std::string, std::int64_t> reasons;  // of exceptions
    std::int64_t all = 0;
    bool paged = false;  // the rule has a page with these rows
    std::string newest;  // day among the rows

    const RowGroup* find(std::string_view outcome, records::Id department) const;
    std::int64_t count(std::string_view outcome, records::Id department) const;
};

/// Brings the rows into their order and answers where what stands.
RowPlaces arrange(std::vector<records::FindingRow>& rows);

/// The anchor of row `i`: "missing" where an outcome begins, else "missing-7" where a department's rows begin; empty
/// for other rows.
std::string row_anchor(const RowPlaces& places, const std::vector<records::FindingRow>& rows, std::size_t i);

/// The permanent addresses of what rows count. Editions and the items of a list are known by ids of their own, which
/// their pages' addresses do not have.
class RowAddresses {
  public:
    RowAddresses(records::PublicSite& records, std::string_view area);
    /// Empty when it has no page.
    std::string of(const records::FindingRow& row) const;

  private:
    records::PublicSite& records_;
    std::map<records::Id, std::string> plan_editions_, list_editions_, items_;
};

/// 任务, 抽中对象 … 不予公开的一行: what is counted, in words.
std::string row_kind_words(std::string_view kind);
/// The row's name, or what it is when the name is not for disclosure.
std::string row_name_words(const records::FindingRow& row);

}  // namespace pages
