#include "generator/publish/findings.h"

#include <algorithm>
#include <array>

#include "generator/duties/holiday_notices.h"
#include "generator/publish/counted_values.h"
#include "records/result_codes.h"
#include "text/date.h"
#include "text/fold.h"

namespace publish {

using duties::Noun;
using records::Id;

namespace {

/// Whether a result counts as public on its day: 审核 passed and the day not in the future.
std::string_view published_day(const records::ResultFacts& result, Counted counted) {
    return counted == Counted::not_yet ? std::string_view() : std::string_view(result.published_on);
}

/// What a reader is told a row is when it has no name.
std::string_view kind_of(std::string_view kind, Counted counted) {
    switch (counted) {
        case Counted::withheld:
            return "withheld";
        case Counted::not_yet:
            return "not_yet";
        case Counted::expired:
            return "expired";
        default:
            return kind;
    }
}

duties::CountedRow row_of(Noun noun, std::string_view kind, Counted counted) {
    duties::CountedRow row;
    row.noun = noun;
    row.kind = kind_of(kind, counted);
    row.withheld = counted != Counted::by_name;
    return row;
}

std::string as_yes_or_no(std::string_view cell) {
    const std::string folded = text::fold(cell);
    for (const std::string_view yes : {"是", "y", "yes", "√", "1", "true", "联合"})
        if (folded == yes) return "是";
    for (const std::string_view no : {"否", "n", "no", "×", "0", "false"})
        if (folded == no) return "否";
    return std::string(cell);
}

std::vector<std::string> folded_parts(std::string_view cell) {
    std::vector<std::string> parts{text::fold(cell)};
    std::string part;
    const std::string all(cell);
    for (std::size_t at = 0; at <= all.size(); ++at) {
        const bool comma = all.compare(at, 3, "、") == 0;
        if (at < all.size() && !comma && all[at] != '\n') {
            part += all[at];
            continue;
        }
        if (const std::string folded = text::fold(part); !folded.empty()) parts.push_back(folded);
        part.clear();
        if (comma) at += 2;
    }
    return parts;
}

void add_once(std::vector<Id>& ids, const std::vector<Id>& more) {
    for (const Id id : more)
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

}  // namespace

Counted counted_as(const Verdict& verdict) {
    switch (verdict.kind) {
        case Verdict::Kind::shown:
            return Counted::by_name;
        case Verdict::Kind::withheld:
            return Counted::withheld;
        case Verdict::Kind::expired:
            return Counted::expired;
        case Verdict::Kind::not_yet:
            return Counted::not_yet;
    }
    return Counted::not_at_all;
}

Findings::Findings(records::Portal& portal, std::string_view as_of)
    : portal_(portal), as_of_(as_of), year_(std::stoi(std::string(as_of.substr(0, 4)))), names_(portal.departments()) {
    for (const records::Department& department : portal.departments())
        department_names_[department.id] = department.name;
    for (const records::Plan& plan : portal.plans()) plans_.emplace(plan.id, plan);
    add_judges(portal);
}

void Findings::add_judges(records::Portal& portal) {
    std::map<std::string, std::vector<records::RuleFacts>> rules;
    for (const records::RuleFacts& rule : portal.rules()) rules[rule.office].push_back(rule);
    const auto days = duties::merged_calendar(portal.calendar());
    for (const records::Office& facts : portal.offices()) {
        OneOffice& one = offices_[facts.area];
        one.facts = facts;
        for (const records::DeclaredFigure& figure : portal.declared_figures())
            if (figure.office == facts.area)
                one.figures.push_back({figure.name, figure.year,
                                       portal.find_department(figure.office, figure.department), figure.value,
                                       figure.as_of, figure.source});
        std::vector<duties::RuleException> exceptions;
        for (const records::RuleException& one_of : portal.rule_exceptions())
            if (one_of.office == facts.area) exceptions.push_back(exception(one_of));
        const auto own = rules.find(facts.area);
        if (own == rules.end()) continue;
        const auto& calendar = calendars_.emplace(facts.area, duties::WorkingDays(days, facts.area)).first->second;
        one.judge.emplace(own->second, calendar, one.figures, std::move(exceptions), as_of_);
    }
}

duties::RuleException Findings::exception(const records::RuleException& facts) const {
    duties::RuleException exception;
    exception.rule = facts.rule;
    exception.reason = facts.reason;
    if (!facts.basis.empty()) exception.reason += "（" + facts.basis + "）";
    (facts.kind == "task" ? exception.task : facts.kind == "draw" ? exception.draw : exception.object) = facts.record;
    return exception;
}

Findings::OneOffice* Findings::office(std::string_view area) {
    const auto found = offices_.find(area);
    return found == offices_.end() || !found->second.judge ? nullptr : &found->second;
}

Findings::OneOffice* Findings::office_counting(std::string_view area, Noun noun) {
    OneOffice* found = office(area);
    return found != nullptr && found->judge->counts(noun) ? found : nullptr;
}

const Findings::CountedTask* Findings::task_of(Id task) const {
    const auto found = tasks_.find(task);
    return found == tasks_.end() ? nullptr : &found->second;
}

std::string Findings::department_name(const std::optional<Id>& department) const {
    const auto found = department_names_.find(department.value_or(0));
    return found == department_names_.end() ? std::string() : found->second;
}

std::vector<Id> Findings::departments_named(std::string_view office, std::string_view cell) const {
    return names_.named_in(office, cell);
}

void Findings::plan_edition(const records::Plan& plan, const records::Edition& edition, std::size_t tasks,
                            Counted counted) {
    plan_editions_.push_back({plan, edition, tasks, counted});
}

void Findings::item_list_edition(const records::ItemList& list, const records::Edition& edition,
                                 const std::vector<records::EditionRow>& rows, Counted counted) {
    if (office(list.office) == nullptr) return;
    list_editions_.push_back({list, edition, rows, counted});
}

void Findings::fill_task_values(CountedTask& counted, const TaskSeen& seen, const records::Plan* plan) const {
    const duties::NounTable& table = duties::table_of(Noun::task);
    counted.values.resize(table.columns.size());
    for (std::size_t at = 0; at < table.columns.size(); ++at)
        counted.values[at] = seen.cells->text(table.columns[at].key);
    const auto set = [&](std::string_view key, std::string value) {
        counted.values[duties::column_index(Noun::task, key)] = std::move(value);
    };
    const records::Cells& cells = *seen.cells;
    const bool joint = (plan != nullptr && plan->joint) || !cells.text("partners").empty();
    set("number", std::string(cells.text("task_number")));
    set("name", std::string(seen.name));
    set("plan", plan == nullptr ? "" : plan->name);
    set("department", plan == nullptr ? "" : department_name(plan->department));
    set("joint", joint ? "是" : as_yes_or_no(cells.text("joint")));
    set("comprehensive", as_yes_or_no(cells.text("comprehensive")));
    set("double_random", as_yes_or_no(cells.text("double_random")));
    set("source", cells.text("task_source").empty() ? seen.plan == 0 ? "临时任务" : "年度计划"
                                                    : std::string(cells.text("task_source")));
    const records::CellValue* period = cells.find("period");
    const auto day = [](const auto& date) { return date ? text::iso(*date) : std::string(); };
    if (period != nullptr && period->period) {
        set("starts_on", day(period->period->first_day()));
        set("ends_on", day(period->period->last_day()));
    }
    const TaskTally& tally = seen.tally;
    const bool completed = tally.awaited > 0 && tally.inspected >= tally.awaited;
    set("cancelled", std::string(yes_or_no(seen.cancelled)));
    set("draws", std::to_string(tally.draws));
    set("drawn", std::to_string(tally.awaited));
    set("results", std::to_string(tally.recorded));
    set("has_draw", std::string(yes_or_no(tally.draws > 0)));
    set("has_result", std::string(yes_or_no(tally.recorded > 0)));
    set("completed", std::string(yes_or_no(completed)));
    set("completed_on", completed ? tally.last_finished : std::string());
}

void Findings::task(const TaskSeen& seen) {
    OneOffice* own = office(seen.office);
    if (own == nullptr) return;
    const auto plan = plans_.find(seen.plan);
    CountedTask& counted = tasks_[seen.id];
    counted.id = seen.id;
    counted.office = own;
    counted.year = seen.year;
    fill_task_values(counted, seen, plan == plans_.end() ? nullptr : &plan->second);
    if (plan != plans_.end() && plan->second.department) counted.departments = {*plan->second.department};
    for (const std::string_view field : {"initiator", "partners", "agency"})
        add_once(counted.departments, departments_named(seen.office, seen.cells->text(field)));
    for (const std::string_view field : {"item", "list_item"})
        for (std::string& part : folded_parts(seen.cells->text(field))) counted.items.push_back(std::move(part));
    if (!own->judge->counts(Noun::task)) return;
    duties::CountedRow row = row_of(Noun::task, "task", Counted::by_name);
    row.id = seen.id;
    row.name = seen.name;
    row.departments = counted.departments;
    row.year = seen.year;
    row.day = seen.tally.first_drawn;
    row.task = seen.id;
    const std::vector<std::string_view> values(counted.values.begin(), counted.values.end());
    row.values = values;
    own->judge->count(row);
}

void Findings::object(const records::ObjectFacts& object, std::string_view code, const ObjectTally& tally,
                      Counted counted) {
    static const Columns columns(
        Noun::object, {"object_kind", "name", "area", "trade", "entity_type", "field", "registered_on", "status",
                       "authority", "tags", "drawn", "times_drawn", "visits", "problem_found"});
    for (auto& [area, own] : offices_) {
        if (!own.judge || !own.judge->counts(Noun::object)) continue;
        const std::string_view prefix = area.ends_with("0000") ? std::string_view(area).substr(0, 2)
                                        : area.ends_with("00") ? std::string_view(area).substr(0, 4)
                                                               : std::string_view(area);
        if (object.area.empty() ? offices_.size() > 1 : !object.area.starts_with(prefix)) continue;
        const std::string drawn = std::to_string(tally.drawn_this_year),
                          visits = std::to_string(tally.visits_this_year);
        std::vector<std::string_view> values = empty_values(Noun::object);
        columns.fill(values, {object.kind, object.name, object.area, object.trade, object.entity_type, object.field,
                              object.registered_on, object.status, object.authority, object.tags,
                              yes_or_no(tally.drawn_this_year > 0), drawn, visits, yes_or_no(tally.problem_this_year)});
        duties::CountedRow row = row_of(Noun::object, "object", counted);
        row.id = object.object;
        row.code = code;
        row.name = object.name;
        row.year = year_;
        row.object = object.object;
        row.values = values;
        own.judge->count(row);
    }
}

void Findings::draw(const records::DrawFacts& draw, std::int64_t listed, bool verifiable, Counted counted) {
    static const Columns columns(
        Noun::draw, {"number",       "agency",      "drawn_on",  "method",           "scope",     "draw_type",
                     "population",   "target",      "drawn",     "inspectors_drawn", "matching",  "confirmed_on",
                     "trained_on",   "notified_on", "witnesses", "list_public",      "reveal_on", "document_number",
                     "published_on", "disclosure",  "verifiable"});
    const CountedTask* task = task_of(draw.task);
    if (task == nullptr || counted == Counted::not_at_all) return;
    CountedDraw& own = draws_[draw.draw];
    own = {task, draw.drawn_at.substr(0, 10), departments_named(task->office->facts.area, draw.agency)};
    if (own.departments.empty()) own.departments = task->departments;
    if (own.drawn_on.empty() || own.drawn_on > as_of_ || !task->office->judge->counts(Noun::draw)) return;  // announced
    const auto number = [](const auto& value) { return value ? std::to_string(*value) : std::string(); };
    const std::string population = number(draw.population), target = number(draw.target),
                      drawn = std::to_string(listed);
    const std::string people = number(draw.inspectors_drawn);
    std::vector<std::string_view> values = empty_values(Noun::draw);
    columns.fill(values, {draw.number,
                          draw.agency,
                          own.drawn_on,
                          draw.method,
                          draw.scope,
                          draw.draw_type,
                          population,
                          target,
                          drawn,
                          people,
                          draw.matching,
                          draw.confirmed_on,
                          draw.trained_on,
                          draw.notified_on,
                          draw.witnesses,
                          yes_or_no(draw.list_public),
                          draw.reveal_on,
                          draw.document_number,
                          draw.published_on,
                          draw.disclosure,
                          yes_or_no(verifiable)});
    fill_task(values, task->values);
    const std::string name = task->values[duties::column_index(Noun::task, "name")] +
                             (draw.number.empty() ? "" : "（第" + draw.number + "次抽取）");
    duties::CountedRow row = row_of(Noun::draw, "draw", counted);
    row.id = draw.draw;
    row.name = name;
    row.departments = own.departments;
    row.year = task->year;
    row.day = own.drawn_on;
    row.task = draw.task;
    row.draw = draw.draw;
    row.values = values;
    task->office->judge->count(row);
}

void Findings::drawn_object(const records::DrawnObject& drawn, const ObjectSeen& object,
                            const std::vector<ResultSeen>& results, Counted counted) {
    static const Columns columns(Noun::drawn_object,
                                 {"object_kind", "authority", "drawn_on", "has_inspectors", "has_result", "published",
                                  "finished_on", "published_on", "problem_found"});
    const auto draw = draws_.find(drawn.draw);
    if (draw == draws_.end() || counted == Counted::not_at_all) return;
    const CountedTask& task = *draw->second.task;
    if (!task.office->judge->counts(Noun::drawn_object)) return;
    bool published = !results.empty(), problem = false;
    std::string_view finished_on, published_on;
    for (const ResultSeen& result : results) {
        const std::string_view day = published_day(*result.facts, result.counted);
        published = published && !day.empty();
        published_on = std::max(published_on, day);
        finished_on = std::max(finished_on, std::string_view(result.facts->finished_on));
        problem = problem || (result.counted == Counted::by_name && records::any_problem(result.facts->codes));
    }
    std::vector<std::string_view> values = empty_values(Noun::drawn_object);
    columns.fill(values,
                 {object.kind, drawn.authority, draw->second.drawn_on, yes_or_no(!drawn.inspectors.empty()),
                  yes_or_no(!results.empty()), yes_or_no(published), finished_on, published_on, yes_or_no(problem)});
    fill_task(values, task.values);
    duties::CountedRow row = row_of(Noun::drawn_object, "drawn_object", counted);
    row.id = drawn.draw << 32 | drawn.object;  // its page is the draw's, see write_rows
    row.code = object.code;
    row.name = object.name;
    row.departments = draw->second.departments;
    row.year = task.year;
    row.day = draw->second.drawn_on;
    row.task = task.id;
    row.draw = drawn.draw;
    row.object = drawn.object;
    row.values = values;
    task.office->judge->count(row);
}

void Findings::result(const records::ResultFacts& result, const ObjectSeen& object, std::string_view follow_up_state,
                      Counted counted) {
    static const Columns columns(
        Noun::result, {"item",        "department",    "agency",          "object_kind",    "codes",
                       "outcome",     "problem_found", "methods",         "inspected_on",   "finished_on",
                       "produced_on", "entered_on",    "audited_on",      "published_on",   "audit_state",
                       "signature",   "cooperation",   "record_form",     "disposal",       "conclusion_source",
                       "follow_up",   "disclosure",    "withheld_reason", "withheld_basis", "has_draw"});
    const CountedTask* task = task_of(result.task);
    if (task == nullptr || counted == Counted::not_at_all) return;
    const bool problem = records::any_problem(result.codes);
    const std::string_view published_on = published_day(result, counted);
    if (task->office->judge->counts(Noun::inspection))
        task->office->visits.add(result, !published_on.empty(), problem, counted == Counted::by_name);
    if (!task->office->judge->counts(Noun::result)) return;
    const std::string department = department_name(result.department), codes = joined(result.codes);
    const std::string methods = method_terms(result.methods);
    std::vector<std::string_view> values = empty_values(Noun::result);
    columns.fill(values, {result.item,
                          department,
                          result.agency,
                          object.kind,
                          codes,
                          result.outcome,
                          yes_or_no(problem),
                          methods,
                          result.inspected_on,
                          result.finished_on,
                          result.produced_on,
                          result.entered_on,
                          result.audited_on,
                          published_on,
                          result.audit_state,
                          result.signature,
                          result.cooperation,
                          result.record_form,
                          result.disposal,
                          result.conclusion_source,
                          follow_up_state,
                          result.disclosure,
                          result.withheld_reason,
                          result.withheld_basis,
                          yes_or_no(result.draw.has_value())});
    fill_task(values, task->values);
    duties::CountedRow row = row_of(Noun::result, "result", counted);
    const std::array<Id, 1> department_id{result.department.value_or(0)};
    row.id = result.id;
    row.code = object.code;
    row.name = object.name;
    row.departments = result.department ? std::span<const Id>(department_id) : std::span<const Id>(task->departments);
    row.year = task->year;
    row.day = !published_on.empty()         ? published_on
              : !result.produced_on.empty() ? std::string_view(result.produced_on)
                                            : std::string_view(result.finished_on);
    row.task = result.task;
    row.draw = result.draw;
    row.object = result.object;
    row.values = values;
    task->office->judge->count(row);
}

void Findings::follow_up(const records::FollowUpFacts& step, const FollowUpState& of, const ObjectSeen& object,
                         Counted counted) {
    static const Columns columns(
        Noun::follow_up, {"state", "steps", "measure", "transfer", "transferred_to", "arose_on", "handled_on",
                          "finished_on", "published_on", "outcome", "revisit", "agency", "object_kind", "disclosure"});
    const CountedTask* task = task_of(of.counted_task);
    if (task == nullptr || counted == Counted::not_at_all || !task->office->judge->counts(Noun::follow_up)) return;
    const std::string steps = std::to_string(of.counted_step);
    std::vector<std::string_view> values = empty_values(Noun::follow_up);
    columns.fill(values, {step.state, steps, step.measure, step.transfer, step.transferred_to, step.arose_on,
                          step.handled_on, step.finished_on, step.published_on, step.outcome, step.revisit, step.agency,
                          object.kind, step.disclosure});
    fill_task(values, task->values);
    duties::CountedRow row = row_of(Noun::follow_up, "follow_up", counted);
    const std::array<Id, 1> department_id{of.department};
    row.id = step.result;
    row.code = object.code;
    row.name = object.name;
    row.departments = of.department != 0 ? std::span<const Id>(department_id) : std::span<const Id>(task->departments);
    row.year = task->year;
    row.day = step.arose_on;
    row.task = of.counted_task;
    row.object = of.counted_object;
    row.values = values;
    task->office->judge->count(row);
}

}  // namespace publish
