// How many of each stratum are drawn (应抽数): the office's rule, computed and shown; no check depends on it.
#pragma once

#include <cstdint>
#include <vector>

namespace draw {

/// The least n with n / eligible >= ppm / 10^6: eligible · ppm / 10^6 rounded up. Both at most 2^53.
std::uint64_t rounded_up(std::uint64_t eligible, std::uint64_t ppm);

/// What one stratum gets of a total, with the arithmetic.
struct Share {
    std::uint64_t eligible = 0;
    std::uint64_t whole = 0;      ///< floor(total · eligible / all eligible)
    std::uint64_t remainder = 0;  ///< of that division; the exact share is whole + remainder / divisor
    std::uint64_t divisor = 1;    ///< all eligible among whom the total was divided
    std::uint64_t rank = 0;       ///< among the remainders, 1 the largest; 0: raised to one, or nobody is eligible
    std::uint64_t n = 0;
};

/// Divides `total` in proportion to the eligible (largest remainder, 最大余数法). A stratum whose share is below one
/// gets one, and the others share what is left; of equal remainders the earlier stratum goes first. The sum of n is
/// `total` if it is at least the number of strata with somebody eligible and at most all eligible; every n is then
/// within 1 and eligible (0 where nobody is eligible). Another total throws std::invalid_argument.
std::vector<Share> shares_of(const std::vector<std::uint64_t>& eligible, std::uint64_t total);

}  // namespace draw
