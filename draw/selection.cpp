#include "draw/selection.h"

#include <algorithm>

namespace draw {

namespace {

constexpr int unknown = -2, not_asked = -1;
constexpr std::uint64_t share_replaced = 20;  // one in so many of n
constexpr std::size_t slack = 4096;           // candidates kept beyond what is needed before the worst are dropped

bool before(const Candidate& a, const Candidate& b) {
    return a.ticket != b.ticket ? a.ticket < b.ticket : a.id < b.id;
}

}  // namespace

Digest ticket_of(const Digest& object_key, std::string_view id) {
    return Mac(object_key).of(id);
}

std::uint64_t replacement_limit(std::uint64_t n) {
    return std::max<std::uint64_t>(1, n / share_replaced);
}

Selection::Selection(const std::vector<std::pair<std::string, std::uint64_t>>& strata, std::uint64_t next)
    : by_number_(most_strata, unknown) {
    for (const auto& [code, n] : strata) {
        const std::uint64_t counted = std::min(n, most_objects);
        strata_.push_back({code, counted, counted + std::max(next, replacement_limit(counted)), {}, {}, false});
    }
}

void Selection::add(const ObjectRow& row) {
    if (!row.excl.empty()) return;
    int& place = by_number_[row.stratum_number];
    if (place == unknown) {
        const auto found = std::find_if(strata_.begin(), strata_.end(),
                                        [&](const Stratum& stratum) { return stratum.code == row.stratum; });
        place = found == strata_.end() ? not_asked : static_cast<int>(found - strata_.begin());
    }
    if (place == not_asked) return;
    Stratum& stratum = strata_[static_cast<std::size_t>(place)];
    if (stratum.bounded && stratum.bound < row.ticket) return;
    stratum.kept.push_back({row.ticket, ObjectId(row.id), needs_number(row.needs)});
    if (stratum.kept.size() >= 2 * stratum.keep + slack) trim(stratum);
}

std::uint32_t Selection::needs_number(std::string_view needs) {
    if (const auto known = numbers_.find(needs); known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(needs_.size());
    needs_.emplace_back(needs);
    numbers_.emplace(needs, number);
    return number;
}

void Selection::trim(Stratum& stratum) {
    const auto last = stratum.kept.begin() + static_cast<std::ptrdiff_t>(stratum.keep - 1);
    std::nth_element(stratum.kept.begin(), last, stratum.kept.end(), before);
    stratum.bound = last->ticket;
    stratum.bounded = true;
    stratum.kept.resize(stratum.keep);
}

void Selection::finish() {
    for (Stratum& stratum : strata_) {
        if (stratum.kept.size() > stratum.keep) trim(stratum);
        std::sort(stratum.kept.begin(), stratum.kept.end(), before);
    }
}

std::span<const Candidate> Selection::drawn(std::size_t stratum) const {
    const Stratum& one = strata_[stratum];
    return {one.kept.data(), std::min<std::size_t>(one.n, one.kept.size())};
}

std::span<const Candidate> Selection::next_in_order(std::size_t stratum) const {
    return std::span(strata_[stratum].kept).subspan(drawn(stratum).size());
}

std::vector<Candidate> Selection::all_drawn() const {
    std::vector<Candidate> all;
    std::size_t count = 0;
    for (std::size_t i = 0; i < strata_.size(); ++i) count += drawn(i).size();
    all.reserve(count);
    for (std::size_t i = 0; i < strata_.size(); ++i) all.insert(all.end(), drawn(i).begin(), drawn(i).end());
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.id < b.id; });
    return all;
}

}  // namespace draw
