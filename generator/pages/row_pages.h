// A list that is written page by page while its rows come from a cursor, so that a list of any length needs the memory
// of one page.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "generator/pages/kinds.h"

namespace pages {

template <typename Row>
class RowPages {
  public:
    /// `write` gets the page's number (from 1), its rows, and whether another page follows.
    using Write = std::function<void(int number, const std::vector<Row>& rows, bool more)>;
    explicit RowPages(Write write, std::size_t rows_a_page = rows_per_page)
        : write_(std::move(write)), rows_a_page_(rows_a_page) {}

    void add(const Row& row) {
        if (rows_.size() == rows_a_page_) flush(true);
        rows_.push_back(row);
    }
    /// Writes the last page (an empty first one when there were no rows) and answers how many there are.
    int finish() {
        if (!rows_.empty() || number_ == 0) flush(false);
        return number_;
    }

  private:
    void flush(bool more) {
        write_(++number_, rows_, more);
        rows_.clear();
    }
    Write write_;
    std::size_t rows_a_page_;
    std::vector<Row> rows_;
    int number_ = 0;
};

/// "follow-ups/", 1 → "follow-ups/"; 2 → "follow-ups/page-2.html".
std::string numbered_address(std::string_view folder, int number);

}  // namespace pages
