// 部门: each with its plans, item lists, tasks, results, follow-ups and what is overdue. Plans and results name their
// department by id; a task's row and a draw name theirs in the words of the office's own table, which are matched here.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "generator/pages/board.h"
#include "generator/pages/department_names.h"
#include "generator/pages/feed.h"
#include "generator/pages/result_lists.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

constexpr std::size_t rows_shown = rows_per_page;

struct OwnTask {
    records::PublicTask task;
    std::vector<std::string> roles;  // 发起 配合 检查
};
struct OverdueDraw {
    records::PublicSite::Drawing first;  // its longest overdue row
    std::int64_t count = 0;
};
struct Department {
    records::Department facts;
    std::vector<records::PublicPlan> plans;
    std::vector<records::PublicItemList> item_lists;
    std::vector<OwnTask> tasks;
    std::vector<records::PublicSite::DepartmentCount> results;
    std::vector<records::PublicFollowUp> follow_ups;  // open ones
    std::map<records::Id, OverdueDraw> overdue;       // by draw
    std::optional<int> board;                         // year of its newest board
};
using Departments = std::map<records::Id, Department>;

class Gathering {
  public:
    explicit Gathering(records::PublicSite& records) : records_(records), names_(records.departments("")) {
        for (const records::Department& department : records.departments(""))
            departments_[department.id].facts = department;
        documents();
        tasks();
        results();
        follow_ups();
        overdue();
    }
    /// A board of the office's current year.
    void boards(const Site& site) {
        for (const records::Office& office : site.offices) {
            const auto year = current_year(site, records_, office.area);
            if (!year) continue;
            for (const records::PublicFinding& finding : records_.findings(office.area, *year))
                if (Department* own = find(finding.department)) own->board = year;
        }
    }
    Departments departments_;

  private:
    Department* find(std::optional<records::Id> id) {
        const auto found = id ? departments_.find(*id) : departments_.end();
        return found == departments_.end() ? nullptr : &found->second;
    }
    void documents() {
        for (const records::PublicPlan& plan : records_.plans())
            if (Department* own = find(plan.plan.department)) own->plans.push_back(plan);
        for (const records::PublicItemList& list : records_.item_lists())
            if (Department* own = find(list.list.department)) own->item_lists.push_back(list);
    }
    void tasks() {
        records_.each_task([&](const records::PublicTask& task) {
            std::map<records::Id, std::vector<std::string>> roles;
            for (const auto& [field, role] : {std::pair{"initiator", "发起"}, {"partners", "配合"}, {"agency", "检查"}})
                for (const records::Id id : names_.named_in(task.office, task.cells.text(field)))
                    roles[id].emplace_back(role);
            if (const auto plan = records_.plan(task.plan); plan && plan->plan.department)
                roles.try_emplace(*plan->plan.department);
            for (auto& [id, words] : roles)
                if (Department* own = find(id)) own->tasks.push_back({task, std::move(words)});
        });
    }
    void results() {
        for (const auto& count : records_.department_counts())
            if (Department* own = find(count.department)) own->results.push_back(count);
    }
    void follow_ups() {
        for (const records::PublicFollowUp& follow_up : records_.open_follow_ups("")) {
            const auto result = records_.result(follow_up.facts.result);
            Department* own = find(result ? result->facts.department : std::nullopt);
            if (own == nullptr) own = find(names_.one_named(follow_up.office, follow_up.facts.agency));
            if (own != nullptr) own->follow_ups.push_back(follow_up);
        }
    }
    void overdue() {
        records_.each_overdue("", [&](const records::PublicSite::Drawing& drawing) {
            const records::PublicDraw& draw = drawing.draw;
            if (Department* own = find(names_.one_named(draw.office, draw.draw.agency))) {
                auto [entry, added] = own->overdue.try_emplace(draw.draw.draw);
                if (added) entry->second.first = drawing;
                ++entry->second.count;
            }
        });
    }
    records::PublicSite& records_;
    DepartmentNames names_;
};

/// "共 240 项，这里列出最近的 100 项。" where a section cannot show all.
void say_left_out(View view, std::size_t all) {
    if (all > rows_shown) view.fill("LEFT_OUT", fmt::format("共 {} 项，这里只列出前 {} 项。", all, rows_shown));
}

void fill_documents(Page& page, const Department& department) {
    View view = page.body().add("DOCUMENTS");
    if (department.plans.empty() && department.item_lists.empty()) return view.show("NONE");
    for (const records::PublicPlan& plan : department.plans) {
        View link = view.add("DOCUMENT");
        link.set("DOCUMENT_HREF", page.href(records::address::plan(plan.plan.id)));
        link.set("DOCUMENT_WORDS", plan.plan.name);
    }
    for (const records::PublicItemList& list : department.item_lists) {
        View link = view.add("DOCUMENT");
        link.set("DOCUMENT_HREF", page.href(records::address::item_list(list.list.id)));
        link.set("DOCUMENT_WORDS", list.list.name);
    }
}

void fill_tasks(Page& page, const Department& department) {
    View view = page.body().add("TASKS");
    if (department.tasks.empty()) return view.show("NONE");
    say_left_out(view, department.tasks.size());
    Table table(page, view, "TABLE", fmt::format("抽查任务（{}项）", department.tasks.size()),
                {"年度", "任务", "在任务中", "被抽中", "已公开结果", "进展"});
    for (const std::size_t column : {0, 3, 4}) table.column_style(column, "number");
    std::size_t shown = 0;
    for (auto own = department.tasks.rbegin(); own != department.tasks.rend() && shown < rows_shown; ++own, ++shown) {
        table.row();
        table.number(own->task.year);
        table.link(records::address::task(own->task.id), own->task.name);
        table.text(joined(own->roles));
        table.number(own->task.drawn);
        table.number(own->task.results);
        table.state(state_of(own->task.state));
    }
}

void fill_results(Page& page, const Site& site, const Department& department) {
    View view = page.body().add("RESULTS");
    if (department.results.empty()) return view.show("NONE");
    for (const auto& count : department.results) {
        View link = view.add("YEAR");
        link.set("YEAR_HREF", page.href(department_results_address(count.area, count.year, count.department)));
        link.set("YEAR_WORDS",
                 fmt::format("{}{}年", count.area == department.facts.office ? "" : site.office_name(count.area),
                             count.year));
        link.set("YEAR_COUNT", count.count);
    }
}

void fill_follow_ups(Page& page, const Department& department) {
    View view = page.body().add("FOLLOW_UPS");
    if (department.follow_ups.empty()) return view.show("NONE");
    say_left_out(view, department.follow_ups.size());
    Table table(page, view, "TABLE", fmt::format("未完结的后续处置（{}条）", department.follow_ups.size()),
                {"检查对象", "任务", "措施", "期限"});
    std::size_t shown = 0;
    for (const records::PublicFollowUp& follow_up : department.follow_ups) {
        if (++shown > rows_shown) break;
        table.row();
        table.link(enterprise_address(follow_up.object_code, follow_up.object_code.empty() ? 0 : 1),
                   follow_up.object_name);
        table.link(follow_up.task != 0 ? records::address::task(follow_up.task) : "", follow_up.task_name);
        table.link(records::address::result(follow_up.facts.result),
                   follow_up.facts.measure.empty() ? "看检查结果" : follow_up.facts.measure);
        table.state(state_of(follow_up.due.state == "overdue" ? "overdue" : "未完结"));
        table.also(due_words(follow_up.due));
    }
}

void fill_overdue(Page& page, const Department& department) {
    View view = page.body().add("OVERDUE");
    if (department.overdue.empty()) return view.show("NONE");
    say_left_out(view, department.overdue.size());
    Table table(page, view, "TABLE", "结果逾期未公开", {"抽取", "逾期户数", "应公开日期"});
    table.column_style(1, "number");
    table.column_style(2, "date");
    std::size_t shown = 0;
    for (const auto& [id, overdue] : department.overdue) {
        if (++shown > rows_shown) break;
        const records::PublicDraw& draw = overdue.first.draw;
        table.row();
        table.link(records::address::draw(id), draw.draw.title.empty() ? draw.task_name : draw.draw.title);
        table.number(overdue.count, overdue_address(draw.office));
        table.date(overdue.first.row.result_due.on);
        table.also(overdue.first.row.result_due.clause);
    }
}

void write_department(const Site& site, const Department& department) {
    const std::string& area = department.facts.office;
    Page page(site, records::address::department(area, department.facts.id), department.facts.name, "department.tpl");
    page.crumb("区县与部门", "offices/");
    page.crumb(site.office_name(area), records::address::office(area));
    page.describe(fmt::format("{}的抽查计划、任务、检查结果、后续处置和逾期事项。", department.facts.name));
    FactList facts(page, page.body(), "FACTS");
    facts.link("区县", records::address::office(area), site.office_name(area));
    fill_documents(page, department);
    fill_tasks(page, department);
    fill_results(page, site, department);
    fill_follow_ups(page, department);
    fill_overdue(page, department);
    const std::string feed = department_feed(area, department.facts.id);
    if (department.board) {
        View view = page.body().add("BOARD");
        view.set("BOARD_HREF", page.href(board_address(area, *department.board, department.facts.id)));
        view.set("BOARD_WORDS", fmt::format("{}年规则与进度", *department.board));
    }
    page.body().set("FEED_HREF", page.href(feed));
    page.alternate("application/atom+xml", fmt::format("{}的更新", department.facts.name), feed);
    page.put();
}

}  // namespace

void write_departments(const Site& site, records::PublicSite& records) {
    Gathering gathering(records);
    gathering.boards(site);
    for (const auto& [id, department] : gathering.departments_) write_department(site, department);
}

}  // namespace pages
