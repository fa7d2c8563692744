// The arithmetic of a draw 抽取数的算法: how many of each stratum are drawn, by the plan's ratios (rounded up) or by
// dividing a total (largest remainder), and in words that a clerk can follow with a pencil.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "draw/package.h"
#include "generator/draws/object_pool.h"
#include "generator/draws/task_facts.h"

namespace draws {

struct Arithmetic {
    std::vector<draw::Quota::Stratum> strata;                     // ascending by code
    std::vector<std::pair<std::string, std::uint64_t>> excluded;  // ascending by reason
    std::vector<std::string> lines;                               // the sums, one line a stratum
    std::uint64_t drawn = 0;
};

/// `ratios` by stratum: those whose scope is the stratum's code or word, else those without a scope. With a `total` it
/// is divided by the numbers of eligible objects, and the ratios are floors. Throws Refused when a stratum has no ratio
/// (and there is no total) or the total is too small or too large.
Arithmetic count_strata(const ObjectPool& pool, const std::vector<Ratio>& ratios, std::optional<std::uint64_t> total);

/// Parts per million as people write it: 50000 is 5%.
std::string percent(std::int64_t ppm);

}  // namespace draws
