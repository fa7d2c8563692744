#include "generator/publish/projection.h"

namespace publish {

using records::Id;

/// Only what a person has reviewed gets as far as this; the name of that person goes no further.
void Projection::read_attachments() {
    for (records::AttachmentFacts& one : portal_.attachments(which_)) {
        if (one.reviewed_by.empty()) continue;
        if (const auto* gone = withdrawals_.find("attachment", one.id)) {  // its reason stays inside
            ledger_.add({0, gone->publication, gone->published_on, "withdrawn", "attachment", "", one.id, "", 1, ""},
                        true);
            continue;
        }
        const auto [kind, id] = one.plan_edition        ? std::pair("plan_edition", *one.plan_edition)
                                : one.item_list_edition ? std::pair("item_list_edition", *one.item_list_edition)
                                : one.task              ? std::pair("task", *one.task)
                                : one.draw              ? std::pair("draw", *one.draw)
                                                        : std::pair("result", one.result.value_or(0));
        attachments_[{kind, id}].push_back(std::move(one));
    }
}

void Projection::attachments_of(std::string_view kind, Id id) {
    if (attachments_.empty()) return;
    const auto found = attachments_.find({std::string(kind), id});
    if (found == attachments_.end()) return;
    for (const records::AttachmentFacts& facts : found->second) {
        records::PublicAttachment shown;
        shown.id = facts.id;
        shown.plan_edition = facts.plan_edition.value_or(0);
        shown.item_list_edition = facts.item_list_edition.value_or(0);
        shown.task = facts.task.value_or(0);
        shown.draw = facts.draw.value_or(0);
        shown.result = facts.result.value_or(0);
        shown.title = facts.title;
        shown.type = facts.type;
        shown.sha256 = facts.sha256;
        shown.size = facts.size;
        shown.attached_on = facts.attached_on;
        shown.reviewed_on = facts.reviewed_on;
        writer_.attachment(shown);
        const records::Standing stands;
        told({"attachment", shown.id, "attachment", shown.id, "", shown.title, "", &stands, true});
    }
    attachments_.erase(found);
}

}  // namespace publish
