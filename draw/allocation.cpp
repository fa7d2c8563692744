#include "draw/allocation.h"

#include <algorithm>
#include <stdexcept>

namespace draw {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t million = 1'000'000;

/// Divides among the strata of `open`; true when none of them has a share below one.
bool divide(std::vector<Share>& shares, const std::vector<std::size_t>& open, std::uint64_t total) {
    std::uint64_t all = 0;
    for (const std::size_t i : open) all += shares[i].eligible;
    bool enough = true;
    for (const std::size_t i : open) {
        const Wide product = static_cast<Wide>(total) * shares[i].eligible;
        shares[i].whole = static_cast<std::uint64_t>(product / all);
        shares[i].remainder = static_cast<std::uint64_t>(product % all);
        shares[i].divisor = all;
        enough = enough && shares[i].whole > 0;
    }
    return enough;
}

/// Rounds the shares of `open` so that they sum to `total`.
void round(std::vector<Share>& shares, std::vector<std::size_t> open, std::uint64_t total) {
    for (const std::size_t i : open) total -= shares[i].whole;
    std::stable_sort(open.begin(), open.end(),
                     [&](std::size_t a, std::size_t b) { return shares[a].remainder > shares[b].remainder; });
    for (std::size_t rank = 0; rank < open.size(); ++rank) {
        Share& share = shares[open[rank]];
        share.rank = rank + 1;
        share.n = share.whole + (rank < total ? 1 : 0);
    }
}

}  // namespace

std::uint64_t rounded_up(std::uint64_t eligible, std::uint64_t ppm) {
    return static_cast<std::uint64_t>((static_cast<Wide>(eligible) * ppm + million - 1) / million);
}

std::vector<Share> shares_of(const std::vector<std::uint64_t>& eligible, std::uint64_t total) {
    std::vector<Share> shares;
    std::vector<std::size_t> open;
    std::uint64_t all = 0;
    for (const std::uint64_t count : eligible) {
        if (count > 0) open.push_back(shares.size());
        shares.push_back({count});
        all += count;
    }
    if (total < open.size() || total > all) throw std::invalid_argument("largest remainder: total out of range");
    while (!divide(shares, open, total)) {
        std::vector<std::size_t> left;
        for (const std::size_t i : open) {
            if (shares[i].whole > 0) {
                left.push_back(i);
            } else {
                shares[i].n = 1;
                --total;
            }
        }
        open = std::move(left);
    }
    round(shares, open, total);
    return shares;
}

}  // namespace draw
