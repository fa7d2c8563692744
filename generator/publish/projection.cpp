#include "generator/publish/projection.h"

#include <algorithm>

#include "generator/duties/holiday_notices.h"
#include "generator/publish/publish.h"
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
      tally_(tally(portal, which, visibility_, as_of)),
      findings_(portal, as_of) {}

void Projection::run() {
    for (const records::Portal::WithdrawalFacts& withdrawal : portal_.withdrawals(which_))
        withdrawn_[{withdrawal.kind, withdrawal.fact}] = {withdrawal.decided_on, withdrawal.reason};
    read_attachments();
    master_data();
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
    withheld_counts();
    findings_.write(writer_, [this](Id object) -> Findings::SeenName {
        const ObjectName name = object_name(object);
        return {name.code, name.name, name.kind};
    });
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
                writer_.item_list({list, list.department ? department_names_[*list.department] : std::string()});
            written = true;
            edition(one, "items", portal_.items(one.id, which_));
        }
    }
}

void Projection::plans() {
    std::map<Id, std::vector<records::Edition>> editions;
    for (records::Edition& edition : portal_.plan_editions(which_)) editions[edition.of].push_back(edition);
    for (const records::Plan& plan : portal_.plans()) {
        bool written = false;
        for (const records::Edition& one : editions[plan.id]) {
            const Verdict verdict = visibility_.of(one.head);
            findings_.plan_edition(plan, one, portal_.tasks_in_edition(one.id, which_).size(),
                                   counted("plan_edition", one.id, verdict));
            if (!verdict.shown()) {
                count_withheld(plan.office, "plan_edition", verdict);
                continue;
            }
            if (!written) writer_.plan({plan, plan.department ? department_names_[*plan.department] : std::string()});
            written = true;
            std::vector<records::EditionRow> rows = portal_.tasks_in_edition(one.id, which_);
            remember_tasks(plan, one, rows);
            if (one.head.abolished_on.empty())
                newest_edition_[plan.id] = std::max(newest_edition_[plan.id], one.number);
            edition(one, "plans", std::move(rows));
        }
    }
}

void Projection::edition(const records::Edition& edition, std::string_view kind,
                         std::vector<records::EditionRow> rows) {
    const bool items = kind == "items";
    records::PublicEdition shown{edition, {}, {}};
    standing(items ? "item_list_edition" : "plan_edition", edition.id, edition.correction, {}, shown.standing);
    const bool tombstone = !shown.standing.withdrawn_on.empty();
    if (!tombstone) shown.rows = public_rows(kind, std::move(rows));
    if (items)
        writer_.item_list_edition(shown);
    else
        writer_.plan_edition(shown);
    if (!tombstone) attachments_of(items ? "item_list_edition" : "plan_edition", edition.id);
}

std::vector<records::EditionRow> Projection::public_rows(std::string_view kind, std::vector<records::EditionRow> rows) {
    for (records::EditionRow& row : rows) row.cells = visibility_.public_cells(kind, row.cells);
    return rows;
}

void Projection::remember_tasks(const records::Plan& plan, const records::Edition& edition,
                                const std::vector<records::EditionRow>& rows) {
    for (const records::EditionRow& row : rows) {
        TaskPlace& place = tasks_[row.task];
        if (place.plan != 0 && place.edition > edition.number) continue;
        place = {plan.id, edition.number, plan.year, plan.office, "", plan.name, edition.head.written_on, row.cells};
        place.cells = visibility_.public_cells("plans", row.cells);
        // as import names it (task_identity.h)
        for (const std::string_view field : {"task_name", "plan_name", "item", "list_item", "category", "content"})
            if (place.name.empty()) place.name = place.cells.text(field);
    }
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
        attachments_of("task", id);
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
        bool withheld = false;
        std::vector<Findings::ResultSeen> seen;
        const std::vector<records::ResultFacts> results = portal_.results_of(task_of->second, row.object);
        for (const records::ResultFacts& result : results) {
            const Verdict of_result = visibility_.of(result);
            if (of_result.has_page() && shown.result == 0) shown.result = portal_.first_of("result", result.id);
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
        shown.state = shown.result != 0                     ? "已公开结果"
                      : withheld                            ? "不予公开"
                      : shown.result_due.on.empty()         ? "没有期限规定"
                      : shown.result_due.state == "overdue" ? "逾期未公开"
                                                            : "未到期";
        if (shown.result != 0 || withheld) shown.result_due = {};
        writer_.drawn_object(shown);
    });
}

}  // namespace publish
