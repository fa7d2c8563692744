// The schema of portal.db, the master database, and the guards that keep published facts as they were published.
//  * A fact belongs to a batch. A batch without `publication` is a draft; stamping it publishes all its facts at once.
//  * A published fact is never updated, deleted or replaced. A further row of its key must name the newest published
//  row
//    (`replaces`) and say why (`correction_reason`). A draft may be overlaid by a later draft of the same key; the
//    newest row of a key is the current one. Undoing a batch brings the older draft back.
//  * The identities, codes and source cells of a published batch, the batch itself and its publication stay likewise.
// The guards are triggers, so they hold for every program that writes the file, not only for this one.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace records {

// The tables, without the guards.
extern const char* const portal_master_tables;
extern const char* const portal_identity_tables;
extern const char* const portal_plan_tables;
extern const char* const portal_result_tables;
extern const char* const portal_attachment_table;  // version 2
extern const char* const portal_duty_tables;       // version 4

/// Every table that holds facts: those with key, batch, replaces and correction_reason.
inline constexpr std::array<std::string_view, 14> fact_tables{
    "item_list_edition", "item",        "plan_edition", "task_in_edition", "object_record",
    "draw_record",       "draw_object", "result",       "follow_up",       "penalty",
    "withdrawal",        "statement",   "objection",    "attachment"};
inline constexpr std::size_t fact_tables_of_version_1 = 13;

/// Every table that mints a permanent id or gives a code, each row of a batch.
inline constexpr std::array<std::string_view, 6> identity_tables{"item_list", "plan",        "task",
                                                                 "object",    "object_code", "draw"};

/// The indexes on key, batch and replaces and the triggers of one fact table: a published row cannot be updated,
/// deleted or replaced, a published batch takes no further row, and a further row of a published key must be a
/// correction.
std::string fact_guards(std::string_view table);
/// The triggers of one identity table: what a published batch minted stays as it is.
std::string identity_guards(std::string_view table);
/// The triggers of publication, batch, source_sheet and source_row.
std::string batch_guards();

/// An attachment that nobody has reviewed keeps its batch from being published.
std::string attachment_guards();

/// Version 3: committed draws 可核验抽取 with their guards. Their rows stay from the moment they are added, published
/// or not; states go forward only, an office's announcements are numbered without gaps and chained, and a list enters
/// draw_object only when it was revealed.
std::string committed_draw_schema();

/// The steps to the present version (records/database_kind.h): tables, indexes and guards.
std::vector<std::string> portal_steps();

}  // namespace records
