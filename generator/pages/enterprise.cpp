// 检查对象: what was drawn, inspected and followed up, and, where there is nothing, why (three different reasons).
#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/draw_place.h"
#include "generator/pages/due_clock.h"
#include "generator/pages/feed.h"
#include "generator/pages/kinds.h"
#include "generator/pages/ledger.h"
#include "generator/pages/results.h"
#include "generator/pages/scope.h"
#include "generator/pages/table.h"
#include "generator/pages/visits.h"
#include "text/trade.h"

namespace pages {
namespace {

using History = records::PublicSite::EnterpriseHistory;

/// A trade given as a code is said in words as far as the standard's sections go.
void fill_trade(FactList& facts, const std::string& trade) {
    const std::string_view section = text::trade_section(trade);
    const bool coded = trade.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRST") == std::string::npos;
    if (!section.empty()) {
        facts.text("行业门类", section);
        facts.note(fmt::format("行业代码 {}（GB/T 4754）", trade));
    } else {
        facts.text(coded ? "行业代码" : "行业", trade);
    }
}

void fill_facts(Page& page, const Site& site, const records::PublicEnterprise& enterprise) {
    FactList facts(page, page.body(), "FACTS");
    facts.code(enterprise.code.size() == 18   ? "统一社会信用代码"
               : enterprise.code.size() == 15 ? "注册号"
                                              : "本站编号",
               enterprise.code);
    facts.text("其他代码", joined(enterprise.other_codes));
    facts.text("曾用名", joined(enterprise.former_names));
    facts.text("类别", enterprise.kind);
    facts.text("主体类型", enterprise.entity_type);
    facts.text("登记状态", enterprise.status);
    fill_trade(facts, enterprise.trade);
    facts.text("登记机关", enterprise.authority);
    facts.date("成立日期", enterprise.registered_on);
    facts.text("所在区县", !enterprise.area_name.empty() ? enterprise.area_name
                           : enterprise.area.empty()     ? std::string()
                                                         : site.office_name(enterprise.area));
}

bool withdrawn(const records::PublicDraw& draw) {
    return !draw.standing.withdrawn_on.empty();
}

std::string first_year(const History& history) {
    std::string first;
    const auto earlier = [&](const std::string& date) {
        if (date.size() >= 4 && (first.empty() || date.substr(0, 4) < first)) first = date.substr(0, 4);
    };
    for (const auto& drawing : history.drawings) earlier(drawing.draw.draw.drawn_at);
    for (const auto& result : history.results) earlier(result.facts.published_on);
    return first;
}

/// The draws in whose public pool it stands and on whose list it does not.
struct OffList {
    std::vector<records::Id> not_drawn;  // others can check that it really was not
    std::vector<records::Id> unlisted;   // its rank was within the number drawn
    std::int64_t excluded = 0;           // of not_drawn
    bool replaced = true;                // whether every one of `unlisted` is known to have been replaced
};

OffList off_list(records::PublicSite& records, const std::vector<records::Id>& pools,
                 const records::PublicEnterprise& enterprise, const History& history) {
    OffList off;
    for (const records::Id draw : pools) {
        const auto row = records.pool_row(draw, enterprise.code);
        if (!row || std::any_of(history.drawings.begin(), history.drawings.end(),
                                [&](const auto& drawing) { return drawing.draw.draw.draw == draw; }))
            continue;
        std::int64_t n = 0;
        for (const auto& stratum : records.draw_strata(draw))
            if (stratum.code == row->stratum) n = stratum.n;
        if (!row->excl.empty()) ++off.excluded;
        if (!row->excl.empty() || !row->rank || *row->rank > n) {
            off.not_drawn.push_back(draw);
            continue;
        }
        off.unlisted.push_back(draw);
        const auto facts = records.draw(draw);
        const auto committed = records.committed_draw(draw);
        off.replaced = off.replaced && facts && committed &&
                       place_of(row->rank, n, false, published_list(*facts, *committed)) == DrawPlace::replaced;
    }
    return off;
}

void fill_summary(Page& page, const records::PublicEnterprise& enterprise, const History& history, const OffList& off) {
    if (history.drawings.empty() && history.results.empty()) {
        if (off.unlisted.empty()) fill_ask(page.body().add("NEVER_DRAWN"), page.site());
        return;
    }
    const std::string year = first_year(history);
    page.body().fill("SUMMARY", fmt::format("{}被抽中 {} 次，检查 {} 次，后续处置未完结 {} 项。",
                                            year.empty() ? "" : fmt::format("{}年以来：", year), enterprise.drawn,
                                            enterprise.inspected, enterprise.open_follow_ups));
}

/// The third empty state: drawn, and no result public yet. Says until when one is due.
void fill_waiting(Page& page, const History& history) {
    const records::PublicSite::Drawing* next = nullptr;
    std::int64_t waiting = 0;
    bool late = false;
    for (const auto& drawing : history.drawings) {
        if (drawing.row.state == "已公开结果" || drawing.row.state == "不予公开" || withdrawn(drawing.draw)) continue;
        ++waiting;
        late = late || drawing.row.result_due.state == "overdue";
        const std::string& due = drawing.row.result_due.on;
        if (!due.empty() && (next == nullptr || due < next->row.result_due.on)) next = &drawing;
    }
    if (waiting == 0) return;
    std::string words = fmt::format("有 {} 次被抽中后，检查结果还没有公开。", waiting);
    if (next != nullptr)
        words += fmt::format("{}应在{}前公开{}。", waiting == 1 ? "" : "其中最早的",
                             date_words(next->row.result_due.on), next->row.result_due.provisional ? "（暂定）" : "");
    View view = page.body().add("WAITING");
    view.set("WAITING", words);
    if (late) view.show("WAITING_LATE");
    fill_ask(view, page.site());
}

void add_draws(Page& page, View view, const std::vector<records::Id>& draws, const std::string& code) {
    for (const records::Id draw : draws) {
        View link = view.add("OFF_LIST_DRAW");
        link.set("OFF_LIST_HREF", fmt::format("{}?code={}", page.href(records::address::draw_pool(draw)), code));
        link.set("OFF_LIST_WORDS", fmt::format("第{}号抽取", draw));
    }
}

void fill_off_list(Page& page, const records::PublicEnterprise& enterprise, const OffList& off) {
    const auto say = [&](const std::vector<records::Id>& draws, const std::string& words) {
        if (draws.empty()) return;
        View view = page.body().add("OFF_LIST");
        view.set("OFF_LIST_SAID", words);
        add_draws(page, view, draws, enterprise.code);
    };
    say(off.unlisted, off.replaced
                          ? fmt::format("抽中后被替补换下：{} 次，这些抽取不再检查它（可核验）：", off.unlisted.size())
                          : fmt::format("抽中、但不在公开的名单里：{} 次（可核验）：", off.unlisted.size()));
    std::string words = fmt::format("未抽中的抽取：在 {} 次抽取的对象库中（可核验）", off.not_drawn.size());
    if (off.excluded > 0) words += fmt::format("，其中 {} 次按规定不参加抽取", off.excluded);
    say(off.not_drawn, words + "：");
}

std::string result_words(const records::PublicDrawnObject& row) {
    if (row.state == "不予公开") return "结果依法不予公开，理由和件数见数据页";
    if (row.result != 0) return {};
    return row.result_due.on.empty() ? std::string() : due_words(row.result_due);
}

/// Every draw it was drawn in, whatever came of it. The list is linked to where its row stands on the first page.
void fill_drawings(Page& page, const History& history) {
    if (history.drawings.empty()) return;
    Table table(page, page.body(), "DRAWINGS", fmt::format("被抽中的抽取（{}次，新的在前）", history.drawings.size()),
                {"抽取日期", "任务", "名单", "检查机关", "结果公开"});
    table.column_style(0, "date");
    for (const auto& drawing : history.drawings) {
        const records::PublicDraw& draw = drawing.draw;
        page.dated(draw.draw.published_on);
        table.row();
        table.date(draw.draw.drawn_at);
        table.link(draw.draw.task != 0 ? records::address::task(draw.draw.task) : "", draw.task_name);
        const std::string list = records::address::draw(draw.draw.draw);
        const bool one_page = draw.listed <= rows_per_page && !withdrawn(draw);
        table.link(one_page ? fmt::format("{}#p{}", list, drawing.row.row.position) : list,
                   fmt::format("名单第 {} 号", drawing.row.row.position));
        table.text(draw.draw.agency);
        if (withdrawn(draw)) {
            table.state(state_of("已撤回"));
            continue;
        }
        table.state(result_state(drawing.row));
        if (drawing.row.result != 0) table.also_link(records::address::result(drawing.row.result), "看结果");
        table.also(result_words(drawing.row));
    }
}

void fill_follow_ups(Page& page, const History& history) {
    if (history.follow_ups.empty()) return;
    Table table(page, page.body(), "FOLLOW_UPS", "后续处置", {"日期", "任务", "进展", "措施", "机关"});
    table.column_style(0, "date");
    for (const records::PublicFollowUp& follow_up : history.follow_ups) {
        const records::FollowUpFacts& facts = follow_up.facts;
        page.dated(facts.published_on);
        table.row();
        table.date(!facts.finished_on.empty()  ? facts.finished_on
                   : !facts.handled_on.empty() ? facts.handled_on
                                               : facts.arose_on);
        table.link(records::address::result(facts.result),
                   follow_up.task_name.empty() ? "检查结果" : follow_up.task_name);
        table.state(state_of(facts.state));
        if (const auto mark = objection_mark(page.site(), "follow_up", facts.id)) table.also_state(*mark);
        if (follow_up.latest) {
            if (!follow_up.due.on.empty() && follow_up.due.state != "open")
                table.also_state(kept_state(page.site(), follow_up.office, follow_up.due, facts.finished_on));
            table.also(deadline_words(follow_up.due, "后续处置"));
        }
        table.text(facts.measure);
        table.text(facts.agency);
    }
}

void fill_penalties(Page& page, const History& history) {
    if (history.penalties.empty()) return;
    Table table(page, page.body(), "PENALTIES", "行政处罚", {"决定日期", "决定书文号", "处罚内容", "处罚机关"});
    table.column_style(0, "date");
    for (const records::PublicPenalty& penalty : history.penalties) {
        const records::PenaltyFacts& facts = penalty.facts;
        const bool gone = !penalty.standing.withdrawn_on.empty() || !penalty.standing.expired_on.empty();
        page.dated(facts.published_on);
        table.row();
        table.date(facts.decided_on);
        table.link(fmt::format("penalties/{}.html", facts.id),
                   facts.decision_number.empty() ? fmt::format("第{}号", facts.id) : facts.decision_number);
        table.text(gone ? "不再显示" : facts.content);
        if (const auto mark = objection_mark(page.site(), "penalty", facts.id); mark && !gone) table.also_state(*mark);
        table.text(facts.agency);
    }
}

}  // namespace

std::string enterprise_address(std::string_view code, records::Id object) {
    return code.empty() || object == 0 ? std::string() : records::address::enterprise(code);
}

void write_enterprise(const Site& site, records::PublicSite& records, const records::PublicEnterprise& enterprise) {
    Page page(site, records::address::enterprise(enterprise.code), enterprise.name, "enterprise.tpl");
    page.section("search");
    page.crumb("查企业", "search/");
    page.describe(fmt::format("{}（{}）的双随机抽查、检查结果和后续处置。", enterprise.name, enterprise.code));
    if (site.options.json) page.twin(records.body("enterprise", enterprise.code));
    const History history = records.history(enterprise.object);
    fill_code(page.body(), enterprise.code);
    const OffList off = off_list(records, site.opened_pools, enterprise, history);
    fill_summary(page, enterprise, history, off);
    fill_waiting(page, history);
    if (!history.results.empty())
        fill_results_table(page, page.body(), fmt::format("检查结果（{}条，新的在前）", history.results.size()),
                           history.results, ResultColumns::of_one_enterprise);
    fill_enterprise_visits(page, records, history.results);
    fill_follow_ups(page, history);
    fill_penalties(page, history);
    fill_drawings(page, history);
    Ledger ledger;
    ledger.corrections = records.corrections("object", enterprise.object);
    ledger.statements = records.statements_of_object(enterprise.object);
    ledger.objections = records.objections_of_object(enterprise.object);
    fill_ledger_of_enterprise(page, ledger);
    fill_off_list(page, enterprise, off);
    fill_facts(page, site, enterprise);
    if (site.options.json && write_enterprise_feed(site, enterprise, history)) {
        const std::string feed = enterprise_feed(enterprise.code);
        page.body().fill("FEED_HREF", page.href(feed));
        page.alternate("application/atom+xml", enterprise.name, feed);
    }
    page.put();
}

}  // namespace pages
