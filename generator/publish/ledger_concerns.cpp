#include "generator/publish/ledger_concerns.h"

#include <algorithm>

#include "generator/ledger/objections.h"
#include "generator/ledger/withdrawals.h"

namespace publish {

namespace {

using records::Portal;

std::string until(const std::string& due_on, bool provisional, const std::string& state) {
    return "应于 " + due_on + " 前" + (provisional ? "（暂定）" : "") + (state == "overdue" ? "，已逾期" : "");
}

void withdrawals(Portal& portal, const std::string& as_of, std::vector<Concern>& concerns) {
    for (const ledger::Withdrawal& one : ledger::withdrawals(portal, as_of))
        if (one.facts.published_on.empty())
            concerns.push_back({one.state == "overdue" ? "撤回逾期" : "撤回待发布",
                                one.fact.words() + "：" + until(one.due_on, one.provisional, one.state) +
                                    "撤回（决定之日起三个工作日，行政处罚法第四十八条）；发布后生效"});
}

void objections(Portal& portal, const std::string& as_of, std::vector<Concern>& concerns) {
    for (const ledger::Objection& one : ledger::objections(portal, as_of)) {
        if (one.marked_on.empty())
            concerns.push_back({one.state == "overdue" ? "异议标注逾期" : "异议待标注",
                                one.receipt + "（" + one.fact.words() + "）：" +
                                    until(one.due_on, one.provisional, one.state) + "标注；发布后生效"});
        if (one.answered_on.empty())
            concerns.push_back(
                {"异议待答复", one.receipt + "（" + one.fact.words() + "）：" + one.received_on + " 受理，还没有答复"});
    }
}

/// 政府信息公开条例 第十八条: what is not open is looked at again.
template <typename Facts>
void review(const Facts& facts, const char* term, const std::string& as_of, std::vector<Concern>& concerns) {
    if (facts.disclosure.empty() || facts.disclosure == "主动公开") return;
    if (facts.withheld_review_on.empty() || facts.withheld_review_on > as_of) return;
    std::string what = "第" + std::to_string(facts.id) + term + "：" + facts.withheld_review_on +
                       " 应复审能否公开（政府信息公开条例第十八条）";
    if (!facts.withheld_decided_by.empty()) what += "，决定单位 " + facts.withheld_decided_by;
    concerns.push_back({"不公开到期复审", what});
}

}  // namespace

std::vector<Concern> ledger_concerns(Portal& portal, const std::string& as_of) {
    std::vector<Concern> concerns;
    withdrawals(portal, as_of, concerns);
    objections(portal, as_of, concerns);
    constexpr auto all = Portal::Which::with_drafts;
    portal.each_result(all, [&](const records::ResultFacts& one) { review(one, "号检查结果", as_of, concerns); });
    portal.each_follow_up(all, [&](const records::FollowUpFacts& one) { review(one, "号后续处置", as_of, concerns); });
    portal.each_penalty(all, [&](const records::PenaltyFacts& one) { review(one, "号行政处罚", as_of, concerns); });
    std::stable_partition(concerns.begin(), concerns.end(),
                          [](const Concern& one) { return one.place.ends_with("逾期"); });
    return concerns;
}

}  // namespace publish
