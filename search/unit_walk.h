// Goes through texts in order and divides them: a beginning that few enough records have is a unit, never divided over
// two leaves; one that more have is a head. Knows neither files nor threads.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "search/findable_store.h"
#include "search/heads.h"
#include "search/record_store.h"

namespace search {

struct Unit {
    std::span<const Entry> entries;
    std::size_t depth = 0;     ///< characters that all of them begin with
    std::uint64_t weight = 0;  ///< about what its rows cost in a file
};

struct WalkLimits {
    std::uint32_t most_exact = 0;   ///< distinct records of a unit
    std::uint64_t most_weight = 0;  ///< of a unit of more than one record
    std::size_t best = 50;          ///< rows of a head with more than most_exact matches
};

/// What a walk notes of each record; one walk after another uses the same, so that memory is taken once.
struct WalkNotes {
    explicit WalkNotes(std::size_t records) : seen(records), match(records) {}
    std::vector<std::uint32_t> seen;  ///< the last mark
    std::vector<std::uint8_t> match;  ///< its best match, while a head is made
    std::uint32_t mark = 0;
};

class UnitWalk {
  public:
    UnitWalk(const FindableStore& texts, const RecordStore& records, WalkLimits limits, WalkNotes& notes,
             std::function<void(const Unit&)> unit, std::function<void(Head&&)> head);
    /// Entries in order that share their first symbol. Heads have record numbers in place of rows.
    void walk(std::span<const Entry> entries);

  private:
    void divide(std::span<const Entry> entries, std::size_t depth);
    bool is_unit(std::span<const Entry> entries, std::size_t depth);
    Head head(std::span<const Entry> entries, std::size_t depth);
    std::span<const Entry> same_symbol(std::span<const Entry> entries, std::size_t depth) const;
    std::uint32_t fresh_mark() { return ++notes_.mark; }

    const FindableStore& texts_;
    const RecordStore& records_;
    WalkLimits limits_;
    WalkNotes& notes_;
    std::function<void(const Unit&)> unit_;
    std::function<void(Head&&)> head_;
};

}  // namespace search
