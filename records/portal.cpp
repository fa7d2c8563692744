#include "records/portal.h"

#include <algorithm>

#include "records/database_kind.h"
#include "records/errors.h"
#include "records/portal_connection.h"
#include "records/portal_schema.h"

namespace records {
namespace {

const DatabaseKind& kind() {
    static const DatabaseKind portal{"主库", 0x67736d73, portal_steps()};  // "gsms"
    return portal;
}

BatchFacts read_batch(const Query& query) {
    BatchFacts batch;
    batch.id = query.integer(0);
    batch.kind = query.text(1);
    batch.file = query.text(2);
    batch.sha256 = query.text(3);
    batch.imported_by = query.text(4);
    batch.imported_on = query.text(5);
    batch.context = query.text(6);
    batch.publication = query.optional_integer(7);
    return batch;
}

constexpr std::string_view select_batch =
    "SELECT id, kind, file, sha256, imported_by, imported_on, context, publication FROM batch ";

// A draft that publishing stamps: one whose attachments, if it has any, have all been reviewed.
constexpr std::string_view to_publish =
    "publication IS NULL AND NOT EXISTS(SELECT 1 FROM attachment a WHERE a.batch=batch.id AND NOT EXISTS("
    "SELECT 1 FROM attachment v WHERE v.key=a.key AND v.reviewed_by<>''))";

std::optional<BatchFacts> first_batch(Query& query) {
    if (!query.next()) return std::nullopt;
    return read_batch(query);
}

}  // namespace

bool is_fact_table(std::string_view table) {
    return std::find(fact_tables.begin(), fact_tables.end(), table) != fact_tables.end();
}

Portal::Portal(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Portal::Portal(Portal&&) noexcept = default;
Portal::~Portal() = default;

// A rollback journal, not a write-ahead log: the master stays one file that can be copied and kept on a network disk,
// and rows added at the end are written once. The page cache bounds the memory of a large import.
Portal Portal::open(const std::filesystem::path& file, bool create) {
    const auto access = create ? SqlConnection::Access::create : SqlConnection::Access::read_write;
    auto connection = std::make_unique<Connection>(file, access);
    connection->sql.run("PRAGMA cache_size=-65536;");
    bring_up_to_date(connection->sql, kind(), create);
    return Portal(std::move(connection));
}

Portal Portal::in_memory() {
    auto connection = std::make_unique<Connection>(":memory:", SqlConnection::Access::read_write);
    bring_up_to_date(connection->sql, kind(), true);
    return Portal(std::move(connection));
}

void Portal::transaction(const std::function<void()>& work) {
    connection_->sql.atomically(work);
}

Id Portal::begin_batch(const BatchFacts& facts) {
    Query(connection_->sql,
          "INSERT INTO batch(kind, file, sha256, imported_by, imported_on, context) VALUES(?, ?, ?, ?, ?, ?)",
          facts.kind, facts.file, facts.sha256, facts.imported_by, facts.imported_on, facts.context)
        .run();
    return connection_->sql.last_id();
}

std::vector<BatchFacts> Portal::batches() {
    std::vector<BatchFacts> all;
    Query query(connection_->sql, std::string(select_batch) + "ORDER BY id");
    while (query.next()) all.push_back(read_batch(query));
    return all;
}

std::optional<BatchFacts> Portal::batch(Id id) {
    Query query(connection_->sql, std::string(select_batch) + "WHERE id=?", id);
    return first_batch(query);
}

std::optional<BatchFacts> Portal::batch_with(std::string_view kind, std::string_view sha256, std::string_view context) {
    Query query(connection_->sql,
                std::string(select_batch) + "WHERE sha256=? AND kind=? AND context=? ORDER BY id DESC LIMIT 1", sha256,
                kind, context);
    return first_batch(query);
}

Id Portal::publish_drafts(const PublicationFacts& facts) {
    Id publication = 0;
    transaction([&] {
        const std::optional<std::string> second =
            facts.second_person.empty() ? std::nullopt : std::optional(facts.second_person);
        Query(connection_->sql, "INSERT INTO publication(published_by, second_person, as_of) VALUES(?, ?, ?)",
              facts.published_by, second, facts.as_of)
            .run();
        publication = connection_->sql.last_id();
        Query(connection_->sql, "UPDATE batch SET publication=? WHERE " + std::string(to_publish), publication).run();
    });
    if (!facts.release.empty()) set_release(publication, facts.release);
    return publication;
}

std::int64_t Portal::drafts_to_publish() {
    return one_integer(connection_->sql, "SELECT count(*) FROM batch WHERE " + std::string(to_publish)).value_or(0);
}

void Portal::set_release(Id publication, std::string_view release) {
    Query(connection_->sql, "UPDATE publication SET release=? WHERE id=?", release, publication).run();
    if (connection_->sql.changes() == 0)
        throw Refused("没有第 " + std::to_string(publication) + " 次公布，不能记下它的发布物。");
}

std::vector<PublicationFacts> Portal::publications() {
    std::vector<PublicationFacts> all;
    Query query(connection_->sql,
                "SELECT id, published_by, second_person, as_of, release FROM publication ORDER BY id");
    while (query.next()) all.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4)});
    return all;
}

void Portal::copy_to(const std::filesystem::path& file) {
    connection_->sql.copy_to(file);
}

}  // namespace records
