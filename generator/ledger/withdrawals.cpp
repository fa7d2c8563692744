#include "generator/ledger/withdrawals.h"

#include "generator/duties/deadlines.h"
#include "generator/duties/holiday_notices.h"
#include "generator/duties/working_days.h"
#include "generator/settings/settings.h"
#include "text/date.h"

namespace ledger {
namespace {

using records::Id;
using records::Portal;
using settings::Unusable;

constexpr int working_days_to_withdraw = 3;
constexpr std::size_t longest_reason = 900;  // bytes

Withdrawal with_clock(Portal& portal, NamedFact fact, Portal::WithdrawalFacts facts, const std::string& as_of) {
    Withdrawal withdrawal{std::move(fact), std::move(facts), "", false, ""};
    const auto decided = text::parse_iso(withdrawal.facts.decided_on);
    if (!decided) return withdrawal;
    const duties::WorkingDays days(duties::merged_calendar(portal.calendar()), withdrawal.fact.office);
    const duties::WorkingDate last = days.after(*decided, working_days_to_withdraw);
    withdrawal.due_on = text::iso(last.date);
    withdrawal.provisional = last.provisional;
    withdrawal.state = duties::due_state(last.date, withdrawal.facts.published_on, as_of);
    return withdrawal;
}

/// What was announced was noted by others: it is cancelled or aborted in public, never taken back.
void check_no_committed_draw(Portal& portal, const NamedFact& fact) {
    if (fact.table != "draw_record") return;
    for (const records::CommittedDraw& draw : portal.committed_draws())
        if (std::to_string(draw.draw) == fact.number)
            throw Unusable(fact.words() +
                           "是可核验抽取，承诺一经公开不能撤回；随机源时刻之前可以取消（gongshi draw cancel），之后只能"
                           "按命令中止（gongshi draw abort）");
}

}  // namespace

Withdrawal withdraw(Portal& portal, const WithdrawRequest& request) {
    check_line(request.reason, longest_reason, "请写明撤回的理由，理由会公开：--reason \"……\"");
    const std::string decided_on = request.decided_on.empty() ? request.as_of : request.decided_on;
    check_day(decided_on, request.as_of, "--decided-on");
    const NamedFact fact = find_fact(portal, request.kind, request.number);
    if (!fact.published) throw Unusable(fact.words() + "还没有公布，用 gongshi undo 撤销它的批次就可以");
    check_no_committed_draw(portal, fact);
    for (const auto& one : portal.withdrawals(Portal::Which::with_drafts))
        if (one.kind == fact.table && one.fact == fact.fact)
            throw Unusable(fact.words() + "已经撤回了" + (one.publication == 0 ? "，下次发布时生效" : ""));
    Id batch = 0;
    portal.transaction([&] {
        batch = portal.begin_batch({0, "withdrawal", "撤回：" + fact.words(), "", request.by, request.as_of, "{}", {}});
        portal.add_withdrawal(batch, fact.table, fact.fact, decided_on, request.reason);
    });
    return with_clock(portal, fact, {fact.table, fact.fact, decided_on, request.reason, "", 0, batch}, request.as_of);
}

std::vector<Withdrawal> withdrawals(Portal& portal, const std::string& as_of) {
    std::vector<Withdrawal> all;
    for (auto& one : portal.withdrawals(Portal::Which::with_drafts))
        if (one.kind != "attachment") {
            NamedFact fact = name_of(portal, one.kind, one.fact);
            all.push_back(with_clock(portal, std::move(fact), std::move(one), as_of));
        }
    return all;
}

}  // namespace ledger
