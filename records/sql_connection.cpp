#include "records/sql_connection.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstring>
#include <ctime>
#include <memory>
#include <unordered_map>
#include <vector>

#include "records/errors.h"

namespace records {
namespace {

constexpr int patience = 10'000;  // ms to wait for another program's lock

/// Whether publish made the file out of the portal, so that it can make it again.
bool is_published(const std::filesystem::path& file) {
    return file.filename() == "public.db" || file.filename() == "names.db";
}

// What to do about an error of SQLite, by its primary result code (sqlite.org/rescode.html).
std::string advice(int code, const std::filesystem::path& file) {
    switch (code) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "另一个程序正在使用它（已等待 10 秒）。请等那个程序结束后再试";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return is_published(file) ? "发布出来的文件已损坏。用 gongshi publish --rebuild 重新生成"
                                      : "文件已损坏，或不是数据库。请勿再写入，用 gongshi restore 恢复最近的备份";
        case SQLITE_FULL:
            return "磁盘已满。请腾出空间后再试，已有的数据没有改变";
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return "没有写入权限。请检查文件和所在文件夹的权限";
        case SQLITE_CANTOPEN:
            return "打不开。请检查路径和权限";
        case SQLITE_IOERR:
            return "读写磁盘出错。请检查磁盘，已有的数据没有改变";
        case SQLITE_NOMEM:
            return "内存不足";
        case SQLITE_TOOBIG:
            return "有一格内容过长";
        default:
            return "数据库报告错误";
    }
}

[[noreturn]] void throw_named(const SQLite::Exception& error, const std::filesystem::path& file) {
    const int code = error.getErrorCode() & 0xff;
    if (code == SQLITE_CONSTRAINT) {
        if (error.getExtendedErrorCode() == SQLITE_CONSTRAINT_TRIGGER) throw Refused(error.what());
        throw Refused("数据库 " + file.string() + " 拒绝了这次改动：" + error.what());
    }
    if (code == SQLITE_INTERRUPT) throw TookTooLong("数据库 " + file.string() + "：查询超过了允许的时间。");
    throw Broken("数据库 " + file.string() + "：" + advice(code, file) + "（" + error.what() + "）。");
}

// A new database is readable by its owner only; its journal takes the mode of the file. False: there is one already.
bool make_private_file(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (handle < 0 && errno == EEXIST) return false;
    if (handle < 0)
        throw Broken("不能建立数据库 " + file.string() + "：" + std::strerror(errno) +
                     "。请检查文件夹是否存在、可写。");
    ::close(handle);
    return true;
}

// Brings a file's or a folder's contents to the disk.
void sync_path(const std::filesystem::path& path) {
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    if (handle >= 0) ::close(handle);
    if (!synced) throw Broken("写不进磁盘：" + path.string() + "。请检查磁盘。");
}

int flags_of(SqlConnection::Access access) {
    const int mode =
        access == SqlConnection::Access::immutable ? SQLite::OPEN_READONLY | SQLite::OPEN_URI : SQLite::OPEN_READWRITE;
    return mode | SQLite::OPEN_NOMUTEX;  // a connection is used by one thread at a time
}

// file:…?immutable=1, with every byte that means something in an address escaped.
std::string immutable_address(const std::filesystem::path& file) {
    std::string address = "file:";
    const char* digits = "0123456789ABCDEF";
    for (const char byte : std::filesystem::absolute(file).string()) {
        const auto value = static_cast<unsigned char>(byte);
        if (value <= 0x20 || value >= 0x7f || std::strchr("%?#", byte) != nullptr) {
            address += {'%', digits[value >> 4], digits[value & 15]};
        } else {
            address += byte;
        }
    }
    return address + "?immutable=1";
}

// SQLite's own count of its memory takes a lock at every allocation; nobody reads it. Only the first call counts.
void leave_memory_uncounted() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

/// What this thread has used of a processor. Not the time of day: a machine that is busy with others is no slow query.
std::chrono::nanoseconds time_of_thread() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

}  // namespace

// SQLiteCpp's own statements look up and count references for every column read, which doubles the cost of a row.
struct Query::Statement {
    Statement(sqlite3* database, std::string_view sql) {
        const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
        if (code != SQLITE_OK) throw SQLite::Exception(database, code);
    }
    ~Statement() { sqlite3_finalize(prepared); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    void check(int code) const {
        if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(prepared), code);
    }
    sqlite3_stmt* prepared = nullptr;
    std::vector<std::unique_ptr<Statement>>* home = nullptr;  // where it goes back to
};

struct SqlConnection::Open {
    explicit Open(const std::filesystem::path& file, Access access)
        : database(access == Access::immutable ? immutable_address(file) : file.string(), flags_of(access), patience) {}
    SQLite::Database database;
    std::unordered_map<std::string, std::vector<std::unique_ptr<Query::Statement>>, TextHash, std::equal_to<>> idle;
    bool in_transaction = false;
    std::chrono::nanoseconds deadline{};
};

SqlConnection::SqlConnection(const std::filesystem::path& file, Access access) : file_(file) {
    if (file != ":memory:") {
        if (access == Access::create) make_private_file(file);
        if (!std::filesystem::exists(file))
            throw Broken("找不到数据库 " + file.string() +
                         "。请检查路径；新门户用 gongshi init 建，丢了的数据库用 gongshi restore 从备份恢复。");
    }
    leave_memory_uncounted();
    try {
        open_ = std::make_unique<Open>(file, access);
    } catch (const SQLite::Exception& error) {
        throw_named(error, file_);
    }
    run("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=EXTRA;"
        " PRAGMA temp_store=MEMORY;");
    sqlite3_limit(open_->database.getHandle(), SQLITE_LIMIT_LENGTH, 64 << 20);
}

SqlConnection::~SqlConnection() = default;

void SqlConnection::run(const std::string& statements) try {
    open_->database.exec(statements);
} catch (const SQLite::Exception& error) {
    throw_named(error, file_);
}

void SqlConnection::atomically(const std::function<void()>& work) {
    if (open_->in_transaction) return work();
    struct Mark {
        bool& mark;
        ~Mark() { mark = false; }
    };
    try {
        SQLite::Transaction transaction(open_->database, SQLite::TransactionBehavior::IMMEDIATE);
        const Mark mark{open_->in_transaction = true};
        work();
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        throw_named(error, file_);
    }
}

void SqlConnection::attach(const std::filesystem::path& file, std::string_view name) {
    Query(*this, "ATTACH ? AS " + std::string(name), immutable_address(file)).run();
}

void SqlConnection::allow(std::chrono::milliseconds time) {
    constexpr int steps_between_looks = 1000;
    open_->deadline = time_of_thread() + time;
    const auto too_late = [](void* open) -> int { return time_of_thread() > static_cast<Open*>(open)->deadline; };
    sqlite3_progress_handler(open_->database.getHandle(), steps_between_looks, too_late, open_.get());
}

void SqlConnection::copy_to(const std::filesystem::path& file) {
    if (!make_private_file(file)) throw Broken("文件 " + file.string() + " 已存在，没有覆盖它。请换一个文件名。");
    try {
        Query(*this, "VACUUM INTO ?", file.string()).run();
        sync_path(file);
        sync_path(std::filesystem::absolute(file).parent_path());
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
        throw;
    }
}

std::int64_t SqlConnection::last_id() const {
    return open_->database.getLastInsertRowid();
}
int SqlConnection::changes() const {
    return open_->database.getChanges();
}

Query::Query(SqlConnection& connection, std::string_view sql, Prepare) : connection_(connection) {
    auto& idle = connection.open_->idle;
    auto found = idle.find(sql);
    if (found == idle.end()) found = idle.try_emplace(std::string(sql)).first;
    if (found->second.empty()) {
        try {
            statement_ = std::make_unique<Statement>(connection.open_->database.getHandle(), sql);
        } catch (const SQLite::Exception& error) {
            throw_named(error, connection.file());
        }
        statement_->home = &found->second;  // stays: an unordered_map never moves its values
    } else {
        statement_ = std::move(found->second.back());
        found->second.pop_back();
    }
}

Query::~Query() {
    sqlite3_reset(statement_->prepared);  // tells once more of an error that was thrown already
    if (parameter_ > 0) sqlite3_clear_bindings(statement_->prepared);
    try {
        auto& home = *statement_->home;
        home.push_back(std::move(statement_));
    } catch (const std::exception&) {
        statement_.reset();  // not reused
    }
}

Query& Query::bind(std::string_view value) try {
    // An empty view may point nowhere, which SQLite would take for NULL.
    statement_->check(sqlite3_bind_text64(statement_->prepared, ++parameter_, value.empty() ? "" : value.data(),
                                          value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
} catch (const SQLite::Exception& error) {
    throw_named(error, connection_.file());
}

Query& Query::bind_integer(std::int64_t value) try {
    statement_->check(sqlite3_bind_int64(statement_->prepared, ++parameter_, value));
    return *this;
} catch (const SQLite::Exception& error) {
    throw_named(error, connection_.file());
}

Query& Query::bind(std::nullopt_t) try {
    statement_->check(sqlite3_bind_null(statement_->prepared, ++parameter_));
    return *this;
} catch (const SQLite::Exception& error) {
    throw_named(error, connection_.file());
}

bool Query::next() try {
    const int code = sqlite3_step(statement_->prepared);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) statement_->check(code);
    return false;
} catch (const SQLite::Exception& error) {
    throw_named(error, connection_.file());
}

void Query::run() {
    while (next()) {
    }
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(statement_->prepared, column);
}
std::string_view Query::view(int column) const {
    const unsigned char* text = sqlite3_column_text(statement_->prepared, column);  // before its length is asked for
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_->prepared, column))};
}
std::string Query::text(int column) const {
    return std::string(view(column));
}
bool Query::is_null(int column) const {
    return sqlite3_column_type(statement_->prepared, column) == SQLITE_NULL;
}
int Query::columns() const {
    return sqlite3_column_count(statement_->prepared);
}

std::optional<std::int64_t> Query::optional_integer(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

}  // namespace records
