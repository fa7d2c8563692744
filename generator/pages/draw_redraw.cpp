// An aborted draw and the one made instead of it, side by side: who stands in one list and not in the other.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "generator/pages/committed_draw.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

using Committed = records::PublicCommittedDraw;
using Codes = std::set<std::string>;

constexpr std::size_t differences_shown = 200;

/// Whom a draw drew: of its pool, where that is public, else of its list.
Codes drawn_of(records::PublicSite& records, const Committed& draw) {
    Codes codes;
    if (!pool_is_public(draw)) {
        records.each_drawn_object(draw.draw, [&](const records::PublicDrawnObject& row) { codes.insert(row.code); });
        return codes;
    }
    std::map<std::string, std::int64_t> wanted;
    for (const auto& stratum : records.draw_strata(draw.draw)) wanted[stratum.code] = stratum.n;
    records.each_pool_row(draw.draw, [&](const records::PublicDrawPoolRow& row) {
        if (row.rank && *row.rank <= wanted[row.stratum]) codes.insert(row.id);
    });
    return codes;
}

/// The aborted draw and the one that followed; nothing when this draw is neither.
std::optional<std::pair<Committed, Committed>> pair_of(records::PublicSite& records, const Committed& draw) {
    if (draw.state == "aborted" && draw.later != 0)
        if (auto later = records.committed_draw(draw.later)) return std::pair{draw, *std::move(later)};
    if (draw.earlier != 0)
        if (auto earlier = records.committed_draw(draw.earlier); earlier && earlier->state == "aborted")
            return std::pair{*std::move(earlier), draw};
    return std::nullopt;
}

std::string without(const Codes& some, const Codes& others, std::vector<std::string>& found) {
    std::set_difference(some.begin(), some.end(), others.begin(), others.end(), std::back_inserter(found));
    return fmt::format("{}", found.size());
}

}  // namespace

void fill_redraw(Page& page, records::PublicSite& records, const Committed& committed) {
    const auto both = pair_of(records, committed);
    if (!both) return;
    View view = page.body().add("REDRAW");
    const auto& [aborted, redrawn] = *both;
    const Codes first = drawn_of(records, aborted), second = drawn_of(records, redrawn);
    const std::string sentence = fmt::format("前一次抽取（序号 {}）在{}中止，后一次（序号 {}）重新抽取。", aborted.seq,
                                             moment_words(aborted.ended_at), redrawn.seq);
    if (first.empty() || second.empty()) {
        view.set("REDRAW_WORDS", sentence + (first.empty() ? "前一次中止时还没有抽出名单，没有可以对照的。"
                                                           : "后一次的名单公开以后，这里列出两份名单的不同。"));
        return;
    }
    std::vector<std::string> only_first, only_second;
    const std::string gone = without(first, second, only_first), come = without(second, first, only_second);
    view.set("REDRAW_WORDS",
             fmt::format("{}两份名单各 {} 户和 {} 户，其中 {} 户相同；只在前一次的 {} 户，只在后一次的 {} 户。",
                         sentence, first.size(), second.size(), first.size() - only_first.size(), gone, come));
    if (only_first.empty() && only_second.empty()) return;
    View different = view.add("REDRAW_DIFFERENT");
    different.set("REDRAW_DIFFERENT", static_cast<std::int64_t>(only_first.size() + only_second.size()));
    Table table(page, different, "REDRAW_TABLE", "两份名单的不同", {"代码", "前一次（中止）", "后一次"});
    const auto rows = [&](const std::vector<std::string>& codes, bool in_first) {
        for (std::size_t i = 0; i < std::min(codes.size(), differences_shown); ++i) {
            table.row();
            table.code(codes[i]);
            table.text(in_first ? "抽中" : "没有抽中");
            table.text(in_first ? "没有抽中" : "抽中");
        }
    };
    rows(only_first, true);
    rows(only_second, false);
}

}  // namespace pages
