// The lists of one office's results of one year: all of them, and by department and by outcome. Rows come once, in the
// order of publication; each list keeps the rows of one page only. Boundaries of full pages never move.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/pages/chart.h"
#include "generator/pages/row_pages.h"

namespace pages {

class ResultLists {
  public:
    ResultLists(const Site& site, const records::PublicSite::ResultYear& list);

    void add(const records::PublicResult& result);
    /// Writes the last pages.
    void finish();

    int pages() const { return pages_; }
    /// With the address of each list; most first. Tombstones are not counted.
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

    void add_to(Parts& parts, const std::string& key, const std::string& words, const records::PublicResult& result);
    static std::vector<Bar> bars(const Parts& parts);
    void write_page(const std::string& title, const std::function<std::string(int)>& address, int number,
                    const std::vector<records::PublicResult>& rows, bool more) const;

    const Site& site_;
    const records::PublicSite::ResultYear& list_;
    std::string folder_, title_;
    Pages all_;
    Parts outcomes_, departments_;
    std::map<std::string, std::int64_t> months_;
    int pages_ = 0;
};

}  // namespace pages
