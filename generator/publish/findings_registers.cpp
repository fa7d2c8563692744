// Gathering of what is known only when everything was seen: lists and plans with their newest editions, items held
// against the year's plans, visits, inspectors, reports.
#include <algorithm>
#include <set>

#include "generator/publish/counted_values.h"
#include "generator/publish/findings.h"
#include "text/fold.h"

namespace publish {

using duties::Noun;
using records::Id;

namespace {

/// The year an edition counts in: that of its day.
int year_of(const records::DocumentHead& head) {
    const std::string& day = head.published_on.empty() ? head.written_on : head.published_on;
    return day.size() < 4 ? 0 : std::stoi(day.substr(0, 4));
}

std::string_view ground_or(std::string_view kind, Counted counted) {
    return counted == Counted::by_name   ? kind
           : counted == Counted::not_yet ? std::string_view("not_yet")
                                         : std::string_view("withheld");
}

std::string edition_name(const std::string& name, int number) {
    return number == 0 ? name : name + "（第" + std::to_string(number) + "次调整）";
}

}  // namespace

void Findings::count_plan_editions() {
    static const Columns columns(
        Noun::plan_edition, {"plan", "number", "department", "joint", "edition", "original", "newest", "tasks", "title",
                             "document_number", "issuer", "disclosure", "platform", "basis", "reason", "written_on",
                             "published_on", "valid_until", "abolished_on"});
    std::map<Id, int> newest;
    for (const PlanEdition& one : plan_editions_)
        newest[one.plan.id] = std::max(newest[one.plan.id], one.edition.number);
    for (const PlanEdition& one : plan_editions_) {
        OneOffice* own = office_counting(one.plan.office, Noun::plan_edition);
        if (own == nullptr || one.counted == Counted::not_at_all) continue;
        const records::DocumentHead& head = one.edition.head;
        const std::string department = department_name(one.plan.department),
                          number = std::to_string(one.edition.number);
        const std::string tasks = std::to_string(one.tasks), name = edition_name(one.plan.name, one.edition.number);
        std::vector<std::string_view> values = empty_values(Noun::plan_edition);
        columns.fill(values,
                     {one.plan.name, one.plan.number, department, yes_or_no(one.plan.joint), number,
                      yes_or_no(one.edition.number == 0), yes_or_no(newest[one.plan.id] == one.edition.number), tasks,
                      head.title, head.document_number, head.issuer, head.disclosure, head.platform, head.basis,
                      one.edition.reason, head.written_on, head.published_on, head.valid_until, head.abolished_on});
        duties::CountedRow row;
        row.noun = Noun::plan_edition;
        row.kind = ground_or("plan_edition", one.counted);
        row.withheld = one.counted != Counted::by_name;
        row.id = one.edition.id;
        row.name = name;
        const std::vector<Id> departments = one.plan.department ? std::vector{*one.plan.department} : std::vector<Id>();
        row.departments = departments;
        row.year = one.plan.year;
        row.day = head.published_on;
        row.values = values;
        own->judge->count(row);
    }
}

void Findings::count_item_lists() {
    static const Columns columns(Noun::item_list,
                                 {"name", "department", "joint", "edition", "first_of_year", "newest", "items",
                                  "document_number", "disclosure", "written_on", "published_on", "abolished_on"});
    std::map<Id, const ListEdition*> newest;
    std::map<std::pair<Id, int>, int> first;  // by list and year
    for (const ListEdition& one : list_editions_) {
        const ListEdition*& known = newest[one.list.id];
        if (one.counted == Counted::by_name && (known == nullptr || known->edition.number < one.edition.number))
            known = &one;
        const auto [earliest, is_new] = first.try_emplace({one.list.id, year_of(one.edition.head)}, one.edition.number);
        if (!is_new) earliest->second = std::min(earliest->second, one.edition.number);
    }
    for (const ListEdition& one : list_editions_) {
        OneOffice* own = office(one.list.office);
        if (own == nullptr || one.counted == Counted::not_at_all) continue;
        const bool is_newest = newest[one.list.id] == &one;
        if (is_newest) count_items(*own, one);
        if (!own->judge->counts(Noun::item_list)) continue;
        const records::DocumentHead& head = one.edition.head;
        const int year = year_of(head);
        const std::string department = department_name(one.list.department),
                          number = std::to_string(one.edition.number);
        const std::string items = std::to_string(one.rows.size()),
                          name = edition_name(one.list.name, one.edition.number);
        std::vector<std::string_view> values = empty_values(Noun::item_list);
        columns.fill(values,
                     {one.list.name, department, yes_or_no(one.list.joint), number,
                      yes_or_no(first[{one.list.id, year}] == one.edition.number), yes_or_no(is_newest), items,
                      head.document_number, head.disclosure, head.written_on, head.published_on, head.abolished_on});
        duties::CountedRow row;
        row.noun = Noun::item_list;
        row.kind = ground_or("item_list_edition", one.counted);
        row.withheld = one.counted != Counted::by_name;
        row.id = one.edition.id;
        row.name = name;
        const std::vector<Id> departments = one.list.department ? std::vector{*one.list.department} : std::vector<Id>();
        row.departments = departments;
        row.year = year;
        row.day = head.published_on;
        row.values = values;
        own->judge->count(row);
    }
}

void Findings::count_items(OneOffice& own, const ListEdition& newest) {
    if (!own.judge->counts(Noun::item)) return;
    std::set<std::string> planned;
    for (const auto& [id, task] : tasks_)
        if (task.office == &own && task.year == year_) planned.insert(task.items.begin(), task.items.end());
    const duties::NounTable& table = duties::table_of(Noun::item);
    const std::string list_department = department_name(newest.list.department);
    for (const records::EditionRow& item : newest.rows) {
        std::vector<std::string_view> values = empty_values(Noun::item);
        for (std::size_t at = 0; at < table.columns.size(); ++at) values[at] = item.cells.text(table.columns[at].key);
        std::string_view name = item.cells.text("item");
        if (name.empty()) name = item.cells.text("sub_item");
        const bool joint = newest.list.joint || item.cells.text("joint") == "是";
        values[duties::column_index(Noun::item, "list")] = newest.list.name;
        values[duties::column_index(Noun::item, "department")] = list_department;
        values[duties::column_index(Noun::item, "joint")] = yes_or_no(joint);
        values[duties::column_index(Noun::item, "planned")] = yes_or_no(planned.contains(text::fold(name)));
        duties::CountedRow row;
        row.noun = Noun::item;
        row.kind = "item";
        row.id = item.id;
        row.name = name;
        std::vector<Id> departments = departments_named(own.facts.area, item.cells.text("agency"));
        if (newest.list.department &&
            std::find(departments.begin(), departments.end(), *newest.list.department) == departments.end())
            departments.push_back(*newest.list.department);
        row.departments = departments;
        row.year = year_;
        row.values = values;
        own.judge->count(row);
    }
}

void Findings::count_visits(const std::function<SeenName(Id)>& object_of) {
    static const Columns columns(Noun::inspection, {"object_kind", "joint", "departments", "results", "problem_found",
                                                    "published", "methods", "inspected_on", "finished_on", "has_draw"});
    for (auto& [area, own] : offices_)
        own.visits.each([&, &own = own](const CountedVisit& visit) {
            const CountedTask& task = tasks_.at(visit.task);
            const SeenName object = object_of(visit.object);
            const std::string departments = std::to_string(visit.departments.size());
            const std::string results = std::to_string(visit.results);
            std::vector<std::string_view> values = empty_values(Noun::inspection);
            columns.fill(values, {object.kind, yes_or_no(visit.departments.size() > 1), departments, results,
                                  yes_or_no(visit.problem_found), yes_or_no(visit.published), visit.methods,
                                  visit.inspected_on, visit.finished_on, yes_or_no(visit.draw != 0)});
            fill_task(values, task.values);
            duties::CountedRow row;
            row.noun = Noun::inspection;
            row.kind = visit.named ? "visit" : "withheld";
            row.withheld = !visit.named;
            row.id = visit.id;
            row.code = object.code;
            row.name = object.name;
            row.departments = visit.departments;
            row.year = task.year;
            row.day = visit.finished_on;
            row.task = visit.task;
            if (visit.draw != 0) row.draw = visit.draw;
            row.object = visit.object;
            row.values = values;
            own.judge->count(row);
        });
}

void Findings::count_inspectors() {
    static const Columns columns(Noun::inspector,
                                 {"department", "qualification", "fields", "skills", "expert", "status"});
    std::vector<records::InspectorFacts> all = portal_.inspectors();
    const auto place = [](const records::InspectorFacts& one) {
        return std::tie(one.office, one.department, one.qualification, one.fields, one.skills, one.expert, one.status,
                        one.pseudonym);
    };
    std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    Id number = 0;
    std::string office;
    for (const records::InspectorFacts& one : all) {
        number = one.office == office ? number + 1 : 1;
        office = one.office;
        OneOffice* own = office_counting(one.office, Noun::inspector);
        if (own == nullptr) continue;
        std::vector<std::string_view> values = empty_values(Noun::inspector);
        columns.fill(values,
                     {one.department, one.qualification, one.fields, one.skills, yes_or_no(one.expert), one.status});
        duties::CountedRow row;
        row.noun = Noun::inspector;
        row.kind = "inspector";
        row.id = number;
        const std::string name = "检查人员" + std::to_string(number);
        row.name = name;
        const auto department = portal_.find_department(one.office, one.department);
        const std::vector<Id> departments = department ? std::vector{*department} : std::vector<Id>();
        row.departments = departments;
        row.year = year_;
        row.values = values;
        own->judge->count(row);
    }
}

void Findings::count_reports() {
    static const Columns columns(Noun::report,
                                 {"report", "period", "department", "task_name", "submitted_on", "document_number"});
    Id number = 0;
    for (const records::HandedInReport& one : portal_.handed_in_reports()) {
        ++number;
        OneOffice* own = office_counting(one.office, Noun::report);
        if (own == nullptr) continue;
        const CountedTask* task = task_of(one.task);
        if (one.task != 0 && task == nullptr) continue;
        const std::string task_name = task == nullptr ? "" : task->values[duties::column_index(Noun::task, "name")];
        std::vector<std::string_view> values = empty_values(Noun::report);
        columns.fill(values, {one.name, one.period, one.department, task_name, one.submitted_on, one.document});
        const std::string name = one.name + (one.period.empty() ? task_name : one.period);
        duties::CountedRow row;
        row.noun = Noun::report;
        row.kind = "report";
        row.id = number;
        row.name = name;
        const auto department = portal_.find_department(one.office, one.department);
        const std::vector<Id> departments = department ? std::vector{*department} : std::vector<Id>();
        row.departments = departments;
        const std::string& day = one.period.size() >= 4 ? one.period : one.submitted_on;
        row.year = task != nullptr ? task->year : day.size() >= 4 ? std::stoi(day.substr(0, 4)) : year_;
        row.day = one.submitted_on;
        if (task != nullptr) row.task = one.task;
        row.values = values;
        own->judge->count(row);
    }
}

}  // namespace publish
