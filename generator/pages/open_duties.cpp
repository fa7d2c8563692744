#include "generator/pages/open_duties.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "generator/duties/deadlines.h"
#include "generator/duties/vocabulary.h"
#include "generator/pages/board.h"
#include "generator/pages/draw_list.h"
#include "generator/pages/due_clock.h"
#include "text/date.h"

namespace pages {

namespace {

using Results = std::set<std::pair<records::Id, std::string>>;  // task and day of what its drawn objects await

std::string draw_name(const records::PublicDraw& draw) {
    return draw.task_name.empty() ? title_of(draw) : draw.task_name;
}

/// Until when a list must be public: what was promised, a committed draw's announcement or the office's own day.
records::Due reveal_due(records::PublicSite& records, const records::PublicDraw& draw) {
    if (draw.revealed || draw.draw.reveal_on.empty() || !draw.standing.withdrawn_on.empty()) return {};
    const auto committed = records.committed_draw(draw.draw.draw);
    if (!committed) return {draw.draw.reveal_on, "抽取时公布的公开日期", false, "open"};
    if (!committed->open()) return {};
    return {committed->deadline, "抽取承诺", false, committed->overdue ? "overdue" : "open"};
}

Results add_draws(records::PublicSite& records, std::vector<OpenDuty>& duties) {
    Results awaited_results;
    for (const records::PublicDraw& draw : records.draws()) {
        const records::Id id = draw.draw.draw;
        const auto add = [&](std::string_view kind, std::string identity, const records::Due& due, std::int64_t count) {
            if (awaited(due))
                duties.push_back({kind, draw.office, records::address::draw(id), draw_name(draw), draw.draw.number,
                                  std::move(identity), draw.draw.published_on, due, count});
        };
        add("名单公开", fmt::format("reveal-{}", id), reveal_due(records, draw), 1);
        add("认领确认", fmt::format("claim-{}", id), draw.due, 1);
        for (const records::PublicSite::AwaitedResults& waiting : records.awaited_results(id)) {
            add("检查结果公示", fmt::format("draw-{}-{}", id, waiting.due.on), waiting.due, waiting.count);
            awaited_results.emplace(draw.draw.task, waiting.due.on);
        }
    }
    return awaited_results;
}

void add_tasks(records::PublicSite& records, const Results& of_draws, std::vector<OpenDuty>& duties) {
    std::map<std::tuple<records::Id, int>, std::string> published;
    for (const records::PublicPlan& plan : records.plans())
        for (const records::PublicEdition& edition : records.plan_editions(plan.plan.id))
            published[{plan.plan.id, edition.edition.number}] = edition.edition.head.published_on;
    records.each_task([&](const records::PublicTask& task) {
        if (awaited(task.due) && !of_draws.contains({task.id, task.due.on}))
            duties.push_back({"抽查任务", task.office, records::address::task(task.id), task.name, "",
                              fmt::format("task-{}", task.id), published[{task.plan, task.edition}], task.due});
    });
}

void add_follow_ups(records::PublicSite& records, std::vector<OpenDuty>& duties) {
    for (const records::PublicFollowUp& step : records.open_follow_ups(""))
        if (awaited(step.due))
            duties.push_back({"后续处置", step.office, records::address::result(step.facts.result), step.object_name,
                              step.task_name, fmt::format("follow-up-{}-{}-{}", step.office, step.task, step.due.on),
                              step.facts.published_on, step.due});
}

/// The earliest day on which one of the editions was published within the year (of a plan: at all); empty: not yet.
std::string first_published(const std::vector<records::PublicEdition>& editions, std::string_view year) {
    std::string first;
    for (const records::PublicEdition& edition : editions) {
        const std::string& day = edition.edition.head.published_on;
        if (day.empty() || !day.starts_with(year) || !edition.standing.withdrawn_on.empty()) continue;
        if (first.empty() || day < first) first = day;
    }
    return first;
}

std::string earlier(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return one.empty() ? other : one;
    return std::min(one, other);
}

/// 计划公布 and 清单公布 of the year the site is in, by the office's rules.
class Documents {
  public:
    Documents(const Site& site, records::PublicSite& records, std::vector<OpenDuty>& duties)
        : site_(site), records_(records), duties_(duties), year_(site.facts.as_of.substr(0, 4)) {
        for (const char digit : year_) start_.year = start_.year * 10 + (digit - '0');
    }

    void add(const records::Office& office) {
        for (const records::RuleFacts& rule : records_.rules(office.area)) {
            if (duties::about(rule, duties::Matter::plan))
                add(office, rule, duties::Matter::plan, "计划公布", year_ + "年度抽查计划", plan_published(office));
            if (!duties::about(rule, duties::Matter::item_list)) continue;
            const bool joint = speaks_of(rule, "是否联合=是"), single = speaks_of(rule, "是否联合=否");
            add(office, rule, duties::Matter::item_list, "清单公布",
                fmt::format("{}年{}抽查事项清单", year_,
                            joint    ? "联合"
                            : single ? "部门"
                                     : ""),
                list_published(office, joint, single));
        }
    }

  private:
    static bool speaks_of(const records::RuleFacts& rule, std::string_view condition) {
        return rule.numerator.find(condition) != std::string::npos ||
               rule.denominator.find(condition) != std::string::npos;
    }

    void add(const records::Office& office, const records::RuleFacts& rule, duties::Matter matter,
             std::string_view kind, std::string name, const std::string& done_on) {
        if (!done_on.empty()) return;
        const auto due = duties::due(matter, {rule}, start_, site_.working_days(office.area), "", site_.facts.as_of);
        if (due && awaited(*due))
            duties_.push_back({kind, office.area, records::address::office(office.area), std::move(name), "",
                               fmt::format("rule-{}-{}-{}", office.area, rule.code, due->on), due->on, *due});
    }

    std::string plan_published(const records::Office& office) {
        std::string first;
        for (const records::PublicPlan& plan : records_.plans())
            if (plan.plan.office == office.area && plan.plan.year == start_.year)
                first = earlier(first, first_published(records_.plan_editions(plan.plan.id), ""));
        return first;
    }

    std::string list_published(const records::Office& office, bool joint, bool single) {
        std::string first;
        for (const records::PublicItemList& list : records_.item_lists()) {
            if (list.list.office != office.area || (joint && !list.list.joint) || (single && list.list.joint)) continue;
            first = earlier(first, first_published(records_.item_list_editions(list.list.id), year_));
        }
        return first;
    }

    const Site& site_;
    records::PublicSite& records_;
    std::vector<OpenDuty>& duties_;
    std::string year_;
    duties::StartDays start_;
};

/// What the deadline rules about reports still await, of each period and of each completed task 报送.
class Reports {
  public:
    Reports(const Site& site, records::PublicSite& records, std::vector<OpenDuty>& duties)
        : site_(site), records_(records), duties_(duties) {}

    void add(const records::Office& office) {
        std::map<std::string, records::RuleFacts> rules;
        for (records::RuleFacts& rule : records_.rules(office.area)) {
            const duties::DeadlineSubject* subject = duties::find_deadline_subject(rule.subject);
            if ((rule.kind == "期限" || rule.kind == "deadline") && subject != nullptr &&
                subject->noun == duties::Noun::report)
                rules.emplace(rule.code, std::move(rule));
        }
        if (rules.empty()) return;
        Names names;
        for (const records::Department& one : records_.departments(office.area)) names[one.id] = one.name;
        for (const int year : records_.finding_years(office.area))
            for (const records::PublicFinding& finding : records_.findings(office.area, year))
                if (const auto rule = rules.find(finding.rule); rule != rules.end() && finding.department == 0)
                    add(finding, rule->second, names);
    }

  private:
    void add(const records::PublicFinding& finding, const records::RuleFacts& rule, const Names& names) {
        records_.each_finding_row(finding.id, [&](const records::FindingRow& row) {
            const bool overdue = row.outcome == "missing";
            if ((!overdue && row.outcome != "open") || !row.done_on.empty() || row.name.empty()) return;
            const auto day = text::parse_iso(row.due_on);
            if (!day) return;
            const bool provisional = finding.provisional && !site_.working_days(finding.office).loaded(*day);
            const auto department = names.find(row.department);
            duties_.push_back({"报送",
                               finding.office,
                               duty_address(finding.office, finding.year, rule.code),
                               row.kind == "report" ? row.name : fmt::format("{} {}", rule.subject, row.name),
                               department == names.end() ? "" : department->second,
                               fmt::format("report-{}-{}-{}-{}-{}", finding.office, rule_slug(rule.code),
                                           row.department, row.record, row.due_on),
                               row.due_on,
                               {row.due_on, source_words(rule), provisional, overdue ? "overdue" : "open"}});
        });
    }

    const Site& site_;
    records::PublicSite& records_;
    std::vector<OpenDuty>& duties_;
};

}  // namespace

std::vector<OpenDuty> open_duties(const Site& site, records::PublicSite& records) {
    std::vector<OpenDuty> duties;
    const Results of_draws = add_draws(records, duties);
    add_tasks(records, of_draws, duties);
    add_follow_ups(records, duties);
    Documents documents(site, records, duties);
    Reports reports(site, records, duties);
    for (const records::Office& office : site.offices) documents.add(office), reports.add(office);
    std::erase_if(duties, [](const OpenDuty& duty) { return !text::parse_iso(duty.due.on); });
    const auto order = [](const OpenDuty& duty) {
        return std::tuple(duty.due.state != "overdue", std::string_view(duty.due.on), std::string_view(duty.office),
                          std::string_view(duty.identity), std::string_view(duty.address));
    };
    std::stable_sort(duties.begin(), duties.end(),
                     [&](const OpenDuty& a, const OpenDuty& b) { return order(a) < order(b); });
    return duties;
}

}  // namespace pages
