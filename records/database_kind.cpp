#include "records/database_kind.h"

#include "records/errors.h"

namespace records {
namespace {

std::string where(const SqlConnection& connection, const DatabaseKind& kind) {
    return kind.name + " " + connection.file().string();
}

// The version the file has, after making sure that it is ours; 0 for a file without any table.
std::int64_t version_of(SqlConnection& connection, const DatabaseKind& kind) {
    const auto application = one_integer(connection, "PRAGMA application_id").value_or(0);
    const auto version = one_integer(connection, "PRAGMA user_version").value_or(0);
    const auto tables = one_integer(connection, "SELECT count(*) FROM sqlite_schema").value_or(0);
    if (application == 0 && version == 0 && tables == 0) return 0;
    if (application != kind.application_id)
        throw Broken(where(connection, kind) + " 是别的程序或别的用途的数据库，没有改动它。请检查路径。");
    if (version > static_cast<std::int64_t>(kind.steps.size()))
        throw Broken(where(connection, kind) + " 的版本是 " + std::to_string(version) + "，本程序只认识到版本 " +
                     std::to_string(kind.steps.size()) + "。请升级 gongshi 后再打开。");
    return version;
}

}  // namespace

void bring_up_to_date(SqlConnection& connection, const DatabaseKind& kind, bool create) {
    const auto newest = static_cast<std::int64_t>(kind.steps.size());
    const std::int64_t version = version_of(connection, kind);
    if (version == newest) return;
    if (version == 0 && !create)
        throw Broken(where(connection, kind) + " 是空文件。请运行 gongshi init，或用 gongshi restore 恢复备份。");
    connection.atomically([&] {
        // Another program may have done it while this one waited for the lock.
        for (std::int64_t from = version_of(connection, kind); from < newest; ++from)
            connection.run(kind.steps[static_cast<std::size_t>(from)]);
        connection.run("PRAGMA application_id=" + std::to_string(kind.application_id) +
                       "; PRAGMA user_version=" + std::to_string(newest) + ";");
    });
}

}  // namespace records
