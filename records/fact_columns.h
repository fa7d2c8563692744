// Which columns of portal.db hold which members of the fact values: one list a table, used for writing and for reading.
// A visitor gets column(name, member) for a stored member, computed(name, function) for a column written only, and
// lookup(expression, member) for a member read only, where `r` is the row. Seen only inside records/.
#pragma once

#include <string>
#include <string_view>

#include "records/facts.h"
#include "records/portal.h"
#include "text/fold.h"

namespace records {

// The columns of 公开信息头, the same in lists and plans.
template <typename Head, typename Visitor>
void head_columns(Head& head, Visitor&& visit) {
    visit.column("title", head.title);
    visit.column("index_number", head.index_number);
    visit.column("document_number", head.document_number);
    visit.column("issuer", head.issuer);
    visit.column("written_on", head.written_on);
    visit.column("published_on", head.published_on);
    visit.column("valid_until", head.valid_until);
    visit.column("disclosure", head.disclosure);
    visit.column("abolished_on", head.abolished_on);
    visit.column("platform", head.platform);
    visit.column("basis", head.basis);
    visit.column("note", head.note);
}

struct ItemListEditionTable {
    using Facts = Edition;
    static constexpr std::string_view name = "item_list_edition";
    static constexpr bool has_source = false;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("item_list", row.of);
        visit.column("number", row.number);
        head_columns(row.head, visit);
        visit.column("reason", row.reason);
    }
};
struct PlanEditionTable {
    using Facts = Edition;
    static constexpr std::string_view name = "plan_edition";
    static constexpr bool has_source = false;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("plan", row.of);
        visit.column("number", row.number);
        head_columns(row.head, visit);
        visit.column("reason", row.reason);
    }
};
struct ItemTable {
    using Facts = EditionRow;
    static constexpr std::string_view name = "item";
    static constexpr bool has_source = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("edition", row.edition);
        visit.column("position", row.position);
        visit.column("cells", row.cells);
    }
};
struct TaskInEditionTable {
    using Facts = EditionRow;
    static constexpr std::string_view name = "task_in_edition";
    static constexpr bool has_source = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("edition", row.edition);
        visit.column("task", row.task);
        visit.column("position", row.position);
        visit.column("cells", row.cells);
    }
};
struct ObjectRecordTable {
    using Facts = ObjectFacts;
    static constexpr std::string_view name = "object_record";
    static constexpr bool has_source = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.lookup("r.key", row.object);
        visit.lookup("(SELECT o.kind FROM object o WHERE o.id=r.key)", row.kind);
        visit.column("name", row.name);
        visit.computed("folded", [&] { return text::fold(row.name); });
        visit.column("former_names", row.former_names);
        visit.column("area", row.area);
        visit.column("area_name", row.area_name);
        visit.column("trade", row.trade);
        visit.column("entity_type", row.entity_type);
        visit.column("field", row.field);
        visit.column("registered_on", row.registered_on);
        visit.column("status", row.status);
        visit.column("authority", row.authority);
        visit.column("capital", row.capital);
        visit.column("owner", row.owner);
        visit.column("tags", row.tags);
        visit.column("credit_class", row.credit_class);
        visit.column("private_cells", row.private_cells);
        visit.column("disclosure", row.disclosure);
    }
};
struct DrawRecordTable {
    using Facts = DrawFacts;
    static constexpr std::string_view name = "draw_record";
    static constexpr bool has_source = false;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.lookup("r.key", row.draw);
        visit.lookup("(SELECT d.task FROM draw d WHERE d.id=r.key)", row.task);
        visit.lookup("(SELECT d.number FROM draw d WHERE d.id=r.key)", row.number);
        visit.column("title", row.title);
        visit.column("agency", row.agency);
        visit.column("drawn_at", row.drawn_at);
        visit.column("method", row.method);
        visit.column("scope", row.scope);
        visit.column("population", row.population);
        visit.column("target", row.target);
        visit.column("ratio", row.ratio);
        visit.column("draw_type", row.draw_type);
        visit.column("inspectors_drawn", row.inspectors_drawn);
        visit.column("matching", row.matching);
        visit.column("confirmed_on", row.confirmed_on);
        visit.column("trained_on", row.trained_on);
        visit.column("notified_on", row.notified_on);
        visit.column("witnesses", row.witnesses);
        visit.column("list_public", row.list_public);
        visit.column("reveal_on", row.reveal_on);
        visit.column("document_number", row.document_number);
        visit.column("published_on", row.published_on);
        visit.column("disclosure", row.disclosure);
        visit.column("note", row.note);
    }
};
struct DrawnObjectTable {
    using Facts = DrawnObject;
    static constexpr std::string_view name = "draw_object";
    static constexpr bool has_source = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("draw", row.draw);
        visit.column("object", row.object);
        visit.column("position", row.position);
        visit.column("inspectors", row.inspectors);
        visit.column("authority", row.authority);
        visit.column("note", row.note);
        visit.column("disclosure", row.disclosure);
    }
};
struct ResultTable {
    using Facts = ResultFacts;
    static constexpr std::string_view name = "result";
    static constexpr bool has_source = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("task", row.task);
        visit.column("draw", row.draw);
        visit.column("object", row.object);
        visit.column("item", row.item);
        visit.column("codes", row.codes);
        visit.column("outcome", row.outcome);
        visit.column("problem", row.problem);
        visit.column("agency", row.agency);
        visit.column("department", row.department);
        visit.column("methods", row.methods);
        visit.column("inspected_on", row.inspected_on);
        visit.column("finished_on", row.finished_on);
        visit.column("produced_on", row.produced_on);
        visit.column("entered_on", row.entered_on);
        visit.column("audited_on", row.audited_on);
        visit.column("published_on", row.published_on);
        visit.column("audit_state", row.audit_state);
        visit.column("signature", row.signature);
        visit.column("cooperation", row.cooperation);
        visit.column("record_form", row.record_form);
        visit.column("disposal", row.disposal);
        visit.column("conclusion_source", row.conclusion_source);
        visit.column("disclosure", row.disclosure);
        visit.column("withheld_reason", row.withheld_reason);
        visit.column("withheld_basis", row.withheld_basis);
        visit.column("withheld_decided_by", row.withheld_decided_by);
        visit.column("withheld_review_on", row.withheld_review_on);
        visit.column("expires_on", row.expires_on);
        visit.column("note", row.note);
    }
};
struct FollowUpTable {
    using Facts = FollowUpFacts;
    static constexpr std::string_view name = "follow_up";
    static constexpr bool has_source = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("result", row.result);
        visit.column("step", row.step);
        visit.column("state", row.state);
        visit.column("measure", row.measure);
        visit.column("transfer", row.transfer);
        visit.column("transferred_to", row.transferred_to);
        visit.column("arose_on", row.arose_on);
        visit.column("handled_on", row.handled_on);
        visit.column("finished_on", row.finished_on);
        visit.column("published_on", row.published_on);
        visit.column("outcome", row.outcome);
        visit.column("revisit", row.revisit);
        visit.column("agency", row.agency);
        visit.column("disclosure", row.disclosure);
        visit.column("withheld_reason", row.withheld_reason);
        visit.column("withheld_basis", row.withheld_basis);
        visit.column("withheld_decided_by", row.withheld_decided_by);
        visit.column("withheld_review_on", row.withheld_review_on);
        visit.column("note", row.note);
    }
};
struct PenaltyTable {
    using Facts = PenaltyFacts;
    static constexpr std::string_view name = "penalty";
    static constexpr bool has_source = true;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("object", row.object);
        visit.column("result", row.result);
        visit.column("decision_number", row.decision_number);
        visit.column("violation", row.violation);
        visit.column("content", row.content);
        visit.column("category", row.category);
        visit.column("amount", row.amount);
        visit.column("agency", row.agency);
        visit.column("decided_on", row.decided_on);
        visit.column("published_on", row.published_on);
        visit.column("expires_on", row.expires_on);
        visit.column("warning_only", row.warning_only);
        visit.column("revoked_on", row.revoked_on);
        visit.column("revoked_reason", row.revoked_reason);
        visit.column("disclosure", row.disclosure);
        visit.column("withheld_reason", row.withheld_reason);
        visit.column("withheld_basis", row.withheld_basis);
        visit.column("withheld_decided_by", row.withheld_decided_by);
        visit.column("withheld_review_on", row.withheld_review_on);
        visit.column("note", row.note);
    }
};

struct AttachmentTable {
    using Facts = AttachmentFacts;
    static constexpr std::string_view name = "attachment";
    static constexpr bool has_source = false;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("plan_edition", row.plan_edition);
        visit.column("item_list_edition", row.item_list_edition);
        visit.column("task", row.task);
        visit.column("draw", row.draw);
        visit.column("result", row.result);
        visit.column("title", row.title);
        visit.column("type", row.type);
        visit.column("sha256", row.sha256);
        visit.column("size", row.size);
        visit.column("attached_on", row.attached_on);
        visit.column("reviewed_by", row.reviewed_by);
        visit.column("reviewed_on", row.reviewed_on);
    }
};

struct StatementTable {
    using Facts = StatementFacts;
    static constexpr std::string_view name = "statement";
    static constexpr bool has_source = false;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("object", row.object);
        visit.column("result", row.result);
        visit.column("received_on", row.received_on);
        visit.column("body", row.body);
        visit.column("disclosure", row.disclosure);
    }
};
struct ObjectionTable {
    using Facts = ObjectionFacts;
    static constexpr std::string_view name = "objection";
    static constexpr bool has_source = false;
    template <typename Row, typename Visitor>
    static void columns(Row& row, Visitor&& visit) {
        visit.column("kind", row.kind);
        visit.column("fact", row.fact);
        visit.column("received_on", row.received_on);
        visit.column("answered_on", row.answered_on);
        visit.column("outcome", row.outcome);
        visit.column("disclosure", row.disclosure);
        visit.column("receipt", row.receipt);
        visit.column("event", row.event);
        visit.column("ground", row.ground);
    }
};

}  // namespace records
