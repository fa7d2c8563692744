#include "records/public_site.h"

#include <fmt/format.h>

#include <array>

#include "records/errors.h"
#include "records/public_bodies.h"
#include "records/public_connection.h"
#include "records/public_rows.h"
#include "records/public_schema.h"

// Opening, the site, plans, lists, tasks, draws and bodies. Results, enterprises and totals: public_results.cpp.
namespace records {

PublicSite::PublicSite(const std::filesystem::path& file) : connection_(std::make_unique<Connection>()) {
    connection_->own = std::make_unique<SqlConnection>(file, SqlConnection::Access::immutable);
    SqlConnection& sql = *(connection_->sql = connection_->own.get());
    const std::optional<Id> application = one_integer(sql, "SELECT application_id FROM pragma_application_id");
    const std::optional<Id> version = one_integer(sql, "SELECT user_version FROM pragma_user_version");
    if (application != public_application_id)
        throw Broken(
            fmt::format("{} 不是公开数据库（public.db）。请检查路径，或重新运行 gongshi publish。", file.string()));
    if (version != public_version)
        throw Broken(fmt::format("{} 的版本是 {}，本程序读版本 {}。请用同一版本的程序重新运行 gongshi publish。",
                                 file.string(), version.value_or(0), public_version));
    sql.run("PRAGMA cache_size = -16384;");
}

PublicSite::PublicSite(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
PublicSite::PublicSite(PublicSite&&) noexcept = default;
PublicSite::~PublicSite() = default;

SqlConnection& sql_of(PublicSite& site) {
    return *site.connection_->sql;
}

SiteFacts PublicSite::site() {
    return one_row<SiteFacts>(*connection_->sql, "WHERE id = 1").value_or(SiteFacts{});
}

std::vector<Office> PublicSite::offices() {
    return all_rows<Office>(*connection_->sql, "ORDER BY area");
}
std::optional<Office> PublicSite::office(std::string_view area) {
    return one_row<Office>(*connection_->sql, "WHERE area = ?", area);
}
std::vector<Department> PublicSite::departments(std::string_view area) {
    return all_rows<Department>(*connection_->sql, "WHERE ?1 = '' OR office = ?1 ORDER BY office, id", area);
}
std::vector<CalendarDay> PublicSite::calendar() {
    return all_rows<CalendarDay>(*connection_->sql, "ORDER BY day, area");
}
std::vector<RuleFacts> PublicSite::rules(std::string_view area) {
    return all_rows<RuleFacts>(*connection_->sql, "WHERE ?1 = '' OR office = ?1 ORDER BY office, rowid", area);
}

// Plans and item lists ------------------------------------------------------------------------------------------------

namespace {

template <typename EditionType, typename RowType>
std::vector<PublicEdition> editions(SqlConnection& sql, std::string_view of, Id id) {
    std::vector<PublicEdition> whole;
    for (EditionType& one : all_rows<EditionType>(sql, fmt::format("WHERE {} = ? ORDER BY number", of), id)) {
        PublicEdition& edition = whole.emplace_back(PublicEdition{std::move(one.edition), {}, std::move(one.standing)});
        each_row<RowType>(
            sql, "WHERE edition = ? ORDER BY position, id",
            [&](const RowType& row) { edition.rows.push_back(row.row); }, edition.edition.id);
    }
    return whole;
}

}  // namespace

std::vector<PublicItemList> PublicSite::item_lists() {
    return all_rows<PublicItemList>(*connection_->sql, "ORDER BY id");
}
std::optional<PublicItemList> PublicSite::item_list(Id id) {
    return one_row<PublicItemList>(*connection_->sql, "WHERE id = ?", id);
}
std::vector<PublicEdition> PublicSite::item_list_editions(Id list) {
    return editions<ItemListEdition, ItemRow>(*connection_->sql, "item_list", list);
}

std::vector<PublicPlan> PublicSite::plans() {
    return all_rows<PublicPlan>(*connection_->sql, "ORDER BY id");
}
std::optional<PublicPlan> PublicSite::plan(Id id) {
    return one_row<PublicPlan>(*connection_->sql, "WHERE id = ?", id);
}
std::vector<PublicEdition> PublicSite::plan_editions(Id plan) {
    return editions<PlanEdition, TaskRow>(*connection_->sql, "plan", plan);
}

// Tasks ---------------------------------------------------------------------------------------------------------------

std::optional<PublicTask> PublicSite::task(Id id) {
    return one_row<PublicTask>(*connection_->sql, "WHERE id = ?", id);
}
std::vector<PublicTask> PublicSite::tasks_of_plan(Id plan) {
    return all_rows<PublicTask>(*connection_->sql, "WHERE plan = ? ORDER BY id", plan);
}
void PublicSite::each_task(const std::function<void(const PublicTask&)>& row) {
    each_row<PublicTask>(*connection_->sql, "ORDER BY id", row);
}

std::vector<PublicSite::TaskInEdition> PublicSite::editions_of_task(Id task) {
    std::vector<TaskInEdition> found;
    for (TaskRow& row : all_rows<TaskRow>(*connection_->sql,
                                          "WHERE task = ? ORDER BY "
                                          "(SELECT number FROM plan_edition WHERE plan_edition.id = edition), id",
                                          task)) {
        auto edition = one_row<PlanEdition>(*connection_->sql, "WHERE id = ?", row.row.edition);
        if (edition) found.push_back({std::move(edition->edition), std::move(row.row)});
    }
    return found;
}

// Draws ---------------------------------------------------------------------------------------------------------------

std::optional<PublicDraw> PublicSite::draw(Id id) {
    return one_row<PublicDraw>(*connection_->sql, "WHERE draw = ?", id);
}
std::vector<PublicDraw> PublicSite::draws() {
    return all_rows<PublicDraw>(*connection_->sql, "ORDER BY drawn_at DESC, draw DESC");
}
std::vector<PublicDraw> PublicSite::draws_of_task(Id task) {
    return all_rows<PublicDraw>(*connection_->sql, "WHERE task = ? ORDER BY drawn_at DESC, draw DESC", task);
}
std::vector<PublicDrawnObject> PublicSite::drawn_objects(Id draw, std::int64_t from_position, int at_most) {
    return all_rows<PublicDrawnObject>(*connection_->sql,
                                       "WHERE draw = ? AND position >= ? ORDER BY position, id LIMIT ?", draw,
                                       from_position, at_most);
}
void PublicSite::each_drawn_object(Id draw, const std::function<void(const PublicDrawnObject&)>& row) {
    each_row<PublicDrawnObject>(*connection_->sql, "WHERE draw = ? ORDER BY position, id", row, draw);
}

std::vector<PublicSite::AwaitedResults> PublicSite::awaited_results(Id draw) {
    std::vector<AwaitedResults> waiting;
    Query query(*connection_->sql,
                "SELECT result_due_on, min(result_due_clause), max(result_due_provisional), result_due_state, count(*)"
                " FROM drawn_object WHERE draw = ? AND result IS NULL AND result_due_on <> '' AND state <> '不予公开'"
                " GROUP BY result_due_on, result_due_state ORDER BY result_due_on, result_due_state",
                draw);
    while (query.next())
        waiting.push_back({{query.text(0), query.text(1), query.integer(2) != 0, query.text(3)}, query.integer(4)});
    return waiting;
}

// Attachments ---------------------------------------------------------------------------------------------------------

std::vector<PublicAttachment> PublicSite::attachments(Of what, Id id) {
    constexpr std::array<std::string_view, 5> where{
        "WHERE plan_edition = ? ORDER BY id", "WHERE item_list_edition = ? ORDER BY id", "WHERE task = ? ORDER BY id",
        "WHERE draw = ? ORDER BY id", "WHERE result = ? ORDER BY id"};
    return all_rows<PublicAttachment>(*connection_->sql, where[static_cast<std::size_t>(what)], id);
}
std::vector<PublicAttachment> PublicSite::attachments() {
    return all_rows<PublicAttachment>(*connection_->sql, "ORDER BY id");
}

// Bodies --------------------------------------------------------------------------------------------------------------

std::optional<std::string> PublicSite::body(std::string_view kind, std::string_view key) {
    if (kind.size() > 32 || key.size() > 64) return std::nullopt;  // no kind and no key is that long
    if (kind == "enterprise" || kind == "result" || kind == "penalty") return made_body(*this, kind, key);
    Query query(*connection_->sql, "SELECT json FROM body WHERE kind = ? AND key = ?", kind, key);
    return query.next() ? std::optional(query.text(0)) : std::nullopt;
}

}  // namespace records
