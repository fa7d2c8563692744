#include "generator/duties/kept_rows.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace duties {

namespace {

constexpr std::array shown_first{Outcome::missing, Outcome::excepted, Outcome::open, Outcome::counted};

bool stays(Outcome outcome) {
    return outcome == Outcome::missing || outcome == Outcome::excepted;
}

}  // namespace

bool KeptRows::before(const Kept& a, const Kept& b) {
    return std::tie(a.row.day, a.row.kind, a.order, a.row.name) < std::tie(b.row.day, b.row.kind, b.order, b.row.name);
}

void KeptRows::make_bounded() {
    bounded_ = true;
    for (const Outcome outcome : shown_first) {
        auto& rows = kept_[static_cast<std::size_t>(outcome)];
        if (stays(outcome))
            std::make_heap(rows.begin(), rows.end(), before);
        else
            std::vector<Kept>().swap(rows);
    }
}

bool KeptRows::keeps(Outcome outcome) const {
    return !bounded_ || stays(outcome);
}

void KeptRows::add(FindingRow row, records::Id order) {
    if (++total_ > static_cast<std::int64_t>(most_rows_kept) && !bounded_) make_bounded();
    if (bounded_ && !stays(row.outcome)) return;
    auto& rows = kept_[static_cast<std::size_t>(row.outcome)];
    rows.push_back({std::move(row), order});
    if (!bounded_) return;
    std::push_heap(rows.begin(), rows.end(), before);
    if (rows.size() <= most_rows_kept) return;
    std::pop_heap(rows.begin(), rows.end(), before);
    rows.pop_back();
}

std::vector<FindingRow> KeptRows::take() {
    std::vector<FindingRow> all;
    for (const Outcome outcome : shown_first) {
        auto& rows = kept_[static_cast<std::size_t>(outcome)];
        std::sort(rows.begin(), rows.end(), before);
        for (Kept& kept : rows) all.push_back(std::move(kept.row));
        rows.clear();
    }
    return all;
}

}  // namespace duties
