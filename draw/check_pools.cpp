// The checks `object pool`, `inspector pool` and `exclusions`: the tables are those that were frozen.
#include <algorithm>

#include "draw/checks.h"

namespace draw {

namespace {

std::uint64_t total(const std::vector<std::pair<std::string, std::uint64_t>>& counts) {
    Sum sum;
    for (const auto& [code, count] : counts) sum.add(count);
    return sum.value;
}

bool same_strata(const ObjectPool& pool, const Quota& quota) {
    return std::equal(pool.eligible.begin(), pool.eligible.end(), quota.strata.begin(), quota.strata.end(),
                      [](const auto& counted, const Quota::Stratum& stratum) {
                          return counted.first == stratum.code && counted.second == stratum.eligible;
                      });
}

}  // namespace

Finding check_object_pool(const Papers& papers, const Recomputed& again) {
    const auto missing =
        absent({{"reveal.json", papers.reveal.has_value()}, {"objects.tsv", again.objects.has_value()}});
    if (!missing.empty()) return unchecked(missing_sentence(missing));
    if (again.objects->rows != papers.announcement.objects.size) return failed("对象库的行数与承诺不同");
    if (again.objects->root != papers.announcement.objects.root) return failed("对象库与承诺的摘要不同");
    return held("对象库 " + std::to_string(again.objects->rows) + " 户没有改动（不说明是否齐全）");
}

Finding check_inspector_pool(const Papers& papers, const Recomputed& again) {
    const auto missing =
        absent({{"reveal.json", papers.reveal.has_value()}, {"inspectors.tsv", again.inspectors.has_value()}});
    if (!missing.empty()) return unchecked(missing_sentence(missing));
    if (again.inspectors->rows() != papers.announcement.inspectors.size) return failed("检查人员库的行数与承诺不同");
    if (again.inspectors->root != papers.announcement.inspectors.root) return failed("检查人员库与承诺的摘要不同");
    return held("检查人员库 " + std::to_string(again.inspectors->rows()) + " 人没有改动");
}

Finding check_exclusions(const Papers& papers, const Recomputed& again) {
    const auto missing = absent({{"objects.tsv", again.objects.has_value()}, {"quota.json", papers.quota.has_value()}});
    if (!missing.empty()) return unchecked(missing_sentence(missing));
    const ObjectPool& pool = *again.objects;
    if (pool.excluded_otherwise != 0) return failed("对象库里有不允许的排除理由");
    if (pool.excluded != papers.quota->excluded) return failed("各排除理由的户数与 quota.json 不同");
    if (!same_strata(pool, *papers.quota)) return failed("各层的合格户数与 quota.json 不同");
    if (pool.short_of_slots != 0) return failed("有合格对象的检查人员名额少于两个");
    return held("排除 " + std::to_string(total(pool.excluded)) + " 户，合格 " + std::to_string(total(pool.eligible)) +
                " 户，与公布的数一致");
}

}  // namespace draw
