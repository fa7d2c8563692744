// 各层应抽和实抽: what the quota promised beside what the published list has, who took no part, and how the tickets of
// the whole pool lie.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "generator/pages/chart.h"
#include "generator/pages/committed_draw.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

using Committed = records::PublicCommittedDraw;
using Strata = std::vector<records::PublicDrawStratum>;

constexpr std::size_t tenths = 10;

/// What one reading of the pool tells.
struct PoolSpan {
    std::map<std::string, std::int64_t> listed;              // of the published list, by stratum
    std::map<std::string, std::int64_t> excluded_but_drawn;  // by reason: would have been drawn
    std::array<std::int64_t, tenths> tickets{};              // eligible objects, by tenth of the range of tickets
    std::int64_t eligible = 0;
};

/// Which tenth of all possible tickets one lies in, by its first four hexadecimal digits.
std::size_t tenth_of(std::string_view ticket) {
    std::size_t value = 0;
    for (const char digit : ticket.substr(0, 4))
        value = value * 16 + static_cast<std::size_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    return value * tenths / 65536;
}

PoolSpan read_pool(records::PublicSite& records, const Committed& draw, const Strata& strata) {
    PoolSpan span;
    std::set<std::string> listed;
    records.each_drawn_object(draw.draw, [&](const records::PublicDrawnObject& row) { listed.insert(row.code); });
    records.each_pool_row(draw.draw, [&](const records::PublicDrawPoolRow& row) {
        if (listed.contains(row.id)) ++span.listed[row.stratum];
        if (!row.excl.empty()) {
            const auto stratum =
                std::find_if(strata.begin(), strata.end(), [&](const auto& one) { return one.code == row.stratum; });
            if (row.rank_if_not_excluded && stratum != strata.end() && *row.rank_if_not_excluded <= stratum->n)
                ++span.excluded_but_drawn[row.excl];
        } else if (row.ticket.size() >= 4) {
            ++span.eligible;
            ++span.tickets[tenth_of(row.ticket)];
        }
    });
    return span;
}

void fill_table(Page& page, View view, const Strata& strata, const PoolSpan* pool) {
    Table table(page, view, "STRATA_TABLE", "各层应抽和实抽",
                {"分层", "合格对象", "应抽", "抽取比例", "法定下限", "名单里的户数"});
    for (std::size_t column = 1; column < 6; ++column) table.column_style(column, "number");
    for (const records::PublicDrawStratum& stratum : strata) {
        table.row();
        table.text(stratum.name);
        table.number(stratum.eligible);
        table.number(stratum.n);
        table.text(share_words(stratum.n, stratum.eligible));
        table.text(stratum.ppm == 0 ? "没有规定" : percent_of(stratum.ppm));
        if (pool == nullptr) {
            table.text("");
            continue;
        }
        const auto found = pool->listed.find(stratum.code);
        table.number(found == pool->listed.end() ? 0 : found->second);
    }
}

void fill_exclusions(Page& page, View view, records::PublicSite& records, const Committed& draw, const PoolSpan* pool) {
    const auto excluded = records.draw_exclusions(draw.draw);
    if (excluded.empty()) return;
    Table table(page, view, "EXCLUSIONS", "在对象库里、按规定不参加抽取的", {"理由", "户数", "假如参加，本会抽中的"});
    table.column_style(1, "number");
    table.column_style(2, "number");
    for (const records::PublicDrawExclusion& row : excluded) {
        table.row();
        table.text(exclusion_words(row.code));
        table.also(row.code);
        table.number(row.count);
        if (pool == nullptr) {
            table.text("");
            continue;
        }
        const auto found = pool->excluded_but_drawn.find(row.code);
        table.number(found == pool->excluded_but_drawn.end() ? 0 : found->second);
    }
}

void fill_charts(Page& page, View view, const Strata& strata, const PoolSpan& pool) {
    std::vector<Bar> bars;
    for (const records::PublicDrawStratum& stratum : strata) {
        const auto found = pool.listed.find(stratum.code);
        bars.push_back({stratum.name, found == pool.listed.end() ? 0 : found->second, "", stratum.n});
    }
    view.show("CHARTS");
    fill_chart(page, view, "STRATA_CHART", "名单里的户数／应抽户数", "分层", "名单里的／应抽", bars);
    if (pool.eligible == 0) return;
    view.show("TICKETS");
    std::vector<Bar> columns;
    for (std::size_t tenth = 0; tenth < tenths; ++tenth)
        columns.push_back({fmt::format("第{}段", tenth + 1), pool.tickets[tenth], ""});
    fill_histogram(page, view, "HISTOGRAM", "票号的分布：从小到大平分十段，每段的户数应当差不多", "票号", "户数",
                   columns);
}

}  // namespace

void fill_strata(Page& page, records::PublicSite& records, const Committed& committed) {
    View view = page.body().add("STRATA");
    if (committed.basis == "classes") {
        view.fill("STRATA_WORDS",
                  fmt::format("这次抽取按信用风险分类分层。分类依规定不公开，所以各层的户数和应抽数也不公开，"
                              "只公开总数：{} 户中抽 {} 户。审计和监督机关能看到并核对全部。",
                              committed.objects_size, committed.drawn));
        return;
    }
    const auto strata = records.draw_strata(committed.draw);
    view.fill("STRATA_WORDS", "分层和应抽数在抽取之前已经公布并锁定。每一层里票号最小的几户抽中。");
    if (!pool_is_public(committed)) {
        fill_table(page, view, strata, nullptr);
        fill_exclusions(page, view, records, committed, nullptr);
        return;
    }
    const PoolSpan pool = read_pool(records, committed, strata);
    const bool listed = !pool.listed.empty();
    fill_table(page, view, strata, listed ? &pool : nullptr);
    fill_exclusions(page, view, records, committed, &pool);
    if (listed) fill_charts(page, view, strata, pool);
}

}  // namespace pages
