// The guards of portal.db, tested with SQL as any program could send it, on the real schema.
#include <catch2/catch.hpp>

#include "records/errors.h"
#include "records/portal_schema.h"
#include "records/sql_connection.h"

using records::Query;
using records::Refused;
using records::SqlConnection;

namespace {

struct Column {
    std::string name, type;
};

std::vector<Column> columns_of(SqlConnection& sql, std::string_view table) {
    std::vector<Column> all;
    Query query(sql, "SELECT name, type FROM pragma_table_info(?)", table);
    while (query.next()) all.push_back({query.text(0), query.text(1)});
    return all;
}

// Every value of every row, so that a refused statement can be shown to have changed nothing.
std::string contents(SqlConnection& sql, std::string_view table) {
    std::string all;
    Query query(sql, "SELECT * FROM " + std::string(table));
    while (query.next())
        for (int i = 0; i < query.columns(); ++i) all += query.text(i) + "\x1f";
    return all;
}

// A row whose id, key and references are `id`; it can be written to any table of facts or identities.
struct Row {
    int id = 1, batch = 1;
    std::string replaces = "NULL", reason = "NULL";
    int key = 0;  // 0: the id
};

std::string insert(SqlConnection& sql, std::string_view table, const Row& row, const std::string& verb = "INSERT") {
    std::string names, values;
    for (const Column& column : columns_of(sql, table)) {
        std::string value = column.type == "TEXT" ? "'x'" : "1";
        if (column.name == "id" || column.name == "position" || column.name == "step") value = std::to_string(row.id);
        if (column.name == "key") value = std::to_string(row.key == 0 ? row.id : row.key);
        if (column.name == "code") value = "'C" + std::to_string(row.id) + "'";
        if (column.name == "state") value = "'未完结'";
        if (column.name == "scheme") value = "'other'";
        if (column.name == "office") value = "'110101'";
        if (column.name == "inspectors" || column.name == "codes" || column.name == "methods") value = "'[]'";
        if (column.name == "source" || column.name == "department") value = "NULL";
        if (table == "attachment" && (column.name == "task" || column.name == "draw" || column.name == "result" ||
                                      column.name == "item_list_edition"))
            value = "NULL";
        if (column.name == "batch") value = std::to_string(row.batch);
        if (column.name == "replaces") value = row.replaces;
        if (column.name == "correction_reason") value = row.reason;
        names += (names.empty() ? "" : ", ") + column.name;
        values += (values.empty() ? "" : ", ") + value;
    }
    return verb + " INTO " + std::string(table) + "(" + names + ") VALUES(" + values + ")";
}

void add_batch(SqlConnection& sql, int id) {
    sql.run("INSERT INTO batch(id, kind, file, sha256, imported_by, imported_on, context) VALUES(" +
            std::to_string(id) + ", 'results', 'f', 's', 'b', '2024-01-01', '{}')");
}

void add_parents(SqlConnection& sql) {
    sql.run("INSERT INTO office VALUES('110101', '甲市乙区', NULL, '县', 'x')");
    sql.run("INSERT INTO publication(id, published_by, as_of) VALUES(1, '甲', '2024-01-01')");
    add_batch(sql, 1);
    sql.run("INSERT INTO source_sheet(id, batch, name, header) VALUES(1, 1, 's', '[]')");
    sql.run("INSERT INTO source_row(id, sheet, row, cells) VALUES(1, 1, 1, '[]')");
    for (const std::string_view table : records::identity_tables) sql.run(insert(sql, table, {1, 1}));
    for (const std::string_view table : records::fact_tables) sql.run(insert(sql, table, {1, 1}));
}

// Row 1 of every table is published, row 2 (of batch 2) is a draft.
std::unique_ptr<SqlConnection> published_portal(bool recursive_triggers) {
    auto sql = std::make_unique<SqlConnection>(":memory:", SqlConnection::Access::read_write);
    for (const std::string& step : records::portal_steps()) sql->run(step);
    add_parents(*sql);
    sql->run("UPDATE batch SET publication=1 WHERE id=1");
    add_batch(*sql, 2);
    sql->run("INSERT INTO source_sheet(id, batch, name, header) VALUES(2, 2, 's', '[]')");
    sql->run("INSERT INTO source_row(id, sheet, row, cells) VALUES(2, 2, 1, '[]')");
    for (const std::string_view table : records::identity_tables) sql->run(insert(*sql, table, {2, 2}));
    for (const std::string_view table : records::fact_tables) sql->run(insert(*sql, table, {2, 2}));
    // A guard must hold also for a program that never heard of these settings.
    if (!recursive_triggers) sql->run("PRAGMA recursive_triggers=OFF; PRAGMA foreign_keys=OFF;");
    return sql;
}

void refused(SqlConnection& sql, std::string_view table, const std::string& statement) {
    INFO(statement);
    const std::string before = contents(sql, table);
    CHECK_THROWS_AS(sql.run(statement), Refused);
    CHECK(contents(sql, table) == before);
}

void allowed(SqlConnection& sql, const std::string& statement) {
    INFO(statement);
    CHECK_NOTHROW(sql.run(statement));
}

// The tables with every foreign key made to cascade.
std::string cascading(std::string tables) {
    const std::string word = "REFERENCES ";
    for (std::size_t at = tables.find(word); at != std::string::npos; at = tables.find(word, at + 1)) {
        const std::size_t end = tables.find_first_of(" ,\n)", at + word.size());
        tables.insert(end, " ON DELETE CASCADE ON UPDATE CASCADE");
    }
    return tables;
}

}  // namespace

TEST_CASE("no SQL statement changes, deletes or replaces a published fact", "[records]") {
    const bool recursive = GENERATE(true, false);
    const auto sql = published_portal(recursive);
    for (const std::string_view name : records::fact_tables) {
        const std::string table(name);
        const std::string one = insert(*sql, table, {1, 2}), overlay = insert(*sql, table, {3, 2, "NULL", "NULL", 1});
        refused(*sql, table, "UPDATE " + table + " SET key=key WHERE id=1");
        refused(*sql, table, "UPDATE " + table + " SET batch=2 WHERE id=1");
        refused(*sql, table, "UPDATE " + table + " SET id=9 WHERE id=1");
        refused(*sql, table, "DELETE FROM " + table + " WHERE id=1");
        refused(*sql, table, "DELETE FROM " + table);
        refused(*sql, table, one);
        refused(*sql, table, insert(*sql, table, {1, 2}, "INSERT OR REPLACE"));
        refused(*sql, table, insert(*sql, table, {1, 2}, "INSERT OR IGNORE"));
        refused(*sql, table, one + " ON CONFLICT(id) DO UPDATE SET correction_reason='x'");
        refused(*sql, table, one + " ON CONFLICT(id) DO NOTHING");
        refused(*sql, table, "UPDATE OR REPLACE " + table + " SET id=1 WHERE id=2");
        refused(*sql, table, "UPDATE OR REPLACE " + table + " SET id=1, key=1 WHERE id=2");
        refused(*sql, table, overlay);
        refused(*sql, table, insert(*sql, table, {3, 2, "NULL", "NULL", 1}, "INSERT OR REPLACE"));
    }
}

TEST_CASE("a published batch takes no further row, by insert or by update", "[records]") {
    const auto sql = published_portal(GENERATE(true, false));
    for (const std::string_view name : records::fact_tables) {
        const std::string table(name);
        refused(*sql, table, insert(*sql, table, {5, 1}));
        refused(*sql, table, "UPDATE " + table + " SET batch=1 WHERE id=2");
        refused(*sql, table, "UPDATE OR REPLACE " + table + " SET batch=1 WHERE id=2");
    }
    for (const std::string_view table : records::identity_tables) {
        refused(*sql, table, insert(*sql, table, {5, 1}));
        refused(*sql, table, "UPDATE " + std::string(table) + " SET batch=1 WHERE batch=2");
    }
}

TEST_CASE("a further row of a published key must name the newest published row and a reason", "[records]") {
    const auto sql = published_portal(true);
    for (const std::string_view name : records::fact_tables) {
        const std::string table(name);
        refused(*sql, table, insert(*sql, table, {3, 2, "1", "NULL", 1}));
        refused(*sql, table, insert(*sql, table, {3, 2, "1", "''", 1}));
        refused(*sql, table, insert(*sql, table, {3, 2, "1", "'  '", 1}));
        refused(*sql, table, insert(*sql, table, {3, 2, "2", "'r'", 1}));
        refused(*sql, table, insert(*sql, table, {3, 2, "NULL", "'r'", 1}));
        refused(*sql, table, "UPDATE " + table + " SET key=1 WHERE id=2");
        // a draft key has nothing to correct
        refused(*sql, table, "UPDATE " + table + " SET replaces=1, correction_reason='r' WHERE id=2");
        allowed(*sql, insert(*sql, table, {3, 2, "1", "'r'", 1}));
        allowed(*sql, insert(*sql, table, {4, 2, "1", "'r'", 1}));  // the clerk's second try, still a draft
    }
    sql->run("INSERT INTO publication(published_by, as_of) VALUES('甲', '2024-02-01')");
    sql->run("UPDATE batch SET publication=2 WHERE id=2");
    add_batch(*sql, 3);
    for (const std::string_view name : records::fact_tables) {
        const std::string table(name);
        refused(*sql, table, insert(*sql, table, {5, 3, "1", "'r'", 1}));  // not the newest any more
        refused(*sql, table, insert(*sql, table, {5, 3, "3", "'r'", 1}));
        allowed(*sql, insert(*sql, table, {5, 3, "4", "'r'", 1}));
    }
}

TEST_CASE("a draft can be changed, replaced and deleted", "[records]") {
    const auto sql = published_portal(true);
    for (const std::string_view name : records::fact_tables) {
        const std::string table(name);
        allowed(*sql, "UPDATE " + table + " SET key=key WHERE id=2");
        allowed(*sql, insert(*sql, table, {3, 2, "NULL", "NULL", 2}, "INSERT OR REPLACE"));
        allowed(*sql, insert(*sql, table, {3, 2, "NULL", "NULL", 2}, "INSERT OR REPLACE"));
        allowed(*sql,
                insert(*sql, table, {3, 2, "NULL", "NULL", 2}) + " ON CONFLICT(id) DO UPDATE SET key=excluded.key");
        allowed(*sql, "DELETE FROM " + table + " WHERE id=3");
    }
    for (auto table = records::fact_tables.rbegin(); table != records::fact_tables.rend(); ++table)
        allowed(*sql, "DELETE FROM " + std::string(*table) + " WHERE id=2");
}

TEST_CASE("an id or a code of a published batch stays whose it is", "[records]") {
    const auto sql = published_portal(GENERATE(true, false));
    for (const std::string_view name : records::identity_tables) {
        const std::string table(name), key = table == "object_code" ? "code" : "id";
        const std::string one = key == "id" ? "1" : "'C1'", two = key == "id" ? "2" : "'C2'";
        refused(*sql, table, "UPDATE " + table + " SET batch=2 WHERE " + key + "=" + one);
        refused(*sql, table, "UPDATE " + table + " SET " + key + "=" + key + " WHERE " + key + "=" + one);
        refused(*sql, table, "DELETE FROM " + table + " WHERE " + key + "=" + one);
        refused(*sql, table, insert(*sql, table, {1, 2}, "INSERT OR REPLACE"));
        refused(*sql, table, insert(*sql, table, {1, 2}) + " ON CONFLICT DO UPDATE SET batch=2");
        refused(*sql, table, "UPDATE OR REPLACE " + table + " SET " + key + "=" + one + " WHERE " + key + "=" + two);
    }
    refused(*sql, "object_code", "UPDATE object_code SET object=2 WHERE code='C1'");
}

TEST_CASE("a published batch and what it came from stay, and are published once", "[records]") {
    const auto sql = published_portal(GENERATE(true, false));
    sql->run("INSERT INTO publication(id, published_by, as_of) VALUES(2, '乙', '2024-02-01')");
    for (const char* statement :
         {"UPDATE batch SET publication=2 WHERE id=1", "UPDATE batch SET publication=NULL WHERE id=1",
          "UPDATE batch SET file='g' WHERE id=1", "DELETE FROM batch WHERE id=1",
          "UPDATE OR REPLACE batch SET id=1 WHERE id=2",
          "INSERT OR REPLACE INTO batch(id, kind, file, sha256, imported_by, imported_on, context) "
          "VALUES(1, 'k', 'f', 's', 'b', 'd', '{}')",
          "INSERT INTO batch(kind, file, sha256, imported_by, imported_on, context, publication) "
          "VALUES('k', 'f', 's', 'b', 'd', '{}', 1)"})
        refused(*sql, "batch", statement);
    for (const char* statement : {"UPDATE source_sheet SET name='t' WHERE id=1", "DELETE FROM source_sheet WHERE id=1",
                                  "UPDATE source_sheet SET batch=1 WHERE id=2",
                                  "INSERT INTO source_sheet(batch, name, header) VALUES(1, 's', '')",
                                  "INSERT OR REPLACE INTO source_sheet(id, batch, name, header) VALUES(1, 2, 's', '')"})
        refused(*sql, "source_sheet", statement);
    for (const char* statement :
         {"UPDATE source_row SET cells='' WHERE id=1", "DELETE FROM source_row WHERE id=1",
          "UPDATE source_row SET sheet=1 WHERE id=2", "INSERT INTO source_row(sheet, row, cells) VALUES(1, 9, '')",
          "INSERT OR REPLACE INTO source_row(id, sheet, row, cells) VALUES(1, 2, 1, '')",
          "UPDATE OR REPLACE source_row SET id=1 WHERE id=2"})
        refused(*sql, "source_row", statement);
}

TEST_CASE("a publication is written once; only its release is added later, once", "[records]") {
    const auto sql = published_portal(true);
    for (const char* statement :
         {"DELETE FROM publication", "UPDATE publication SET as_of='2025-01-01'", "UPDATE publication SET id=7",
          "UPDATE publication SET release=NULL", "UPDATE publication SET release='r', published_by='丙'",
          "INSERT OR REPLACE INTO publication(id, published_by, as_of) VALUES(1, '丙', '2024-01-01')"})
        refused(*sql, "publication", statement);
    allowed(*sql, "UPDATE publication SET release='r'");
    refused(*sql, "publication", "UPDATE publication SET release='s'");
}

TEST_CASE("no foreign key of the master cascades", "[records]") {
    const auto sql = published_portal(true);
    Query query(*sql,
                "SELECT count(*), sum(f.on_delete<>'NO ACTION' OR f.on_update<>'NO ACTION') FROM sqlite_schema m, "
                "pragma_foreign_key_list(m.name) f WHERE m.type='table'");
    REQUIRE(query.next());
    CHECK(query.integer(0) > 40);
    CHECK(query.integer(1) == 0);
}

TEST_CASE("were foreign keys to cascade, a published fact would stop them", "[records]") {
    SqlConnection sql(":memory:", SqlConnection::Access::read_write);
    for (const char* tables :
         {records::portal_master_tables, records::portal_identity_tables, records::portal_plan_tables,
          records::portal_result_tables, records::portal_attachment_table})
        sql.run(cascading(tables));
    sql.run(records::batch_guards());
    for (const std::string_view table : records::fact_tables) sql.run(records::fact_guards(table));
    add_parents(sql);
    sql.run("UPDATE batch SET publication=1 WHERE id=1");
    for (const char* statement :
         {"DELETE FROM object", "DELETE FROM task", "DELETE FROM plan", "DELETE FROM item_list", "DELETE FROM draw",
          "DELETE FROM batch", "DELETE FROM office", "UPDATE object SET id=9", "UPDATE task SET id=9",
          "UPDATE draw SET id=9", "INSERT OR REPLACE INTO object(id, kind, batch) VALUES(1, 'x', 1)"}) {
        for (const std::string_view table : records::fact_tables) {
            INFO(table);
            refused(sql, table, statement);
        }
    }
}
