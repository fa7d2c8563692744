#include "generator/draws/strata_counts.h"

#include <fmt/format.h>

#include <algorithm>

#include "draw/allocation.h"
#include "generator/draws/errors.h"
#include "text/fold.h"

namespace draws {

namespace {

using Stratum = draw::Quota::Stratum;

constexpr std::uint64_t million = 1'000'000;

/// A number of millionths in decimals, exactly: 570000 is 0.57.
std::string decimal(std::uint64_t millionths) {
    std::string text = fmt::format("{}.{:06}", millionths / million, millionths % million);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

/// The ratio of a stratum; nothing when none is about it.
const Ratio* ratio_of(const std::string& code, const std::string& word, const std::vector<Ratio>& ratios) {
    const auto about = [&](const std::string& scope) {
        const std::string folded = text::fold(scope);
        return folded == text::fold(code) || folded == text::fold(word);
    };
    const auto own = std::find_if(ratios.begin(), ratios.end(), [&](const Ratio& one) { return about(one.scope); });
    if (own != ratios.end()) return &*own;
    const auto all = std::find_if(ratios.begin(), ratios.end(), [](const Ratio& one) { return one.scope.empty(); });
    return all == ratios.end() ? nullptr : &*all;
}

std::string called(const Stratum& stratum, const ObjectPool& pool) {
    const std::string& word = pool.strata.at(stratum.code);
    return word == stratum.code ? word : word + "（" + stratum.code + "）";
}

/// What is eligible in each stratum and what is excluded by each reason, with the ratios as floors.
Arithmetic counted(const ObjectPool& pool, const std::vector<Ratio>& ratios) {
    std::map<std::string, std::uint64_t> eligible, excluded;
    for (const PoolObject& object : pool.objects)
        ++(object.excl.empty() ? eligible[object.stratum] : excluded[object.excl]);
    Arithmetic sums;
    sums.excluded.assign(excluded.begin(), excluded.end());
    for (const auto& [code, count] : eligible) {
        const Ratio* ratio = ratio_of(code, pool.strata.at(code), ratios);
        sums.strata.push_back({code, count, 0, ratio == nullptr ? 0 : static_cast<std::uint64_t>(ratio->ppm)});
    }
    if (sums.strata.empty()) throw Refused("范围内的对象都被排除了，没有可以抽取的；请核对排除条件");
    return sums;
}

void by_ratios(Arithmetic& sums, const ObjectPool& pool) {
    for (Stratum& stratum : sums.strata) {
        const std::string name = called(stratum, pool);
        if (stratum.ppm == 0)
            throw Refused("计划里没有“" + name + "”的抽查比例；请用 --ratio " + stratum.code +
                          "=5% 写明，或用 --total 写明总数");
        if (stratum.ppm > million) throw Refused("“" + name + "”的抽查比例超过 100%，请用 --ratio 写明");
        stratum.n = draw::rounded_up(stratum.eligible, stratum.ppm);
        const std::uint64_t product = stratum.eligible * stratum.ppm;
        sums.lines.push_back(fmt::format("{}：{} 户 × {} = {}{}", name, stratum.eligible,
                                         percent(static_cast<std::int64_t>(stratum.ppm)), decimal(product),
                                         product % million == 0 ? "" : fmt::format("，进一取整 {}", stratum.n)));
    }
}

void by_total(Arithmetic& sums, const ObjectPool& pool, std::uint64_t total) {
    std::uint64_t all = 0;
    std::vector<std::uint64_t> eligible;
    for (const Stratum& stratum : sums.strata) {
        eligible.push_back(stratum.eligible);
        all += stratum.eligible;
    }
    if (total < sums.strata.size() || total > all)
        throw Refused(fmt::format("--total {} 不行：每层至少抽 1 户，共 {} 层；可以抽取的只有 {} 户", total,
                                  sums.strata.size(), all));
    const std::vector<draw::Share> shares = draw::shares_of(eligible, total);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        Stratum& stratum = sums.strata[i];
        const draw::Share& share = shares[i];
        stratum.n = share.n;
        const std::string name = called(stratum, pool);
        sums.lines.push_back(share.rank == 0 ? fmt::format("{}：{} 户，按比例不足一户，抽 1 户", name, stratum.eligible)
                                             : fmt::format("{}：{} 户，应分 {} 又 {}/{}，余数第 {} 大，得 {} 户", name,
                                                           stratum.eligible, share.whole, share.remainder,
                                                           share.divisor, share.rank, stratum.n));
        if (stratum.ppm > 0 && stratum.n * million < stratum.eligible * stratum.ppm)
            throw Refused(fmt::format(
                "总数 {} 户分到“{}”只有 {} 户，低于计划的比例 {}；请加大 --total，或去掉 --total 按比例抽取", total,
                name, stratum.n, percent(static_cast<std::int64_t>(stratum.ppm))));
    }
}

}  // namespace

std::string percent(std::int64_t ppm) {
    return decimal(static_cast<std::uint64_t>(ppm) * 100) + "%";
}

Arithmetic count_strata(const ObjectPool& pool, const std::vector<Ratio>& ratios, std::optional<std::uint64_t> total) {
    Arithmetic sums = counted(pool, ratios);
    if (total)
        by_total(sums, pool, *total);
    else
        by_ratios(sums, pool);
    for (const Stratum& stratum : sums.strata) sums.drawn += stratum.n;
    return sums;
}

}  // namespace draws
