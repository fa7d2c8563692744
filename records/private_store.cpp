#include "records/private_store.h"

#include <sys/random.h>

#include "records/database_kind.h"
#include "records/errors.h"
#include "records/sql_connection.h"

namespace records {
namespace {

constexpr const char* schema = R"sql(
CREATE TABLE inspector(                 -- 执法检查人员：who a pseudonym stands for
  pseudonym TEXT PRIMARY KEY,
  office TEXT NOT NULL,                 -- area
  name TEXT NOT NULL,                   -- 姓名
  certificate TEXT NOT NULL,            -- 执法证号
  phone TEXT NOT NULL, email TEXT NOT NULL,
  UNIQUE(office, name, certificate)
) STRICT, WITHOUT ROWID;
CREATE TABLE contact(                   -- 信息联络员
  office TEXT NOT NULL, department TEXT NOT NULL, name TEXT NOT NULL,
  phone TEXT NOT NULL, email TEXT NOT NULL,
  PRIMARY KEY(office, department, name)
) STRICT, WITHOUT ROWID;
)sql";

const DatabaseKind& kind() {
    static const DatabaseKind private_store{"隐私库", 0x67737076, {schema}};  // "gspv"
    return private_store;
}

std::string random_pseudonym() {
    unsigned char bytes[8];
    if (::getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes))
        throw Broken("系统没有给出随机数（getrandom），不能为检查人员编化名。请检查操作系统。");
    const char* digits = "0123456789abcdef";
    std::string pseudonym = "p";
    for (const unsigned char byte : bytes) pseudonym += {digits[byte >> 4], digits[byte & 15]};
    return pseudonym;
}

constexpr std::string_view select_inspector = "SELECT pseudonym, name, certificate, phone, email FROM inspector ";

PrivateInspector read_inspector(const Query& query) {
    return {query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)};
}

}  // namespace

struct PrivateStore::Connection {
    Connection(const std::filesystem::path& file, SqlConnection::Access access) : sql(file, access) {}
    // The not empty texts of one column of both tables, or of the inspectors' only.
    std::vector<std::string> distinct(std::string_view inspector_column, std::string_view contact_column) {
        std::string text = "SELECT " + std::string(inspector_column) + " AS secret FROM inspector";
        if (!contact_column.empty()) text += " UNION SELECT " + std::string(contact_column) + " FROM contact";
        Query query(sql, "SELECT DISTINCT secret FROM (" + text + ") WHERE secret<>'' ORDER BY secret");
        std::vector<std::string> all;
        while (query.next()) all.push_back(query.text(0));
        return all;
    }
    SqlConnection sql;
};

PrivateStore::PrivateStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
PrivateStore::PrivateStore(PrivateStore&&) noexcept = default;
PrivateStore::~PrivateStore() = default;

PrivateStore PrivateStore::open(const std::filesystem::path& file, bool create) {
    const auto access = create ? SqlConnection::Access::create : SqlConnection::Access::read_write;
    auto connection = std::make_unique<Connection>(file, access);
    std::error_code error;
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    if (error)
        throw Broken("隐私库 " + file.string() + " 的权限不能设为 0600：" + error.message() + "。请检查文件属于谁。");
    bring_up_to_date(connection->sql, kind(), create);
    return PrivateStore(std::move(connection));
}

PrivateStore PrivateStore::in_memory() {
    auto connection = std::make_unique<Connection>(":memory:", SqlConnection::Access::read_write);
    bring_up_to_date(connection->sql, kind(), true);
    return PrivateStore(std::move(connection));
}

void PrivateStore::transaction(const std::function<void()>& work) {
    connection_->sql.atomically(work);
}

std::string PrivateStore::pseudonym_for(std::string_view office, const PrivateInspector& person) {
    if (const auto known = find_pseudonym(office, person.name, person.certificate)) {
        Query(connection_->sql,
              "UPDATE inspector SET phone=coalesce(nullif(?1, ''), phone), email=coalesce(nullif(?2, ''), email) "
              "WHERE pseudonym=?3",
              person.phone, person.email, *known)
            .run();
        return *known;
    }
    const std::string pseudonym = random_pseudonym();
    Query(connection_->sql,
          "INSERT INTO inspector(pseudonym, office, name, certificate, phone, email) VALUES(?, ?, ?, ?, ?, ?)",
          pseudonym, office, person.name, person.certificate, person.phone, person.email)
        .run();
    return pseudonym;
}

std::optional<std::string> PrivateStore::find_pseudonym(std::string_view office, std::string_view name,
                                                        std::string_view certificate) {
    Query query(connection_->sql, "SELECT pseudonym FROM inspector WHERE office=? AND name=? AND certificate=?", office,
                name, certificate);
    if (!query.next()) return std::nullopt;
    return query.text(0);
}

std::vector<PrivateInspector> PrivateStore::inspectors_named(std::string_view office, std::string_view name) {
    Query query(connection_->sql, std::string(select_inspector) + "WHERE office=? AND name=? ORDER BY certificate",
                office, name);
    std::vector<PrivateInspector> all;
    while (query.next()) all.push_back(read_inspector(query));
    return all;
}

std::optional<PrivateInspector> PrivateStore::inspector(std::string_view pseudonym) {
    Query query(connection_->sql, std::string(select_inspector) + "WHERE pseudonym=?", pseudonym);
    if (!query.next()) return std::nullopt;
    return read_inspector(query);
}

bool PrivateStore::put_contact(const Contact& contact) {
    Query(connection_->sql,
          "INSERT INTO contact(office, department, name, phone, email) VALUES(?, ?, ?, ?, ?) "
          "ON CONFLICT(office, department, name) DO UPDATE SET phone=excluded.phone, email=excluded.email "
          "WHERE (phone, email)<>(excluded.phone, excluded.email)",
          contact.office, contact.department, contact.name, contact.phone, contact.email)
        .run();
    return connection_->sql.changes() > 0;
}

std::vector<Contact> PrivateStore::contacts() {
    Query query(connection_->sql,
                "SELECT office, department, name, phone, email FROM contact ORDER BY office, department, name");
    std::vector<Contact> all;
    while (query.next()) all.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)});
    return all;
}

std::vector<std::string> PrivateStore::all_names() {
    return connection_->distinct("name", "name");
}
std::vector<std::string> PrivateStore::all_certificates() {
    return connection_->distinct("certificate", "");
}
std::vector<std::string> PrivateStore::all_phones() {
    return connection_->distinct("phone", "phone");
}
std::vector<std::string> PrivateStore::all_emails() {
    return connection_->distinct("email", "email");
}

void PrivateStore::copy_to(const std::filesystem::path& file) {
    connection_->sql.copy_to(file);
}

}  // namespace records
