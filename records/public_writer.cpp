#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "records/errors.h"
#include "records/public_bodies.h"
#include "records/public_connection.h"
#include "records/public_rows.h"
#include "records/public_schema.h"
#include "records/public_site.h"

namespace records {
namespace {

// The bytes shall depend on the rows alone: page size fixed, freed space zeroed. A half-written file is thrown away,
// so there is no journal. References are checked at the end, all at once (foreign_key_check).
constexpr const char* writing = R"sql(
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -32768;
BEGIN;
)sql";

void make_durable(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    bool good = handle >= 0;
    good = good && ::fchmod(handle, 0444) == 0 && ::fsync(handle) == 0;
    const int error = errno;
    if (handle >= 0) ::close(handle);
    if (!good)
        throw Broken(
            fmt::format("写不好 {}：{}。请检查磁盘空间和权限后重新发布。", file.string(), std::strerror(error)));
}

}  // namespace

struct PublicWriter::Connection {
    explicit Connection(const std::filesystem::path& file) : sql(file, SqlConnection::Access::create) {}
    SqlConnection sql;
    bool finished = false;
};

PublicWriter::PublicWriter(const std::filesystem::path& file) {
    if (std::filesystem::exists(std::filesystem::symlink_status(file)))
        throw Broken(fmt::format("{} 已经存在，公开数据库只能新建。请换一个位置或先移走它。", file.string()));
    connection_ = std::make_unique<Connection>(file);
    connection_->sql.run(writing);
    connection_->sql.run(public_schema);
    connection_->sql.run(
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", public_application_id, public_version));
}

PublicWriter::~PublicWriter() {
    if (connection_->finished) return;
    const std::filesystem::path file = connection_->sql.file();
    connection_.reset();
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

void PublicWriter::site(const SiteFacts& facts) {
    insert_row(connection_->sql, facts);
}
void PublicWriter::office(const Office& office) {
    insert_row(connection_->sql, office);
}
void PublicWriter::department(const Department& department) {
    insert_row(connection_->sql, department);
}
void PublicWriter::calendar(const CalendarDay& day) {
    insert_row(connection_->sql, day);
}
void PublicWriter::rule(const RuleFacts& rule) {
    insert_row(connection_->sql, rule);
}
void PublicWriter::item_list(const PublicItemList& list) {
    insert_row(connection_->sql, list);
}
void PublicWriter::plan(const PublicPlan& plan) {
    insert_row(connection_->sql, plan);
}
void PublicWriter::task(const PublicTask& task) {
    insert_row(connection_->sql, task);
}
void PublicWriter::draw(const PublicDraw& draw) {
    insert_row(connection_->sql, draw);
}
void PublicWriter::committed_draw(const PublicCommittedDraw& draw) {
    insert_row(connection_->sql, draw);
}
void PublicWriter::draw_stratum(const PublicDrawStratum& stratum) {
    insert_row(connection_->sql, stratum);
}
void PublicWriter::draw_exclusion(const PublicDrawExclusion& exclusion) {
    insert_row(connection_->sql, exclusion);
}
void PublicWriter::draw_pool_row(const PublicDrawPoolRow& row) {
    insert_row(connection_->sql, row);
}
void PublicWriter::draw_file(const PublicDrawFile& file) {
    insert_row(connection_->sql, file);
}
void PublicWriter::result(const PublicResult& result) {
    insert_row(connection_->sql, result);
}
void PublicWriter::follow_up(const PublicFollowUp& follow_up) {
    insert_row(connection_->sql, follow_up);
}
void PublicWriter::penalty(const PublicPenalty& penalty) {
    insert_row(connection_->sql, penalty);
}
void PublicWriter::attachment(const PublicAttachment& attachment) {
    insert_row(connection_->sql, attachment);
}
void PublicWriter::declared_figure(const PublicDeclaredFigure& figure) {
    insert_row(connection_->sql, figure);
}
void PublicWriter::finding(const PublicFinding& finding) {
    insert_row(connection_->sql, finding);
}
void PublicWriter::finding_month(const FindingMonth& month) {
    insert_row(connection_->sql, month);
}
void PublicWriter::finding_row(const FindingRow& row) {
    insert_row(connection_->sql, row);
}
void PublicWriter::publication(const PublicPublication& publication) {
    insert_row(connection_->sql, publication);
}
void PublicWriter::change(const PublicChange& change) {
    insert_row(connection_->sql, change);
}
void PublicWriter::correction(const PublicCorrection& correction) {
    insert_row(connection_->sql, correction);
}
void PublicWriter::statement(const PublicStatement& statement) {
    insert_row(connection_->sql, statement);
}
void PublicWriter::objection(const PublicObjection& objection) {
    insert_row(connection_->sql, objection);
}
void PublicWriter::withheld(const WithheldCount& count) {
    insert_row(connection_->sql, count);
}

void PublicWriter::item_list_edition(const PublicEdition& edition) {
    insert_row(connection_->sql, ItemListEdition{edition.edition, edition.standing});
    for (const EditionRow& row : edition.rows) insert_row(connection_->sql, ItemRow{row});
}

void PublicWriter::plan_edition(const PublicEdition& edition) {
    insert_row(connection_->sql, PlanEdition{edition.edition, edition.standing});
    for (const EditionRow& row : edition.rows) insert_row(connection_->sql, TaskRow{row});
}

void PublicWriter::drawn_object(const PublicDrawnObject& row) {
    if (!row.authority.empty() || row.row.authority.empty()) return insert_row(connection_->sql, row);
    PublicDrawnObject whole = row;
    whole.authority = row.row.authority;
    insert_row(connection_->sql, whole);
}

void PublicWriter::enterprise(const PublicEnterprise& enterprise) {
    insert_row(connection_->sql, enterprise);
    for (const std::string& code : enterprise.other_codes)
        if (!code.empty()) insert_row(connection_->sql, OtherCode{code, enterprise.object});
}

namespace {

void require_references(SqlConnection& sql) {
    Query dangling(sql, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 1");
    if (!dangling.next()) return;
    throw Broken(
        fmt::format("公开数据库的 {} 表第 {} 行指向的 {} 没有公开，页面会有断链，已停止发布。请检查它的公开方式。",
                    dangling.text(0), dangling.integer(1), dangling.text(2)));
}

/// The last look at what a committed draw 可核验抽取 keeps back, whoever wrote the rows.
void require_kept_back(SqlConnection& sql) {
    Query shown(sql,
                "SELECT draw FROM committed_draw c WHERE (basis <> 'facts' AND (EXISTS(SELECT 1 FROM draw_stratum s"
                " WHERE s.draw = c.draw) OR EXISTS(SELECT 1 FROM draw_exclusion e WHERE e.draw = c.draw)))"
                " OR ((basis <> 'facts' OR state NOT IN ('revealed','aborted'))"
                " AND EXISTS(SELECT 1 FROM draw_pool p WHERE p.draw = c.draw)) LIMIT 1");
    if (shown.next())
        throw Broken(fmt::format("第 {} 号抽取的分层或对象库还不能公开，已停止发布。这是程序的错误，请报告。",
                                 shown.integer(0)));
}

}  // namespace

void PublicWriter::finish() {
    SqlConnection& sql = connection_->sql;
    sql.run(public_indexes);
    sql.run("UPDATE draw SET listed = (SELECT count(*) FROM drawn_object WHERE drawn_object.draw = draw.draw);");
    require_references(sql);
    require_kept_back(sql);
    auto connection = std::make_unique<PublicSite::Connection>();
    connection->sql = &sql;
    PublicSite written(std::move(connection));
    each_stored_body(written, [&](std::string_view kind, const std::string& key, const std::string& text) {
        Query(sql, "INSERT INTO body(kind,key,json) VALUES(?,?,?)", kind, key, text).run();
    });
    sql.run("COMMIT;");
    make_durable(sql.file());
    connection_->finished = true;
}

void PublicWriter::each_cell(const std::function<void(std::string_view table, std::string_view column, std::int64_t row,
                                                      std::string_view text)>& cell) {
    SqlConnection& sql = connection_->sql;
    Query tables(sql, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
    while (tables.next()) {
        const std::string table = tables.text(0);
        std::vector<std::string> columns;
        std::string select = "SELECT rowid";
        Query named(sql, "SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT' ORDER BY cid", table);
        while (named.next()) select += "," + columns.emplace_back(named.text(0));
        if (columns.empty()) continue;
        Query rows(sql, select + " FROM " + table + " ORDER BY rowid");
        while (rows.next())
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const int column = static_cast<int>(i) + 1;
                if (!rows.is_null(column)) cell(table, columns[i], rows.integer(0), rows.text(column));
            }
    }
}

}  // namespace records
