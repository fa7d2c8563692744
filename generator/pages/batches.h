// Hands records to the crew in batches: one page is too little work for a lock.
#pragma once

#include <utility>
#include <vector>

#include "generator/pages/crew.h"
#include "generator/pages/site.h"

namespace pages {

template <typename Row>
class Batches {
  public:
    using Write = void (*)(const Site&, records::PublicSite&, const Row&);
    Batches(const Site& site, Crew& crew, std::size_t size, Write write)
        : site_(site), crew_(crew), size_(size), write_(write) {}
    void add(const Row& row) {
        rows_.push_back(row);
        if (rows_.size() == size_) flush();
    }
    void flush() {
        if (rows_.empty()) return;
        crew_.add([&site = site_, write = write_, rows = std::exchange(rows_, {})](records::PublicSite& records) {
            for (const Row& row : rows) write(site, records, row);
        });
    }

  private:
    const Site& site_;
    Crew& crew_;
    std::size_t size_;
    Write write_;
    std::vector<Row> rows_;
};

}  // namespace pages
