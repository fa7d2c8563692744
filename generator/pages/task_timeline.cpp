#include "generator/pages/task_timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/due_clock.h"
#include "generator/pages/parts.h"
#include "generator/pages/wording.h"

namespace pages {
namespace {

void widen(std::string& first, std::string& last, const std::string& date) {
    if (date.empty()) return;
    if (first.empty() || date < first) first = date;
    if (date > last) last = date;
}

std::string span_words(const std::string& first, const std::string& last) {
    if (first.empty()) return {};
    return first == last ? date_words(first) : fmt::format("{}至{}", date_words(first), date_words(last));
}

struct Step {  // one thing that happened to the task; `on` puts it in order, empty: still to come
    std::string on, name, when, words, address;
    std::string due = {};  // until when, on what ground, and where an open one stands
    State state = {};
};

void add_draw(std::vector<Step>& steps, const records::PublicDraw& draw) {
    const records::DrawFacts& facts = draw.draw;
    const std::string drawn = drawn_words(draw);
    steps.push_back({facts.trained_on, "抽查前培训", date_words(facts.trained_on), "", ""});
    steps.push_back({facts.drawn_at, "抽取", date_words(facts.drawn_at),
                     draw.listed + draw.withheld > 0 && draw.revealed ? fmt::format("抽中 {} 户", drawn)
                     : facts.list_public && !draw.revealed ? fmt::format("名单将于{}公开", date_words(facts.reveal_on))
                                                           : list_state(draw).word,
                     records::address::draw(facts.draw)});
    steps.push_back({facts.notified_on, "告知检查对象", date_words(facts.notified_on), "", ""});
}

/// 名单承诺, 抽取 and how the list stands, or what ended it.
void add_committed_draw(std::vector<Step>& steps, const records::PublicCommittedDraw& draw) {
    const std::string address = records::address::draw(draw.draw);
    steps.push_back({draw.announced_at, "名单承诺", moment_words(draw.announced_at),
                     fmt::format("{} 户中抽 {} 户", draw.objects_size, draw.drawn), address});
    if (!draw.recorded_at.empty())
        steps.push_back({draw.recorded_at, "抽取", moment_words(draw.recorded_at), "名单已登记，不能再换", address});
    const State state = committed_state(draw);
    if (!draw.revealed_at.empty())
        steps.push_back({draw.revealed_at, "名单公开", moment_words(draw.revealed_at), state.word, address});
    if (!draw.ended_at.empty())
        steps.push_back({draw.ended_at, draw.state == "cancelled" ? "抽取取消" : "抽取中止",
                         moment_words(draw.ended_at), state.word, address});
    if (draw.revealed_at.empty() && draw.ended_at.empty())
        steps.push_back({draw.deadline, "名单公开", "", "看这次抽取", address,
                         fmt::format("最迟{}", date_words(draw.deadline)), state});
}

/// 认领确认 of a draw's list: done on a day, or still to come.
Step claim_step(const Site& site, const records::PublicDraw& draw) {
    Step step{draw.draw.confirmed_on, "派发后认领确认", date_words(draw.draw.confirmed_on), "", ""};
    if (step.on.empty()) step.words = "还没有";
    step.due = deadline_words(site, draw.office, draw.due, "认领确认");
    if (!draw.due.state.empty()) step.state = kept_state(site, draw.office, draw.due, draw.draw.confirmed_on);
    return step;
}

/// A task's results that are all there say for ever whether the last one came in time; open ones count the days.
Step results_step(const Site& site, const records::PublicTask& task, const ResultSpan& results) {
    Step step{results.first_published, "公示结果", span_words(results.first_published, results.last_published),
              "还没有", ""};
    if (results.count > 0) {
        step.words = fmt::format("已公开 {} 条，其中发现问题 {} 条", results.count, results.problems);
        step.address = "#results";
    }
    step.due = deadline_words(site, task.office, task.due, "结果公示");
    if (!task.due.state.empty()) step.state = kept_state(site, task.office, task.due, results.last_published);
    return step;
}

Step follow_up_step(const Site& site, const records::PublicTask& task, const ResultSpan& results) {
    Step step{"", "后续处置", "",
              fmt::format("已完结 {} 条，未完结 {} 条", results.closed_follow_ups, results.open_follow_ups), ""};
    step.address = results.open_follow_ups > 0 ? "follow-ups/" : "follow-ups/closed/";
    if (!results.next_follow_up.on.empty()) {
        step.due =
            fmt::format("未完结中最早的{}", deadline_words(site, task.office, results.next_follow_up, "后续处置"));
        step.state = state_of(results.next_follow_up.state);
    } else if (results.unjudged_follow_ups > 0) {
        step.due = deadline_words({}, "后续处置");
    }
    return step;
}

std::vector<Step> steps_of(const Site& site, const records::PublicTask& task,
                           const std::vector<records::PublicSite::TaskInEdition>& editions,
                           const std::vector<records::PublicDraw>& draws, const DrawStates& states,
                           const ResultSpan& results) {
    std::vector<Step> steps;
    for (const auto& in_edition : editions) {
        const ListedDay day = listed_day(in_edition.edition.head);
        steps.push_back(
            {day.on, in_edition.edition.number == 0 ? "列入计划" : "计划调整", date_words(day.on),
             edition_words(in_edition.edition.number),
             fmt::format("{}#t{}", records::address::plan_edition(task.plan, in_edition.edition.number), task.id)});
    }
    for (const records::PublicDraw& draw : draws)
        if (const auto* committed = states.find(draw.draw.draw))
            add_committed_draw(steps, *committed);
        else
            add_draw(steps, draw);
    for (const records::PublicDraw& draw : draws) steps.push_back(claim_step(site, draw));
    steps.push_back(
        {results.first_inspected, "检查", span_words(results.first_inspected, results.last_inspected), "", ""});
    if (results.count > 0) steps.push_back(results_step(site, task, results));
    std::erase_if(steps, [](const Step& step) { return step.on.empty(); });
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& a, const Step& b) { return a.on.substr(0, 10) < b.on.substr(0, 10); });
    // Still to come, or without a day of its own.
    for (const records::PublicDraw& draw : draws)
        if (draw.draw.confirmed_on.empty() && awaited(draw.due)) steps.push_back(claim_step(site, draw));
    if (results.first_published.empty() && task.state != "取消") steps.push_back(results_step(site, task, results));
    if (results.open_follow_ups + results.closed_follow_ups > 0) steps.push_back(follow_up_step(site, task, results));
    return steps;
}

}  // namespace

void ResultSpan::add(const records::PublicResult& result) {
    ++count;
    if (result.problem_found) ++problems;
    widen(first_inspected, last_inspected, result.facts.inspected_on);
    widen(first_published, last_published, result.facts.published_on);
}

void fill_timeline(Page& page, const records::PublicTask& task,
                   const std::vector<records::PublicSite::TaskInEdition>& editions,
                   const std::vector<records::PublicDraw>& draws, const DrawStates& states, const ResultSpan& results) {
    const std::vector<Step> steps = steps_of(page.site(), task, editions, draws, states, results);
    for (const Step& step : steps) {
        View view = page.body().add("STEP");
        view.set("STEP_NAME", step.name);
        view.fill("STEP_WHEN", step.when);
        view.fill("STEP_DUE", step.due);
        if (!step.state.word.empty()) {
            View state = view.add("STEP_STATE");
            state.set("STATE_WORD", step.state.word);
            state.set("STATE_STYLE", step.state.style);
        }
        if (step.address.empty()) {
            view.fill("STEP_PLAIN", step.words);
            continue;
        }
        view.fill("STEP_HREF", step.address.starts_with('#') ? step.address : page.href(step.address));
        view.set("STEP_WORDS", step.words);
    }
    if (steps.empty()) page.body().show("NO_STEPS");
}

}  // namespace pages
