// The checks `drawn`, `matching` and `result root`: the published list against the one computed anew, and against what
// was recorded. The list is read row by row, never held.
#include <algorithm>

#include "draw/checks.h"
#include "draw/result_tree.h"
#include "draw/salter.h"

namespace draw {

namespace {

std::string missing_for_drawn(const Papers& papers, const Recomputed& again, bool inspectors_there) {
    return absent({{"objects.tsv", again.objects.has_value()},
                   {"quota.json", papers.quota.has_value()},
                   {"record.json", papers.record.has_value()},
                   {"reveal.json", papers.reveal.has_value()},
                   {"drawn.json", papers.drawn.has_value()},
                   {"inspectors.tsv", inspectors_there}});
}

/// Whether every published row is, in turn, what `same` expects of the object computed anew at its place.
template <typename Same>
bool rows_are(const Papers& papers, const Recomputed& again, Same same) {
    if (papers.drawn->rows != again.drawn.size()) return false;
    DrawnReader reader(papers.drawn->bytes);
    DrawnRow row;
    for (std::size_t i = 0; i < again.drawn.size() && reader.next(row); ++i)
        if (row.id != again.drawn[i].id.text() || !same(row, i)) return false;
    return true;
}

bool same_inspectors(const Recomputed& again, const DrawnRow& row, std::size_t i) {
    const auto picks = again.picks.of(i);
    return std::equal(picks.begin(), picks.end(), row.inspectors.begin(), row.inspectors.end(),
                      [&](InspectorNumber picked, std::string_view published) {
                          return published ==
                                 (picked == nobody ? "" : std::string_view(again.matching->inspector(picked).id));
                      });
}

/// The leaves of the published list, and whether its ids ascend.
std::vector<ResultLeaf> leaves_of(const DrawnFacts& drawn, bool& ascending) {
    std::vector<ResultLeaf> leaves;
    leaves.reserve(drawn.rows);
    DrawnReader reader(drawn.bytes);
    std::string_view before;
    for (DrawnRow row; reader.next(row); before = row.id) {
        if (row.id <= before) ascending = false;
        leaves.push_back(result_leaf_of(row.id, row.inspectors, row.salt));
    }
    return leaves;
}

}  // namespace

Finding check_drawn(const Papers& papers, const Recomputed& again) {
    if (const auto missing = missing_for_drawn(papers, again, true); !missing.empty())
        return unchecked(missing_sentence(missing));
    const Salter salter(papers.reveal->salt_key);
    if (!rows_are(papers, again,
                  [&](const DrawnRow& row, std::size_t) { return row.salt == salter.of("res", row.id); }))
        return failed("重新计算的抽中名单与公开的不同");
    return held("重新计算得到同样的 " + std::to_string(again.drawn.size()) + " 户");
}

Finding check_matching(const Papers& papers, const Recomputed& again) {
    if (const auto missing = missing_for_drawn(papers, again, again.inspectors.has_value()); !missing.empty())
        return unchecked(missing_sentence(missing));
    if (!rows_are(papers, again, [&](const DrawnRow& row, std::size_t i) { return same_inspectors(again, row, i); }))
        return failed("重新计算的检查人员与公开的不同");
    return held("重新计算得到同样的检查人员；未配齐名额 " + std::to_string(again.picks.unfilled) +
                " 个，候选不足四人的名额 " + std::to_string(again.picks.few_candidates) + " 个");
}

Finding check_result_root(const Papers& papers) {
    const auto missing = absent({{"drawn.json", papers.drawn.has_value()}, {"record.json", papers.record.has_value()}});
    if (!missing.empty()) return unchecked(missing_sentence(missing));
    bool ascending = true;
    const ResultTree tree(leaves_of(*papers.drawn, ascending));
    if (!ascending) return failed("drawn.json 没有按代码升序排列，或者有重复");
    if (!tree.salts_differ()) return failed("名单里有重复的随机盐");
    const std::uint64_t rows = papers.drawn->rows;
    if (rows != papers.record->size || rows != papers.announcement.drawn) return failed("名单户数与登记的或承诺的不同");
    if (tree.root() != papers.record->root) return failed("名单与登记的结果摘要不同");
    return held("公开的名单就是登记时锁定的那份，共 " + std::to_string(rows) + " 户");
}

}  // namespace draw
