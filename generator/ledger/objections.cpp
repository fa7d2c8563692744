#include "generator/ledger/objections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "generator/duties/deadlines.h"
#include "generator/duties/holiday_notices.h"
#include "generator/settings/settings.h"
#include "text/date.h"
#include "text/number.h"

namespace ledger {
namespace {

using records::Id;
using records::Portal;
using settings::Unusable;
constexpr auto all = Portal::Which::with_drafts;

constexpr std::size_t longest_ground = 900, longest_answer = 1500;  // bytes
constexpr int working_days_to_mark = 1, most_a_day = 999;
constexpr std::array<std::string_view, 3> outcomes{"成立", "部分成立", "不成立"};

std::string area_of(Portal& portal, const ObjectionRequest& request, const NamedFact& fact) {
    const auto offices = portal.offices();
    const std::string area = !fact.office.empty() ? fact.office : request.office;
    for (const records::Office& one : offices)
        if (one.area == area) return area;
    if (!area.empty()) throw Unusable("没有行政区划代码是 " + area + " 的区县");
    if (offices.size() == 1) return offices.front().area;
    throw Unusable(fact.words() + "没有写明属于哪个区县，请加 --office 行政区划代码");
}

/// 999901-20261103-001: the day's next free serial of the office.
std::string next_receipt(Portal& portal, const std::string& area, std::string day) {
    std::erase(day, '-');
    const std::string prefix = area + "-" + day + "-";
    std::int64_t last = 0;
    for (const auto& step : portal.objections(all))
        if (step.facts.receipt.starts_with(prefix))
            last = std::max(last, text::parse_integer(step.facts.receipt.substr(prefix.size())).value_or(0));
    if (last >= most_a_day) throw Unusable(day + " 这一天的受理编号已经用完");
    return fmt::format("{}{:03}", prefix, last + 1);
}

Id begin(Portal& portal, const std::string& words, const std::string& by, const std::string& as_of) {
    return portal.begin_batch({0, "objection", words, "", by, as_of, "{}", {}});
}

}  // namespace

std::string add_objection(Portal& portal, const ObjectionRequest& request) {
    check_day(request.received_on, request.as_of, "--received");
    check_line(request.ground, longest_ground,
               "请写明异议的事由（由机关概括，会公开；不写提出人的姓名和联系方式）：--ground \"……\"");
    const NamedFact fact = find_fact(portal, request.kind, request.number);
    if (fact.table == "statement") throw Unusable("企业陈述是企业自己的话，不能对它提出异议");
    if (!fact.published) throw Unusable(fact.words() + "还没有公布");
    records::ObjectionFacts facts;
    facts.receipt = next_receipt(portal, area_of(portal, request, fact), request.received_on);
    facts.event = "received";
    facts.kind = fact.table;
    facts.fact = fact.fact;
    facts.received_on = request.received_on;
    facts.ground = request.ground;
    portal.transaction(
        [&] { portal.add_objection(begin(portal, "异议受理：" + facts.receipt, request.by, request.as_of), facts); });
    return facts.receipt;
}

void answer_objection(Portal& portal, const AnswerRequest& request) {
    check_day(request.answered_on, request.as_of, "--on");
    check_line(request.words, longest_answer, "请写明怎样处理，会公开：--words \"……\"");
    if (std::find(outcomes.begin(), outcomes.end(), request.outcome) == outcomes.end())
        throw Unusable("--outcome 应是 成立、部分成立 或 不成立，写的是“" + request.outcome + "”");
    std::optional<records::ObjectionFacts> received;
    for (const auto& step : portal.objections(all)) {
        if (step.facts.receipt != request.receipt) continue;
        if (step.facts.event == "answered") throw Unusable("异议 " + request.receipt + " 已经答复过了");
        received = step.facts;
    }
    if (!received) throw Unusable("没有受理编号“" + request.receipt + "”；gongshi objection list 列出全部");
    if (request.answered_on < received->received_on)
        throw Unusable("答复日期 " + request.answered_on + " 早于受理日期 " + received->received_on);
    received->event = "answered";
    received->answered_on = request.answered_on;
    received->outcome = request.outcome + "：" + request.words;
    received->correction.reset();
    portal.transaction([&] {
        portal.add_objection(begin(portal, "异议答复：" + request.receipt, request.by, request.as_of), *received);
    });
}

std::vector<Objection> objections(Portal& portal, const std::string& as_of) {
    std::map<std::string, Objection> by_receipt;
    const auto calendar = duties::merged_calendar(portal.calendar());
    for (const auto& step : portal.objections(all)) {
        Objection& one = by_receipt[step.facts.receipt];
        if (step.facts.event == "answered") {
            one.answered_on = step.facts.answered_on, one.outcome = step.facts.outcome;
            continue;
        }
        one.receipt = step.facts.receipt;
        one.fact = name_of(portal, step.facts.kind, step.facts.fact);
        one.received_on = step.facts.received_on, one.ground = step.facts.ground;
        one.marked_on = step.published_on;
        const auto day = text::parse_iso(one.received_on);
        if (!day) continue;
        const duties::WorkingDays days(calendar, one.receipt.substr(0, one.receipt.find('-')));
        const duties::WorkingDate last = days.after(*day, working_days_to_mark);
        one.due_on = text::iso(last.date), one.provisional = last.provisional;
        one.state = duties::due_state(last.date, one.marked_on, as_of);
    }
    std::vector<Objection> list;
    for (auto& [receipt, one] : by_receipt) list.push_back(std::move(one));
    return list;
}

}  // namespace ledger
