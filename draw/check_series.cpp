// The check `series`: the office's list of all its draws, and this one in its place.
#include <algorithm>
#include <array>
#include <set>

#include "draw/checks.h"
#include "draw/encoding.h"

namespace draw {

namespace {

using Series = std::vector<SeriesEntry>;

bool numbered(const Series& series) {
    for (std::size_t i = 0; i < series.size(); ++i)
        if (series[i].seq != i) return false;
    return true;
}

bool chained(const Series& series) {
    Digest before{};
    for (const SeriesEntry& entry : series) {
        if (entry.prev != before) return false;
        before = entry.draw;
    }
    return true;
}

bool states_known(const Series& series) {
    constexpr std::array<std::string_view, 5> states{"open", "overdue", "revealed", "cancelled", "aborted"};
    return std::all_of(series.begin(), series.end(), [&](const SeriesEntry& entry) {
        return std::find(states.begin(), states.end(), entry.state) != states.end();
    });
}

/// No draw of a series comes after one that is still open.
bool closed_before_next(const Series& series) {
    std::set<std::string_view> unfinished;
    for (const SeriesEntry& entry : series) {
        if (unfinished.contains(entry.series)) return false;
        if (entry.state == "open" || entry.state == "overdue") unfinished.insert(entry.series);
    }
    return true;
}

template <typename Value>
bool distinct(std::vector<Value>& values) {
    std::sort(values.begin(), values.end());
    return std::adjacent_find(values.begin(), values.end()) == values.end();
}

bool nothing_used_twice(const Series& series) {
    std::vector<Digest> commits;
    std::vector<std::string_view> keys;
    for (const SeriesEntry& entry : series) {
        commits.insert(commits.end(), entry.commits.begin(), entry.commits.end());
        if (!entry.salt_key.empty()) keys.push_back(entry.salt_key);
    }
    return distinct(commits) && distinct(keys);
}

bool keys_only_when_opened(const Series& series) {
    return std::all_of(series.begin(), series.end(), [](const SeriesEntry& entry) {
        return entry.salt_key.empty() || entry.state == "revealed" || entry.state == "aborted";
    });
}

bool in_its_place(const Papers& papers, const Series& series) {
    const Announcement& announcement = papers.announcement;
    if (announcement.seq >= series.size()) return false;
    const SeriesEntry& entry = series[announcement.seq];
    return entry.draw == papers.identity && entry.prev == announcement.prev && entry.series == announcement.series &&
           std::equal(entry.commits.begin(), entry.commits.end(), announcement.nonces.begin(),
                      announcement.nonces.end(),
                      [](const Digest& commit, const Announcement::Holder& holder) { return commit == holder.commit; });
}

}  // namespace

Finding check_series(const Papers& papers, const std::optional<Series>& told) {
    if (!told) return unchecked("没有提供机关的抽取清单");
    const Series& series = *told;
    if (!numbered(series)) return failed("清单的序号不是从 0 起逐一递增");
    if (!chained(series)) return failed("清单的前后承接断开");
    if (!states_known(series)) return failed("清单里有不认识的状态");
    if (!closed_before_next(series)) return failed("同一系列有未了结的抽取之后又有新的抽取");
    if (!nothing_used_twice(series)) return failed("清单里有重复使用的秘密数承诺或盐密钥");
    if (!keys_only_when_opened(series)) return failed("尚未公开的抽取不应当有盐密钥");
    if (!in_its_place(papers, series)) return failed("清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致");
    const std::uint64_t seq = papers.announcement.seq;
    const std::string& key = series[seq].salt_key;
    if (papers.reveal && !key.empty() && key != hex(papers.reveal->salt_key))
        return failed("清单里的盐密钥与公开的不同");
    return held("机关清单 " + std::to_string(series.size()) + " 次抽取前后相接，这次是第 " + std::to_string(seq) +
                " 号");
}

}  // namespace draw
