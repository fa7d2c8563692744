// The lists of one office's results of one year: all of them, and by department, outcome and month. Rows come once, in
// the order of their numbers; each list keeps the rows of one page only. A page of the whole list holds a hundred
// numbers, so no result ever moves to another. The other lists change when a result is corrected or withdrawn; their
// first address stays for ever, also when nothing is left in them, and says so.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/pages/chart.h"
#include "generator/pages/row_pages.h"

namespace pages {

/// A page of a whole list in words: 2 → "第101—200号".
std::string page_words(std::int64_t number);
/// "results/999901/2024/outcome-corrected.html", "results/999901/2024/department-7.html".
std::string outcome_address(std::string_view area, int year, std::string_view code);
std::string department_results_address(std::string_view area, int year, records::Id department);
std::string month_results_address(std::string_view area, int year, std::string_view month);

class ResultLists {
  public:
    /// `departments`: of the office; each has its list whether it has results or not.
    ResultLists(const Site& site, const records::PublicSite::ResultYear& list,
                const std::vector<records::Department>& departments);

    void add(const records::PublicResult& result);
    /// Writes the last pages.
    void finish();

    struct NumberedPage {
        std::int64_t number = 0;
        std::size_t rows = 0;
    };
    /// The pages of the whole list, in order.
    const std::vector<NumberedPage>& pages() const { return pages_; }
    /// With the address of each list that has rows; most first. Tombstones are not counted.
    std::vector<Bar> outcomes() const { return bars(outcomes_); }
    std::vector<Bar> departments() const { return bars(departments_); }
    /// By month of publication, in order.
    std::vector<Bar> months() const;

  private:
    using Pages = RowPages<records::PublicResult>;
    struct Part {
        std::string title, address;  // address of its first page, "….html"
        std::int64_t count = 0;
        std::unique_ptr<Pages> pages;
    };
    using Parts = std::map<std::string, Part>;
    Part& part(Parts& parts, const std::string& key, const std::string& words, const std::string& address);
    static void add_to(Part& part, const records::PublicResult& result);
    static std::vector<Bar> bars(const Parts& parts);
    void write_page(std::int64_t next);
    void write_part_page(const Part& part, int number, const std::vector<records::PublicResult>& rows, bool more) const;

    const Site& site_;
    const records::PublicSite::ResultYear& list_;
    std::string folder_, title_;
    std::vector<records::PublicResult> rows_;  // of the page of the whole list that is being filled
    std::vector<NumberedPage> pages_;          // the last one is that page
    Parts outcomes_, departments_, months_;
};

}  // namespace pages
