// The check `quotas`: how many are drawn in each stratum, and that nobody was left out of the sums.
#include <algorithm>

#include "draw/checks.h"

namespace draw {

namespace {

__extension__ using Wide = unsigned __int128;  // products of two integers of 53 bits, exactly

bool ascending(const std::vector<Quota::Stratum>& strata) {
    return std::adjacent_find(strata.begin(), strata.end(), [](const auto& first, const auto& second) {
               return first.code >= second.code;
           }) == strata.end();
}

bool counts_allowed(const Quota& quota) {
    return std::all_of(quota.strata.begin(), quota.strata.end(),
                       [](const Quota::Stratum& stratum) { return stratum.n >= 1 && stratum.n <= stratum.eligible; }) &&
           std::none_of(quota.excluded.begin(), quota.excluded.end(),
                        [](const auto& entry) { return entry.second == 0; });
}

bool above_floor(const Quota::Stratum& stratum) {
    return static_cast<Wide>(stratum.n) * 1'000'000 >= static_cast<Wide>(stratum.eligible) * stratum.ppm;
}

}  // namespace

Finding check_quotas(const Papers& papers) {
    if (!papers.quota) return unchecked(missing_sentence("quota.json"));
    const Quota& quota = *papers.quota;
    if (papers.quota_commitment != papers.announcement.quota) return failed("quota.json 与承诺的摘要不同");
    if (!ascending(quota.strata)) return failed("各层没有按代码升序排列，或者有重复");
    if (!counts_allowed(quota)) return failed("应抽数应当在 1 与合格数之间，各数不为零");
    if (!std::all_of(quota.strata.begin(), quota.strata.end(), above_floor)) return failed("应抽数低于法定比例");
    Sum pool, drawn;
    for (const Quota::Stratum& stratum : quota.strata) {
        pool.add(stratum.eligible);
        drawn.add(stratum.n);
    }
    for (const auto& [reason, count] : quota.excluded) pool.add(count);
    if (pool.value != papers.announcement.objects.size) return failed("合格数与排除数之和不等于对象库总数");
    if (drawn.value != papers.announcement.drawn) return failed("各层应抽数之和不等于承诺的抽取数");
    if (papers.record && drawn.value != papers.record->size) return failed("各层应抽数之和不等于登记的结果数");
    return held("共 " + std::to_string(quota.strata.size()) + " 层，应抽 " + std::to_string(drawn.value) + " 户");
}

}  // namespace draw
