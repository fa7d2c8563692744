// One open SQLite file and its prepared statements, kept for the next use. Shared by portal.db, private.db and
// public.db; seen only inside records/. Every error of SQLite leaves here as records::Broken (the file cannot be used)
// or records::Refused (a constraint or a guard of the schema said no), naming the file. Not for use by two threads.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace records {

class SqlConnection {
  public:
    enum class Access {
        read_write,  // the file must exist
        create,      // made with mode 0600 when it does not exist
        immutable    // read only, and nobody writes it: no locks, no journal
    };
    /// Opens the file (":memory:" for a database in memory), waiting at most 10 s for another program's lock. Foreign
    /// keys and recursive triggers are on; untrusted schemas are not trusted. Throws Broken.
    SqlConnection(const std::filesystem::path& file, Access access);
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    /// Runs one or several statements without parameters or results.
    void run(const std::string& statements);
    /// Runs `work` in one transaction (BEGIN IMMEDIATE); any exception rolls everything back. Within a transaction of
    /// ours `work` simply becomes part of it, so an exception must then leave that one too.
    void atomically(const std::function<void()>& work);
    /// The id of the newest inserted row.
    std::int64_t last_id() const;
    /// How many rows the last INSERT, UPDATE or DELETE changed.
    int changes() const;
    /// Makes another file's tables readable as `name`.<table>; nobody may be writing it. Throws Broken.
    void attach(const std::filesystem::path& file, std::string_view name);
    /// Copies the whole database into a new file of mode 0600 and syncs it (VACUUM INTO); throws Broken when the file
    /// exists or cannot be written, leaving none behind. Not within a transaction.
    void copy_to(const std::filesystem::path& file);
    /// From now on queries of this thread may take so much of a processor, all together: what then still runs throws
    /// TookTooLong. SQLite looks at the time between steps of a query, so one long step within an index is finished
    /// first.
    void allow(std::chrono::milliseconds time);
    const std::filesystem::path& file() const { return file_; }

  private:
    friend class Query;
    struct Open;
    std::filesystem::path file_;
    std::unique_ptr<Open> open_;
};

/// One run of a prepared statement: parameters are given in order, results read by column from 0. At its end the
/// statement goes back to the connection, so the same text is prepared once; two at a time may be open.
class Query {
  public:
    template <typename... Values>
    Query(SqlConnection& connection, std::string_view sql, const Values&... values)
        : Query(connection, sql, Prepare{}) {
        (bind(values), ...);
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    // The next parameter. Texts are copied.
    Query& bind(std::string_view value);
    Query& bind(const std::string& value) { return bind(std::string_view(value)); }
    Query& bind(const char* value) { return bind(std::string_view(value)); }
    template <std::integral Integer>
    Query& bind(Integer value) {
        return bind_integer(static_cast<std::int64_t>(value));
    }
    template <typename Value>
    Query& bind(const std::optional<Value>& value) {
        return value ? bind(*value) : bind(std::nullopt);
    }
    Query& bind(std::nullopt_t);

    /// Steps to the next row; false when there is none.
    bool next();
    /// Runs to the end; for statements without results.
    void run();

    std::int64_t integer(int column) const;
    std::string text(int column) const;
    /// The same without a copy, until the next step or the query's end.
    std::string_view view(int column) const;
    bool is_null(int column) const;
    std::optional<std::int64_t> optional_integer(int column) const;
    int columns() const;

  private:
    struct Prepare {};
    struct Statement;
    Query(SqlConnection& connection, std::string_view sql, Prepare);
    Query& bind_integer(std::int64_t value);

    SqlConnection& connection_;
    std::unique_ptr<Statement> statement_;
    int parameter_ = 0;
    friend class SqlConnection;
};

/// The first column of the first row of a query, or nothing when there is no row or it is NULL.
template <typename... Values>
std::optional<std::int64_t> one_integer(SqlConnection& connection, std::string_view sql, const Values&... values) {
    Query query(connection, sql, values...);
    if (!query.next()) return std::nullopt;
    return query.optional_integer(0);
}

}  // namespace records
