// Adding and reading attachments 附件 of portal.db.
#include <fmt/format.h>

#include "records/fact_sql.h"
#include "records/portal_connection.h"

namespace records {
namespace {

std::string key_of(const AttachmentFacts& facts) {
    const auto key = [&](std::string_view kind, Id of) { return fmt::format("{}:{}|{}", kind, of, facts.sha256); };
    if (facts.plan_edition) return key("plan_edition", *facts.plan_edition);
    if (facts.item_list_edition) return key("item_list_edition", *facts.item_list_edition);
    if (facts.task) return key("task", *facts.task);
    if (facts.draw) return key("draw", *facts.draw);
    return key("result", facts.result.value_or(0));
}

}  // namespace

Id Portal::add_attachment(Id batch, const AttachmentFacts& attachment) {
    AttachmentFacts stored = attachment;
    SqlConnection& sql = connection_->sql;
    if (stored.plan_edition) stored.plan_edition = permanent_id<PlanEditionTable>(sql, *stored.plan_edition);
    if (stored.item_list_edition)
        stored.item_list_edition = permanent_id<ItemListEditionTable>(sql, *stored.item_list_edition);
    if (stored.result) stored.result = permanent_id<ResultTable>(sql, *stored.result);
    return insert_fact<AttachmentTable>(sql, key_of(stored), batch, 0, stored);
}

std::vector<AttachmentFacts> Portal::attachments(Which which) {
    return all_current<AttachmentTable>(connection_->sql, which, "");
}

std::optional<AttachmentFacts> Portal::attachment(Id id) {
    const Id permanent = permanent_id<AttachmentTable>(connection_->sql, id);
    for (AttachmentFacts& facts : attachments(Which::with_drafts))
        if (facts.id == permanent) return std::move(facts);
    return std::nullopt;
}

}  // namespace records
