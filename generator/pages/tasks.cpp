// 抽查任务: one timeline from plan to follow-up, then what was planned, drawn and found.
#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/attachments.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/ledger.h"
#include "generator/pages/results.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"
#include "generator/pages/task_timeline.h"
#include "generator/pages/tasks.h"

namespace pages {
namespace {

std::string name_of(const records::PublicTask& task) {
    return task.name.empty() ? fmt::format("任务{}", task.id) : task.name;
}

void fill_draws(Page& page, const std::vector<records::PublicDraw>& draws, const DrawStates& states) {
    if (draws.empty()) return page.body().show("NO_DRAWS");
    Table table(page, page.body(), "DRAWS", "抽取", {"抽取日期", "抽取", "抽查对象总数", "抽中", "状态"});
    table.column_style(0, "date");
    table.column_style(2, "number");
    table.column_style(3, "number");
    for (const records::PublicDraw& draw : draws) {
        page.dated(draw.draw.published_on);
        table.row();
        table.date(draw.draw.drawn_at);
        table.link(records::address::draw(draw.draw.draw),
                   draw.draw.title.empty() ? fmt::format("第{}号", draw.draw.draw) : draw.draw.title);
        table.text(draw.draw.population ? fmt::format("{}", *draw.draw.population) : "");
        table.text(states.drawn(draw));
        table.state(states.of(draw));
    }
}

std::string results_page_address(const records::PublicTask& task, int number) {
    return fmt::format("{}results-{}.html", records::address::task(task.id), number);
}

void write_results_page(const Site& site, const records::PublicTask& task,
                        const std::vector<records::PublicResult>& results, int number, bool more) {
    Page page(site, results_page_address(task, number), fmt::format("检查结果第{}页", number), "list.tpl");
    page.section("results");
    page.crumb(task.name, records::address::task(task.id));
    page.body().set("LEAD", fmt::format("任务“{}”的检查结果。", task.name));
    fill_results_table(page, page.body(), "检查结果", results, ResultColumns::of_one_task);
    fill_pager(page, number == 2 ? records::address::task(task.id) : results_page_address(task, number - 1),
               more ? results_page_address(task, number + 1) : "", records::address::task(task.id), "检查结果分页");
    page.put();
}

void add_follow_ups(records::PublicSite& records, const records::PublicResult& result, ResultSpan& span) {
    if (result.follow_up_state.empty() || !result.standing.withdrawn_on.empty()) return;
    if (result.follow_up_state == "已完结") {
        ++span.closed_follow_ups;
        return;
    }
    ++span.open_follow_ups;
    for (const records::PublicFollowUp& step : records.follow_ups_of(result.facts.id)) {
        const records::Due& due = step.due;
        if (step.latest && due.on.empty()) ++span.unjudged_follow_ups;
        if (!step.latest || due.on.empty()) continue;
        if (span.next_follow_up.on.empty() || due.on < span.next_follow_up.on) span.next_follow_up = due;
    }
}

/// The first page of results stands on the task's page; the others have pages of their own.
ResultSpan write_results(const Site& site, records::PublicSite& records, const records::PublicTask& task,
                         std::vector<records::PublicResult>& first_page) {
    ResultSpan span;
    int number = 1;
    auto rows = records.results_of_task(task.id, 0, rows_per_page);
    while (!rows.empty()) {
        for (const records::PublicResult& row : rows) {
            span.add(row);
            add_follow_ups(records, row, span);
        }
        auto next = records.results_of_task(task.id, rows.back().facts.id, rows_per_page);
        if (number == 1)
            first_page = std::move(rows);
        else
            write_results_page(site, task, rows, number, !next.empty());
        rows = std::move(next);
        ++number;
    }
    return span;
}

void fill_facts(Page& page, const Site& site, records::PublicSite& records, const records::PublicTask& task) {
    FactList facts(page, page.body(), "FACTS");
    facts.state("进展", state_of(task.state));
    facts.link("区县", records::address::office(task.office), site.office_name(task.office));
    if (const auto plan = records.plan(task.plan))
        facts.link("计划", records::address::plan_edition(task.plan, task.edition), plan->plan.name);
    else
        facts.text("计划", "临时任务（不在年度计划内）");
    for (const auto& [field, value] : task.cells.values)
        if (field != "serial" && field != "change") facts.text(term(field), value.text);
}

}  // namespace

void write_task(const Site& site, records::PublicSite& records, const records::PublicTask& task) {
    Page page(site, records::address::task(task.id), name_of(task), "task.tpl");
    page.section("plans");
    page.crumb("抽查任务", "tasks/");
    page.describe(fmt::format("{}{}年抽查任务：{}。", site.office_name(task.office), task.year, task.name));
    page.twin(records.body("task", fmt::format("{}", task.id)));
    fill_facts(page, site, records, task);
    const auto draws = records.draws_of_task(task.id);
    const auto editions = records.editions_of_task(task.id);
    for (const auto& in_edition : editions) page.dated(in_edition.edition.head.published_on);
    std::vector<records::PublicResult> first_page;
    const ResultSpan span = write_results(site, records, task, first_page);
    page.dated(span.last_published);
    const DrawStates states(records, draws);
    fill_timeline(page, task, editions, draws, states, span);
    fill_draws(page, draws, states);
    if (span.count > 0) {
        page.body().set("RESULT_WORDS", fmt::format("已公开 {} 条，其中发现问题 {} 条。", span.count, span.problems));
        fill_results_table(page, page.body(), "检查结果", first_page, ResultColumns::of_one_task);
        if (span.count > rows_per_page) fill_pager(page, "", results_page_address(task, 2), "", "检查结果分页");
    } else {
        page.body().set("RESULT_WORDS", draws.empty() ? "还没有抽取，因此没有结果。"
                                                      : "已经抽取，检查结果还没有公开。应公开的期限见上面的进展。");
    }
    Ledger ledger;
    ledger.add(records, "task", task.id);
    fill_ledger(page, ledger);
    fill_attachments(page, records, records::PublicSite::Of::task, task.id);
    fill_citation(page, "", task.name, "", records::address::task(task.id));
    page.put();
}

namespace {

std::string state_page_address(const TaskState& state, int number) {
    return number == 1 ? task_state_address(state) : fmt::format("tasks/state-{}-{}.html", state.name, number);
}

void fill_tasks_table(Page& page, const Site& site, const std::vector<records::PublicTask>& tasks) {
    Table table(page, page.body(), "TABLE", "抽查任务", {"任务", "区县", "年度", "被抽中", "已公开结果", "进展"});
    for (std::size_t i = 2; i < 5; ++i) table.column_style(i, "number");
    for (const records::PublicTask& task : tasks) {
        table.row();
        table.link(records::address::task(task.id), name_of(task));
        table.link(records::address::office(task.office), site.office_name(task.office));
        table.number(task.year);
        table.number(task.drawn);
        table.number(task.results);
        table.state(state_of(task.state));
        if (!task.due.on.empty() && task.due.state != "met") table.also(fmt::format("期限 {}", task.due.on));
    }
}

void write_tasks_page(const Site& site, const std::vector<records::PublicTask>& tasks, int number, bool more) {
    Page page(site, numbered_address("tasks/", number),
              number == 1 ? "抽查任务" : fmt::format("抽查任务第{}页", number), "list.tpl");
    page.section("plans");
    if (number > 1) page.crumb("抽查任务", "tasks/");
    page.describe("全部抽查任务和进展。");
    page.body().set("LEAD", "一项任务从列入计划到后续处置，进展都在它自己的页面上。");
    if (tasks.empty()) page.body().fill("EMPTY", "还没有公开的抽查任务。计划公开后，任务会列在这里。");
    fill_tasks_table(page, site, tasks);
    fill_pager(page, number > 1 ? numbered_address("tasks/", number - 1) : "",
               more ? numbered_address("tasks/", number + 1) : "", "", "任务分页");
    for (const TaskState& state : task_states) {
        View link = page.body().add("MORE");
        link.set("MORE_HREF", page.href(task_state_address(state)));
        link.set("MORE_WORDS", fmt::format("只看{}的", state.word));
    }
    page.put();
}

void write_state_page(const Site& site, const TaskState& state, const std::vector<records::PublicTask>& tasks,
                      int number, bool more) {
    Page page(site, state_page_address(state, number),
              fmt::format("{}的抽查任务{}", state.word, number == 1 ? "" : fmt::format("第{}页", number)), "list.tpl");
    page.section("plans");
    page.crumb("抽查任务", "tasks/");
    page.body().set("LEAD", "按任务现在的进展列出，进展变了就换到另一张清单。");
    if (tasks.empty()) page.body().fill("EMPTY", fmt::format("现在没有{}的任务。", state.word));
    fill_tasks_table(page, site, tasks);
    fill_pager(page, number > 1 ? state_page_address(state, number - 1) : "",
               more ? state_page_address(state, number + 1) : "", "", "任务分页");
    page.put();
}

}  // namespace

std::string task_state_address(const TaskState& state) {
    return fmt::format("tasks/state-{}.html", state.name);
}

void write_tasks(const Site& site, records::PublicSite& records) {
    using List = RowPages<records::PublicTask>;
    List all([&](int number, const auto& rows, bool more) { write_tasks_page(site, rows, number, more); });
    std::vector<List> by_state;
    for (const TaskState& state : task_states)
        by_state.emplace_back([&site, &state](int number, const auto& rows, bool more) {
            write_state_page(site, state, rows, number, more);
        });
    records.each_task([&](const records::PublicTask& task) {
        all.add(task);
        for (std::size_t i = 0; i < task_states.size(); ++i)
            if (task_states[i].word == task.state) by_state[i].add(task);
    });
    all.finish();
    for (List& list : by_state) list.finish();
}

}  // namespace pages
