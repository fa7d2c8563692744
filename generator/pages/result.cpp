// One 检查结果 with its dates, its due date, its follow-ups and penalties.
#include <fmt/format.h>

#include "generator/pages/attachments.h"
#include "generator/pages/due_clock.h"
#include "generator/pages/kinds.h"
#include "generator/pages/ledger.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

void fill_facts(Page& page, const Site& site, const records::PublicResult& result) {
    const records::ResultFacts& facts = result.facts;
    FactList list(page, page.body(), "FACTS");
    list.link("检查对象", enterprise_address(result.object_code, facts.object), result.object_name);
    list.code("统一社会信用代码/注册号", result.object_code);
    list.text("检查机关", facts.agency.empty() ? result.department : facts.agency);
    if (facts.department)
        list.link("检查部门", records::address::department(result.office, *facts.department), result.department);
    list.link("区县", records::address::office(result.office), site.office_name(result.office));
    list.link("抽查任务", facts.task != 0 ? records::address::task(facts.task) : "", result.task_name);
    list.link("抽查计划", result.plan != 0 ? records::address::plan(result.plan) : "", result.plan_name);
    if (facts.draw) list.link("抽取", records::address::draw(*facts.draw), "本次抽取名单");
    list.text("检查事项", facts.item);
    if (facts.outcome != outcome_of(result).word) list.text("结果原文", facts.outcome);
    list.text("问题描述", facts.problem);
    list.text("检查方式", methods_words(facts.methods));
    list.text("结论来源", facts.conclusion_source);
    list.text("检查记录表", facts.record_form);
    list.text("签字情况", facts.signature);
    list.text("配合情况", facts.cooperation);
    list.text("处理措施", facts.disposal);
    list.text("备注", facts.note);
}

void fill_dates(Page& page, const records::PublicResult& result) {
    const records::ResultFacts& facts = result.facts;
    FactList list(page, page.body(), "DATES");
    list.date("检查日期", facts.inspected_on);
    list.date("检查完成日期", facts.finished_on);
    list.date("结果产生日期", facts.produced_on);
    list.date("录入日期", facts.entered_on);
    list.date("审核日期", facts.audited_on);
    list.date("公示日期", facts.published_on);
    const records::Due& due = result.published_due;
    if (due.state.empty())
        list.text("公示是否按期", "不判断");
    else
        list.state("公示是否按期", kept_state(page.site(), result.office, due, facts.published_on));
    list.note(deadline_words(page.site(), result.office, due, "结果公示"));
    list.date("公示期至", facts.expires_on);
}

void fill_follow_ups(Page& page, const std::vector<records::PublicFollowUp>& follow_ups) {
    if (follow_ups.empty()) return;
    Table table(page, page.body(), "FOLLOW_UPS", "后续处置", {"日期", "进展", "措施", "移送", "结果", "机关"});
    table.column_style(0, "date");
    for (const records::PublicFollowUp& follow_up : follow_ups) {
        const records::FollowUpFacts& facts = follow_up.facts;
        page.dated(facts.published_on);
        table.row();
        if (!follow_up.standing.withdrawn_on.empty()) {  // a tombstone: day and reason
            table.date(follow_up.standing.withdrawn_on);
            table.state(state_of("已撤回"));
            table.text(follow_up.standing.withdrawn_reason);
            for (int column = 3; column < 6; ++column) table.text("");
            continue;
        }
        table.date(!facts.finished_on.empty()  ? facts.finished_on
                   : !facts.handled_on.empty() ? facts.handled_on
                                               : facts.arose_on);
        table.state(state_of(facts.state));
        if (const auto mark = objection_mark(page.site(), "follow_up", facts.id)) table.also_state(*mark);
        if (follow_up.latest) {
            if (!follow_up.due.on.empty() && follow_up.due.state != "open")
                table.also_state(kept_state(page.site(), follow_up.office, follow_up.due, facts.finished_on));
            table.also(deadline_words(page.site(), follow_up.office, follow_up.due, "后续处置"));
        }
        table.text(facts.measure);
        table.text(facts.transferred_to.empty() ? facts.transfer
                                                : fmt::format("{} {}", facts.transfer, facts.transferred_to));
        table.text(facts.outcome);
        table.also(facts.revisit.empty() ? "" : fmt::format("回访：{}", facts.revisit));
        table.text(facts.agency);
    }
}

void fill_penalties(Page& page, const std::vector<records::PublicPenalty>& penalties) {
    for (const records::PublicPenalty& penalty : penalties) {
        View view = page.body().add("PENALTY");
        view.set("PENALTY_HREF", page.href(fmt::format("penalties/{}.html", penalty.facts.id)));
        view.set("PENALTY_WORDS", penalty.facts.decision_number.empty() ? "行政处罚" : penalty.facts.decision_number);
    }
}

/// Of the result and of each step of its follow-up.
Ledger ledger_of(records::PublicSite& records, records::Id result,
                 const std::vector<records::PublicFollowUp>& follow_ups) {
    Ledger ledger;
    ledger.add(records, "result", result);
    for (const records::PublicFollowUp& follow_up : follow_ups) ledger.add(records, "follow_up", follow_up.facts.id);
    ledger.statements = records.statements_of_result(result);
    return ledger;
}

}  // namespace

void write_result(const Site& site, records::PublicSite& records, const records::PublicResult& result) {
    const bool gone = !result.standing.withdrawn_on.empty() || !result.standing.expired_on.empty();
    const std::string title =
        gone ? fmt::format("第{}号检查结果", result.facts.id) : fmt::format("{}的检查结果", result.object_name);
    Page page(site, records::address::result(result.facts.id), title, "result.tpl");
    page.section("results");
    page.crumb("检查结果", "results/");
    page.crumb(fmt::format("{}{}年", site.office_name(result.office), result.year),
               records::address::results(result.office, result.year));
    page.published(result.facts.published_on, result.facts.agency);
    page.twin(records.body("result", fmt::format("{}", result.facts.id)));
    page.body().set("NUMBER", result.facts.id);
    const auto follow_ups = gone ? std::vector<records::PublicFollowUp>{} : records.follow_ups_of(result.facts.id);
    const Ledger ledger = gone ? Ledger{} : ledger_of(records, result.facts.id, follow_ups);
    if (fill_standing(page, result.standing, ledger)) {
        page.body().set("WHO", title);
        page.put();
        return;
    }
    const State outcome = outcome_of(result);
    page.describe(fmt::format("{}，{}，检查结果：{}。", result.object_name, result.task_name, outcome.word));
    page.body().set("WHO", result.object_name);
    View verdict = page.body().add("OUTCOME");
    verdict.set("OUTCOME_WORDS", outcome.word);
    verdict.set("OUTCOME_STYLE", outcome.style);
    fill_facts(page, site, result);
    fill_dates(page, result);
    if (result.problem_found) fill_repair(page, result.facts.expires_on);
    fill_ledger(page, ledger);
    fill_follow_ups(page, follow_ups);
    fill_penalties(page, records.penalties_of(result.facts.id));
    fill_attachments(page, records, records::PublicSite::Of::result, result.facts.id);
    fill_citation(page, result.facts.agency, fmt::format("{}检查结果", result.object_name), result.facts.published_on,
                  records::address::result(result.facts.id));
    page.put();
}

}  // namespace pages
