// What plan editions 计划版本 and item list editions 清单版本 have in common: document head, chain of editions, table,
// differences, downloads. One description serves both kinds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/edition_table.h"
#include "generator/pages/page.h"
#include "generator/pages/table.h"

namespace pages {

/// A plan or an item list with all its public editions.
struct Series {
    bool item_list = false;
    records::Id id = 0;
    std::string name, office, department;          // office: area code; department: or 部门联合
    std::vector<records::PublicEdition> editions;  // by number

    /// The edition in force: the newest that is neither abolished nor withdrawn by `as_of`, else the newest of all.
    std::size_t current(std::string_view as_of) const;

    std::string address() const;            // of the series
    std::string address(int number) const;  // of one edition
    std::string difference_address(int before, int after) const;
    std::string parent_address() const;  // the list this series stands in
    std::string_view parent_words() const;
    std::string_view section() const;   // the column of the header
    std::string_view row_word() const;  // 任务 or 事项
};

/// The page of one edition with its table and downloads, and its differences from every earlier one.
void write_edition(const Site& site, records::PublicSite& records, const Series& series, std::size_t index);
/// The page of the series: its editions, newest first, with a link to the current one.
void write_series(const Site& site, records::PublicSite& records, const Series& series);
/// A page that compares two editions.
void write_difference(const Site& site, const Series& series, std::size_t before, std::size_t after);
/// Fills the sections of difference.tpl, the same on an edition's page and on a page of its own.
void fill_difference(Page& page, const Series& series, const EditionDifference& difference);
/// "新增任务 1 项，取消 1 项，修改 2 项，其余 20 项不变。"
std::string difference_words(const Series& series, const EditionDifference& difference);

}  // namespace pages
