// The columns of public.db's tables and the keys of the JSON bodies, named once: fields(visit, value) calls `visit`
// with name and member, in order. Writing rows, reading rows (public_rows.h) and JSON (public_json.cpp) are such
// visitors; so they cannot disagree. Seen only inside records/.
//
// A visitor has: operator()(name, member); number(name, id) for the row's own number, which JSON says differently;
// reference(name, id or area) where 0 or "" means nothing; group(key, column prefix, value) for Due and Standing;
// correction(optional).
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include "records/public_site.h"

namespace records {

template <typename Value, typename Type>
concept Is = std::same_as<std::remove_const_t<Value>, Type>;

// One list serves both kinds of editions, which differ in what they belong to.
struct PlanEdition {
    Edition edition;
    Standing standing;
};
struct ItemListEdition {
    Edition edition;
    Standing standing;
};
struct TaskRow {
    EditionRow row;
};
struct ItemRow {
    EditionRow row;
};
struct OtherCode {
    std::string code;
    Id object = 0;
};

template <typename Type>
inline constexpr std::string_view table_of = "";
template <>
inline constexpr std::string_view table_of<SiteFacts> = "site";
template <>
inline constexpr std::string_view table_of<Office> = "office";
template <>
inline constexpr std::string_view table_of<Department> = "department";
template <>
inline constexpr std::string_view table_of<CalendarDay> = "calendar_day";
template <>
inline constexpr std::string_view table_of<RuleFacts> = "rule";
template <>
inline constexpr std::string_view table_of<PublicItemList> = "item_list";
template <>
inline constexpr std::string_view table_of<ItemListEdition> = "item_list_edition";
template <>
inline constexpr std::string_view table_of<ItemRow> = "item";
template <>
inline constexpr std::string_view table_of<PublicPlan> = "plan";
template <>
inline constexpr std::string_view table_of<PlanEdition> = "plan_edition";
template <>
inline constexpr std::string_view table_of<TaskRow> = "task_in_edition";
template <>
inline constexpr std::string_view table_of<PublicTask> = "task";
template <>
inline constexpr std::string_view table_of<PublicDraw> = "draw";
template <>
inline constexpr std::string_view table_of<PublicDrawnObject> = "drawn_object";
template <>
inline constexpr std::string_view table_of<PublicResult> = "result";
template <>
inline constexpr std::string_view table_of<PublicFollowUp> = "follow_up";
template <>
inline constexpr std::string_view table_of<PublicPenalty> = "penalty";
template <>
inline constexpr std::string_view table_of<PublicEnterprise> = "enterprise";
template <>
inline constexpr std::string_view table_of<OtherCode> = "enterprise_code";
template <>
inline constexpr std::string_view table_of<PublicAttachment> = "attachment";
template <>
inline constexpr std::string_view table_of<WithheldCount> = "withheld";
template <>
inline constexpr std::string_view table_of<PublicDeclaredFigure> = "declared_figure";
template <>
inline constexpr std::string_view table_of<PublicFinding> = "finding";
template <>
inline constexpr std::string_view table_of<FindingMonth> = "finding_month";
template <>
inline constexpr std::string_view table_of<FindingRow> = "finding_row";
template <>
inline constexpr std::string_view table_of<PublicPublication> = "publication";
template <>
inline constexpr std::string_view table_of<PublicChange> = "change";
template <>
inline constexpr std::string_view table_of<PublicCorrection> = "correction";
template <>
inline constexpr std::string_view table_of<PublicStatement> = "statement";
template <>
inline constexpr std::string_view table_of<PublicObjection> = "objection";

}  // namespace records

#include "records/public_draw_fields.h"

namespace records {

template <typename Visit>
void fields(Visit& visit, Is<Due> auto& v) {
    visit("on", v.on), visit("clause", v.clause), visit("provisional", v.provisional), visit("state", v.state);
}
template <typename Visit>
void fields(Visit& visit, Is<Standing> auto& v) {
    visit("corrected", v.corrected), visit("withdrawn_on", v.withdrawn_on);
    visit("withdrawn_reason", v.withdrawn_reason), visit("expired_on", v.expired_on);
}

template <typename Visit>
void fields(Visit& visit, Is<SiteFacts> auto& v) {
    visit("name", v.name), visit("base_url", v.base_url), visit("publisher", v.publisher);
    visit("address", v.address), visit("phone", v.phone), visit("email", v.email), visit("as_of", v.as_of);
    visit("program_version", v.program_version), visit("site_id_code", v.site_id_code), visit("icp", v.icp);
    visit("license", v.license), visit("operated_by", v.operated_by), visit("police_record", v.police_record);
    visit("error_report", v.error_report), visit("keywords", v.keywords), visit("demo", v.demo),
        visit("preview", v.preview);
    visit("publication", v.publication);
}
template <typename Visit>
void fields(Visit& visit, Is<Office> auto& v) {
    visit("area", v.area), visit("name", v.name), visit("parent", v.parent), visit("level", v.level);
    visit("issuer", v.issuer);
}
template <typename Visit>
void fields(Visit& visit, Is<Department> auto& v) {
    visit.number("id", v.id), visit("office", v.office), visit("name", v.name);
}
template <typename Visit>
void fields(Visit& visit, Is<CalendarDay> auto& v) {
    visit("day", v.day), visit("area", v.area), visit("kind", v.kind), visit("name", v.name);
    visit("notice", v.notice), visit("year", v.year);
}
template <typename Visit>
void fields(Visit& visit, Is<RuleFacts> auto& v) {
    visit("office", v.office), visit("code", v.code), visit("document", v.document);
    visit("document_number", v.document_number), visit("clause", v.clause), visit("requirement", v.requirement);
    visit("kind", v.kind), visit("subject", v.subject), visit("start_event", v.start_event);
    visit("length", v.length), visit("unit", v.unit), visit("fixed_date", v.fixed_date);
    visit("numerator", v.numerator), visit("denominator", v.denominator), visit("threshold", v.threshold);
    visit("exception", v.exception), visit("excepted", v.excepted), visit("effective_on", v.effective_on);
    visit("ended_on", v.ended_on), visit("machine_judged", v.machine_judged);
}

template <typename Visit>
void fields(Visit& visit, Is<PublicItemList> auto& v) {
    visit.number("id", v.list.id), visit("office", v.list.office), visit("department", v.list.department);
    visit("department_name", v.department), visit("name", v.list.name), visit("joint", v.list.joint);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicPlan> auto& v) {
    visit.number("id", v.plan.id), visit("office", v.plan.office), visit("department", v.plan.department);
    visit("department_name", v.department), visit("year", v.plan.year), visit("name", v.plan.name);
    visit("number", v.plan.number), visit("joint", v.plan.joint);
}
template <typename Visit>
void fields(Visit& visit, Is<DocumentHead> auto& v) {
    visit("title", v.title), visit("index_number", v.index_number), visit("document_number", v.document_number);
    visit("issuer", v.issuer), visit("written_on", v.written_on), visit("published_on", v.published_on);
    visit("valid_until", v.valid_until), visit("disclosure", v.disclosure), visit("abolished_on", v.abolished_on);
    visit("platform", v.platform), visit("basis", v.basis), visit("note", v.note);
}
template <typename Visit>
void edition_fields(Visit& visit, auto& v, std::string_view of) {
    visit.number("id", v.edition.id), visit(of, v.edition.of), visit("number", v.edition.number);
    fields(visit, v.edition.head);
    visit("reason", v.edition.reason), visit.correction(v.edition.correction);
    visit.group("standing", "", v.standing);
}
template <typename Visit>
void fields(Visit& visit, Is<PlanEdition> auto& v) {
    edition_fields(visit, v, "plan");
}
template <typename Visit>
void fields(Visit& visit, Is<ItemListEdition> auto& v) {
    edition_fields(visit, v, "item_list");
}
template <typename Visit>
void fields(Visit& visit, Is<TaskRow> auto& v) {
    visit.number("id", v.row.id), visit.number("edition", v.row.edition), visit("task", v.row.task);
    visit("position", v.row.position), visit("cells", v.row.cells), visit.correction(v.row.correction);
}
template <typename Visit>
void fields(Visit& visit, Is<ItemRow> auto& v) {
    visit.number("id", v.row.id), visit.number("edition", v.row.edition), visit("position", v.row.position);
    visit("cells", v.row.cells), visit.correction(v.row.correction);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicTask> auto& v) {
    visit.number("id", v.id), visit.reference("plan", v.plan), visit("edition", v.edition);
    visit("office", v.office), visit("name", v.name), visit("year", v.year), visit("cells", v.cells);
    visit("drawn", v.drawn), visit("results", v.results), visit("open_follow_ups", v.open_follow_ups);
    visit("state", v.state), visit.group("due", "due_", v.due);
}

template <typename Visit>
void fields(Visit& visit, Is<PublicDraw> auto& v) {
    auto& d = v.draw;
    visit.number("draw", d.draw), visit.number("record", d.id), visit("task", d.task), visit("office", v.office);
    visit("task_name", v.task_name), visit("year", v.year), visit("number", d.number), visit("title", d.title);
    visit("agency", d.agency), visit("drawn_at", d.drawn_at), visit("method", d.method), visit("scope", d.scope);
    visit("population", d.population), visit("target", d.target), visit("ratio", d.ratio);
    visit("draw_type", d.draw_type), visit("inspectors_drawn", d.inspectors_drawn), visit("matching", d.matching);
    visit("confirmed_on", d.confirmed_on), visit("trained_on", d.trained_on), visit("notified_on", d.notified_on);
    visit("witnesses", d.witnesses), visit("list_public", d.list_public), visit("reveal_on", d.reveal_on);
    visit("document_number", d.document_number), visit("published_on", d.published_on);
    visit("disclosure", d.disclosure), visit("note", d.note), visit("listed", v.listed);
    visit("withheld", v.withheld), visit("revealed", v.revealed);
    visit.group("due", "due_", v.due), visit.correction(d.correction);
    visit.group("standing", "", v.standing);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicDrawnObject> auto& v) {
    visit.number("id", v.row.id), visit("draw", v.row.draw), visit("position", v.row.position);
    visit.reference("object", v.row.object), visit("code", v.code), visit("name", v.name);
    visit("authority", v.authority), visit("inspectors", v.row.inspectors), visit("note", v.row.note);
    visit("disclosure", v.row.disclosure), visit("state", v.state), visit.reference("result", v.result);
    visit.group("result_due", "result_due_", v.result_due), visit.correction(v.row.correction);
}

template <typename Visit>
void fields(Visit& visit, Is<PublicResult> auto& v) {
    auto& f = v.facts;
    visit.number("id", f.id), visit("task", f.task), visit("task_name", v.task_name), visit.reference("plan", v.plan);
    visit("plan_name", v.plan_name), visit("draw", f.draw), visit.reference("object", f.object);
    visit("object_code", v.object_code), visit("object_name", v.object_name), visit("office", v.office);
    visit("department", f.department), visit("department_name", v.department), visit("year", v.year);
    visit("item", f.item), visit("codes", f.codes), visit("outcome", f.outcome), visit("problem", f.problem);
    visit("problem_found", v.problem_found), visit("agency", f.agency), visit("methods", f.methods);
    visit("inspected_on", f.inspected_on), visit("finished_on", f.finished_on), visit("produced_on", f.produced_on);
    visit("entered_on", f.entered_on), visit("audited_on", f.audited_on), visit("published_on", f.published_on);
    visit("audit_state", f.audit_state), visit("signature", f.signature), visit("cooperation", f.cooperation);
    visit("record_form", f.record_form), visit("disposal", f.disposal);
    visit("conclusion_source", f.conclusion_source), visit("disclosure", f.disclosure);
    visit("withheld_reason", f.withheld_reason), visit("withheld_basis", f.withheld_basis);
    visit("expires_on", f.expires_on), visit("note", f.note), visit("follow_up_state", v.follow_up_state);
    visit.group("published_due", "published_due_", v.published_due), visit.correction(f.correction);
    visit.group("standing", "", v.standing);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicFollowUp> auto& v) {
    auto& f = v.facts;
    visit.number("id", f.id), visit("result", f.result), visit("step", f.step), visit("latest", v.latest);
    visit("state", f.state), visit("office", v.office), visit.reference("task", v.task);
    visit("task_name", v.task_name), visit("object_code", v.object_code), visit("object_name", v.object_name);
    visit("measure", f.measure), visit("transfer", f.transfer), visit("transferred_to", f.transferred_to);
    visit("arose_on", f.arose_on), visit("handled_on", f.handled_on), visit("finished_on", f.finished_on);
    visit("published_on", f.published_on), visit("outcome", f.outcome), visit("revisit", f.revisit);
    visit("agency", f.agency), visit("disclosure", f.disclosure), visit("withheld_reason", f.withheld_reason);
    visit("withheld_basis", f.withheld_basis), visit("note", f.note), visit.group("due", "due_", v.due);
    visit.correction(f.correction), visit.group("standing", "", v.standing);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicPenalty> auto& v) {
    auto& f = v.facts;
    visit.number("id", f.id), visit("result", f.result), visit.reference("object", f.object);
    visit("object_code", v.object_code), visit("object_name", v.object_name), visit.reference("office", v.office);
    visit("decision_number", f.decision_number), visit("violation", f.violation), visit("content", f.content);
    visit("category", f.category), visit("amount", f.amount), visit("agency", f.agency);
    visit("decided_on", f.decided_on), visit("published_on", f.published_on), visit("expires_on", f.expires_on);
    visit("warning_only", f.warning_only), visit("revoked_on", f.revoked_on);
    visit("revoked_reason", f.revoked_reason), visit("disclosure", f.disclosure);
    visit("withheld_reason", f.withheld_reason), visit("withheld_basis", f.withheld_basis), visit("note", f.note);
    visit.correction(f.correction), visit.group("standing", "", v.standing);
}

template <typename Visit>
void fields(Visit& visit, Is<PublicEnterprise> auto& v) {
    visit("object", v.object), visit("code", v.code), visit("kind", v.kind), visit("name", v.name);
    visit("area", v.area), visit("area_name", v.area_name), visit("trade", v.trade);
    visit("entity_type", v.entity_type), visit("registered_on", v.registered_on), visit("status", v.status);
    visit("authority", v.authority), visit("former_names", v.former_names), visit("other_codes", v.other_codes);
    visit("drawn", v.drawn), visit("inspected", v.inspected), visit("open_follow_ups", v.open_follow_ups);
}
template <typename Visit>
void fields(Visit& visit, Is<OtherCode> auto& v) {
    visit("code", v.code), visit("object", v.object);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicAttachment> auto& v) {
    visit.number("id", v.id), visit.reference("plan_edition", v.plan_edition);
    visit.reference("item_list_edition", v.item_list_edition), visit.reference("task", v.task);
    visit.reference("draw", v.draw), visit.reference("result", v.result), visit("title", v.title);
    visit("type", v.type), visit("sha256", v.sha256), visit("size", v.size), visit("attached_on", v.attached_on);
    visit("reviewed_on", v.reviewed_on);
}
template <typename Visit>
void fields(Visit& visit, Is<WithheldCount> auto& v) {
    visit.reference("office", v.office), visit("kind", v.kind), visit("ground", v.ground), visit("count", v.count);
}

template <typename Visit>
void fields(Visit& visit, Is<PublicDeclaredFigure> auto& v) {
    visit.number("id", v.id), visit("office", v.office), visit("name", v.name), visit("year", v.year);
    visit.reference("department", v.department), visit("value", v.value), visit("as_of", v.as_of);
    visit("source", v.source), visit("note", v.note);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicFinding> auto& v) {
    visit.number("id", v.id), visit("office", v.office), visit("rule", v.rule);
    visit.reference("department", v.department), visit("year", v.year), visit("state", v.state);
    visit("reason", v.reason), visit("numerator", v.numerator), visit("denominator", v.denominator);
    visit.reference("declared", v.declared), visit("excepted", v.excepted), visit("open", v.open);
    visit("provisional", v.provisional), visit("final_on", v.final_on), visit("rows_left_out", v.rows_left_out);
}
template <typename Visit>
void fields(Visit& visit, Is<FindingMonth> auto& v) {
    visit("finding", v.finding), visit("month", v.month), visit("numerator", v.numerator);
    visit("denominator", v.denominator);
}
template <typename Visit>
void fields(Visit& visit, Is<FindingRow> auto& v) {
    visit.number("id", v.id), visit("finding", v.finding), visit("kind", v.kind), visit("record", v.record);
    visit("code", v.code), visit("name", v.name), visit.reference("department", v.department), visit("day", v.day);
    visit("outcome", v.outcome), visit("reason", v.reason), visit("due_on", v.due_on), visit("done_on", v.done_on);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicPublication> auto& v) {
    visit.number("id", v.id), visit("as_of", v.as_of);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicChange> auto& v) {
    visit.number("id", v.id), visit.reference("publication", v.publication), visit("changed_on", v.changed_on);
    visit("action", v.action), visit("kind", v.kind), visit.reference("office", v.office);
    visit("record", v.record), visit("title", v.title), visit("count", v.count), visit("reason", v.reason);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicCorrection> auto& v) {
    visit.number("id", v.id), visit("kind", v.kind), visit("record", v.record), visit("part", v.part);
    visit("corrected_on", v.corrected_on), visit("reason", v.reason), visit("field", v.field);
    visit("before", v.before), visit("after", v.after);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicStatement> auto& v) {
    visit.number("id", v.id), visit("object", v.object), visit.reference("result", v.result);
    visit("received_on", v.received_on), visit("body", v.body), visit.group("standing", "", v.standing);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicObjection> auto& v) {
    visit.number("id", v.id), visit("receipt", v.receipt), visit("kind", v.kind), visit("record", v.record);
    visit.reference("object", v.object), visit.reference("office", v.office), visit("received_on", v.received_on);
    visit("marked_on", v.marked_on), visit.group("due", "due_", v.due), visit("ground", v.ground);
    visit("answered_on", v.answered_on), visit("outcome", v.outcome);
}

}  // namespace records
