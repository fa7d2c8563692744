#include "generator/publish/projection.h"

#include <algorithm>

#include "generator/duties/holiday_notices.h"
#include "generator/publish/publish.h"
#include "generator/publish/tombstones.h"
#include "records/result_codes.h"
#include "text/date.h"

namespace publish {

using records::Id;

void project(records::Portal& portal, const settings::Settings& settings, const settings::PortalFolder& folder,
             std::string_view as_of, records::Portal::Which which, records::PublicWriter& writer) {
    Projection(portal, settings, folder, as_of, which, writer).run();
}

Projection::Projection(records::Portal& portal, const settings::Settings& settings,
                       const settings::PortalFolder& folder, std::string_view as_of, records::Portal::Which which,
                       records::PublicWriter& writer)
    : portal_(portal),
      settings_(settings),
      folder_(folder),
      as_of_(as_of),
      which_(which),
      writer_(writer),
      visibility_(settings, as_of, which == records::Portal::Which::with_drafts),
      withdrawals_(portal, which),
      tally_(tally(portal, which, visibility_, as_of, withdrawals_)),
      findings_(portal, as_of),
      ledger_(portal, settings, as_of, which, department_names_, writer) {}

void Projection::run() {
    read_attachments();
    master_data();
    ledger_.read_histories();
    read_named_facts();
    item_lists();
    plans();
    tasks();
    enterprises();
    draws();
    committed_draws_of_public();
    drawn_objects();
    results();
    follow_ups();
    penalties();
    statements();
    objections();
    withheld_counts();
    masters_told();
    findings_.write(writer_, [this](Id object) -> Findings::SeenName {
        const ObjectName name = object_name(object);
        return {name.code, name.name, name.kind};
    });
    ledger_.finish();
    writer_.finish();
}

void Projection::master_data() {
    records::SiteFacts site;
    site.name = settings_.name;
    site.base_url = settings_.base_url;
    site.publisher = settings_.publisher;
    site.address = settings_.address;
    site.phone = settings_.phone;
    site.email = settings_.email;
    site.as_of = as_of_;
    site.program_version = GONGSHI_VERSION;
    site.site_id_code = settings_.site_id_code;
    site.icp = settings_.icp;
    site.operated_by = settings_.operated_by;
    site.police_record = settings_.police_record;
    site.error_report = settings_.error_report;
    site.keywords = settings_.keywords;
    site.license = settings_.license;
    site.demo = settings_.demo;
    site.preview = which_ == records::Portal::Which::with_drafts;
    const auto publications = portal_.publications();
    site.publication = publications.empty() ? 0 : publications.back().id;
    writer_.site(site);
    for (const records::Office& office : portal_.offices()) writer_.office(office);
    for (const records::Department& department : portal_.departments()) {
        writer_.department(department);
        department_names_[department.id] = department.name;
    }
    for (const records::CalendarDay& day : duties::merged_calendar(portal_.calendar())) writer_.calendar(day);
    for (const records::RuleFacts& rule : portal_.rules()) writer_.rule(rule);
}

void Projection::item_lists() {
    std::map<Id, std::vector<records::Edition>> editions;
    for (records::Edition& edition : portal_.item_list_editions(which_)) editions[edition.of].push_back(edition);
    for (const records::ItemList& list : portal_.item_lists()) {
        records::ItemList named = list;
        if (all_withdrawn(editions[list.id], "item_list_edition")) named.name = "抽查事项清单（已撤回）";
        bool written = false;
        for (const records::Edition& one : editions[list.id]) {
            const Verdict verdict = visibility_.of(one.head);
            findings_.item_list_edition(list, one, public_rows("items", portal_.items(one.id, which_)),
                                        counted("item_list_edition", one.id, verdict));
            if (!verdict.shown()) {
                count_withheld(list.office, "item_list_edition", verdict);
                continue;
            }
            if (!written)
                writer_.item_list({named, named.department ? department_names_[*named.department] : std::string()});
            written = true;
            edition(one, "items", list.office, portal_.items(one.id, which_));
        }
    }
}

void Projection::plans() {
    std::map<Id, std::vector<records::Edition>> editions;
    for (records::Edition& edition : portal_.plan_editions(which_)) editions[edition.of].push_back(edition);
    for (const records::Plan& plan : portal_.plans()) {
        records::Plan named = plan;
        if (all_withdrawn(editions[plan.id], "plan_edition"))
            named.name = std::to_string(plan.year) + "年抽查计划（已撤回）", named.number.clear();
        bool written = false;
        for (const records::Edition& one : editions[plan.id]) {
            const Verdict verdict = visibility_.of(one.head);
            findings_.plan_edition(plan, one, portal_.tasks_in_edition(one.id, which_).size(),
                                   counted("plan_edition", one.id, verdict));
            if (!verdict.shown()) {
                count_withheld(plan.office, "plan_edition", verdict);
                continue;
            }
            if (!written)
                writer_.plan({named, named.department ? department_names_[*named.department] : std::string()});
            written = true;
            std::vector<records::EditionRow> rows = portal_.tasks_in_edition(one.id, which_);
            if (withdrawals_.find("plan_edition", one.id) != nullptr) {
                remember_withdrawn_tasks(named, one, rows);
            } else {
                remember_tasks(named, one, rows);
                if (one.head.abolished_on.empty())
                    newest_edition_[plan.id] = std::max(newest_edition_[plan.id], one.number);
            }
            edition(one, "plans", plan.office, std::move(rows));
        }
    }
}

bool Projection::all_withdrawn(const std::vector<records::Edition>& editions, std::string_view table) const {
    return std::all_of(editions.begin(), editions.end(), [&](const records::Edition& one) {
        return withdrawals_.find(table, one.id) != nullptr || !visibility_.of(one.head).shown();
    });
}

void Projection::edition(const records::Edition& edition, std::string_view kind, const std::string& office,
                         std::vector<records::EditionRow> rows) {
    const bool items = kind == "items";
    const std::string_view table = items ? "item_list_edition" : "plan_edition";
    records::PublicEdition shown{edition, {}, {}};
    const bool tombstone = standing(table, edition.id, edition.correction, {}, shown.standing);
    if (tombstone)
        empty_out(shown);
    else
        shown.rows = public_rows(kind, std::move(rows));
    if (items)
        writer_.item_list_edition(shown);
    else
        writer_.plan_edition(shown);
    const records::DocumentHead& head = shown.edition.head;
    const Ledger::Record record{table,      edition.id,        table,           edition.id, office,
                                head.title, head.published_on, &shown.standing, true};
    told(record);
    if (tombstone) return;
    for (const records::EditionRow& row : shown.rows) ledger_.part(items ? "item" : "task_in_edition", row.id, record);
    if (!head.abolished_on.empty() && head.abolished_on <= as_of_)
        ledger_.add({0, 0, head.abolished_on, "voided", std::string(table), office, edition.id, head.title, 1, ""},
                    true);
    attachments_of(table, edition.id);
}

std::vector<records::EditionRow> Projection::public_rows(std::string_view kind, std::vector<records::EditionRow> rows) {
    for (records::EditionRow& row : rows) row.cells = visibility_.public_cells(kind, row.cells);
    return rows;
}

void Projection::remember_tasks(const records::Plan& plan, const records::Edition& edition,
                                const std::vector<records::EditionRow>& rows) {
    for (const records::EditionRow& row : rows) {
        TaskPlace& place = tasks_[row.task];
        if (place.plan != 0 && !place.withdrawn && place.edition > edition.number) continue;
        place = {plan.id,   edition.number,          plan.year, plan.office, "",
                 plan.name, edition.head.written_on, row.cells, false};
        place.cells = visibility_.public_cells("plans", row.cells);
        // as import names it (task_identity.h)
        for (const std::string_view field : {"task_name", "plan_name", "item", "list_item", "category", "content"})
            if (place.name.empty()) place.name = place.cells.text(field);
    }
}

/// Draws and results keep their task, of which a withdrawn edition leaves the number alone.
void Projection::remember_withdrawn_tasks(const records::Plan& plan, const records::Edition& edition,
                                          const std::vector<records::EditionRow>& rows) {
    for (const records::EditionRow& row : rows)
        tasks_.try_emplace(row.task, TaskPlace{plan.id,
                                               edition.number,
                                               plan.year,
                                               plan.office,
                                               "第" + std::to_string(row.task) + "号抽查任务",
                                               plan.name,
                                               "",
                                               {},
                                               true});
}

void Projection::tasks() {
    for (const auto& [id, place] : tasks_) {
        const TaskTally tally = tally_.tasks.contains(id) ? tally_.tasks.at(id) : TaskTally{};
        records::PublicTask task;
        task.id = id;
        task.plan = place.plan;
        task.edition = place.edition;
        task.office = place.office;
        task.name = place.name;
        task.year = place.year;
        task.cells = place.cells;
        task.drawn = tally.drawn;
        task.results = tally.results;
        task.open_follow_ups = tally.open_follow_ups;
        task.state = task_state(place, tally);
        findings_.task({id, place.plan, place.office, place.name, place.year, &place.cells, dropped(place), tally});
        const bool done = task.state == "已完成";
        task.due = awaited_result(place, done ? tally.last_published : std::string());
        if (done && tally.last_published.empty() && !task.due.on.empty()) task.due.state = "met";  // none is public
        if (task.state == "取消") task.due = {};
        writer_.task(task);
        if (!place.withdrawn) attachments_of("task", id);
    }
}

std::string Projection::task_state(const TaskPlace& task, const TaskTally& tally) const {
    if (tally.awaited > 0 && tally.inspected >= tally.awaited) return "已完成";
    if (dropped(task)) return "取消";
    const records::CellValue* period = task.cells.find("period");
    const auto last = period != nullptr && period->period ? period->period->last_day() : std::nullopt;
    // Without a recorded draw nobody can say that a result is missing: those there are, are what the task gave.
    if (last && text::iso(*last) < as_of_) return tally.awaited == 0 && tally.inspected > 0 ? "已完成" : "逾期";
    return tally.awaited > 0 || tally.results > 0 || !tally.first_drawn.empty() ? "进行中" : "未开始";
}

/// No later adjustment has it any more, or the last one lists it as 取消.
bool Projection::dropped(const TaskPlace& task) const {
    const auto newest = newest_edition_.find(task.plan);
    return (newest != newest_edition_.end() && task.edition < newest->second) || task.cells.text("change") == "取消";
}

void Projection::enterprises() {
    portal_.each_object(which_, [&](const records::ObjectFacts& object) {
        const Verdict verdict = visibility_.of(object);
        const ObjectName name = verdict.shown() ? object_name(object.object) : ObjectName{};
        const auto counts = tally_.objects.find(object.object);
        findings_.object(object, name.code, counts == tally_.objects.end() ? ObjectTally{} : counts->second,
                         counted_as(verdict));
        if (!verdict.shown()) return count_withheld("", "object", verdict);
        records::PublicEnterprise shown;
        shown.object = object.object;
        shown.code = name.code;
        shown.kind = object.kind;
        shown.name = object.name;
        shown.former_names = object.former_names;
        shown.area = object.area;
        shown.area_name = object.area_name;
        shown.trade = object.trade;
        shown.entity_type = object.entity_type;
        shown.registered_on = object.registered_on;
        shown.status = object.status;
        shown.authority = object.authority;
        for (const records::ObjectCode& code : portal_.codes_of(object.object))
            if (code.code != name.code) shown.other_codes.push_back(code.code);
        if (counts != tally_.objects.end()) {
            shown.drawn = counts->second.drawn;
            shown.inspected = counts->second.inspected;
            shown.open_follow_ups = counts->second.open_follow_ups;
        }
        writer_.enterprise(shown);
        const records::Standing stands;
        told({"object", object.object, "object", object.object, "", object.name, "", &stands, false});
    });
}

void Projection::drawn_objects() {
    portal_.each_drawn_object(which_, [&](const records::DrawnObject& row) {
        const auto task_of = tally_.task_of_draw.find(row.draw);
        if (task_of == tally_.task_of_draw.end()) return;
        const bool revealed = tally_.list_revealed[row.draw];
        const TaskPlace* task = place(task_of->second);
        if (task == nullptr) return;
        const ObjectName name = object_name(row.object);
        const Verdict verdict = name.shown ? visibility_.of(row) : Verdict{Verdict::Kind::withheld, "不予公开", ""};
        records::PublicDrawnObject shown{row, name.code, name.name, row.authority, "", {}, 0};
        bool withheld = false, published = false;
        std::vector<Findings::ResultSeen> seen;
        const std::vector<records::ResultFacts> results = portal_.results_of(task_of->second, row.object);
        for (const records::ResultFacts& result : results) {
            const Verdict of_result = visibility_.of(result);
            published = published || of_result.has_page();
            // A tombstone no longer says about whom it was.
            const bool stands = of_result.shown() && withdrawals_.find("result", result.id) == nullptr;
            if (stands && shown.result == 0) shown.result = result.id;
            withheld = withheld || of_result.kind == Verdict::Kind::withheld;
            if (const Counted as = counted("result", result.id, of_result); as != Counted::not_at_all)
                seen.push_back({&result, as});
        }
        findings_.drawn_object(row, {name.code, name.name, name.kind}, seen,
                               revealed ? counted_as(verdict) : Counted::not_yet);
        if (!revealed) return;
        if (!verdict.shown()) return count_withheld(task->office, "drawn_object", verdict);
        shown.result_due = awaited_result(*task);
        if (shown.result_due.on.empty()) shown.result_due = {};
        shown.state = published                             ? "已公开结果"
                      : withheld                            ? "不予公开"
                      : shown.result_due.on.empty()         ? "没有期限规定"
                      : shown.result_due.state == "overdue" ? "逾期未公开"
                                                            : "未到期";
        if (published || withheld) shown.result_due = {};
        writer_.drawn_object(shown);
        const records::Standing stands;
        const DrawnBefore& draw = public_draws_.at(row.draw);
        ledger_.part("draw_object", row.id,
                     {"draw_record", draw.fact, "draw", row.draw, task->office, draw.title, "", &stands, true},
                     draw.reveal_on);
    });
}

}  // namespace publish
