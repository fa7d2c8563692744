// The rows behind a finding that are kept: all of them, or only those missing and excepted where there are too many.
// Bounded; the same rows in any order give the same. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "generator/duties/findings.h"

namespace duties {

class KeptRows {
  public:
    /// `order` is the row's true id: a withheld row is listed without it.
    void add(FindingRow row, records::Id order);
    /// Whether a row of this outcome would be kept; if not, pass_over() counts it without its being made.
    bool keeps(Outcome outcome) const;
    void pass_over() { ++total_; }
    std::int64_t total() const { return total_; }
    /// By outcome (missing, excepted, open, counted), day, kind and id; empties this.
    std::vector<FindingRow> take();

  private:
    struct Kept {
        FindingRow row;
        records::Id order = 0;
    };
    static bool before(const Kept& a, const Kept& b);
    void make_bounded();

    std::array<std::vector<Kept>, 4> kept_;  // by outcome; heaps once bounded
    std::int64_t total_ = 0;
    bool bounded_ = false;
};

}  // namespace duties
