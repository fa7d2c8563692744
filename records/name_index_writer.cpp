// Writing search/names.db.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>

#include "records/errors.h"
#include "records/name_index.h"
#include "records/name_tokens.h"
#include "records/public_site.h"
#include "records/sql_connection.h"
#include "text/search_key.h"

namespace records {
namespace {

// The bytes shall depend on the rows alone. FTS5 keeps no positions and no texts (detail, content); 64 MiB of postings
// are gathered before a piece is written, so that few have to be merged at the end.
constexpr const char* beginning = R"sql(
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -32768;
CREATE TABLE entry(                     -- 检查对象
  object INTEGER PRIMARY KEY,           -- permanent number
  names TEXT NOT NULL                   -- keys of its present and former names, a line each
) STRICT;
CREATE TABLE area(                      -- how many objects an area has, by how its code begins; '': all
  area TEXT PRIMARY KEY,
  objects INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE name USING fts5(tokens, content='', detail=none, columnsize=0, tokenize='ascii');
INSERT INTO name(name, rank) VALUES('hashsize', 67108864);
INSERT INTO name(name, rank) VALUES('automerge', 0);
BEGIN;
)sql";
constexpr const char* ending = R"sql(
INSERT INTO name(name) VALUES('optimize');
COMMIT;
VACUUM;
)sql";

class Writer {
  public:
    explicit Writer(SqlConnection& sql) : sql_(sql) {}

    void add(const PublicEnterprise& enterprise) {
        keys_.clear(), tokens_.clear(), joined_.clear();
        add_name(enterprise.name);
        for (const std::string& name : enterprise.former_names) add_name(name);
        const std::size_t of_names = tokens_.size();
        add_area_tokens(enterprise.area, tokens_);
        ++areas_[""];
        for (std::size_t i = of_names; i < tokens_.size(); ++i) ++areas_[tokens_[i].substr(1)];
        std::sort(tokens_.begin(), tokens_.end());
        tokens_.erase(std::unique(tokens_.begin(), tokens_.end()), tokens_.end());
        for (const std::string& one : tokens_) joined_.append(one).append(" ");
        Query(sql_, "INSERT INTO entry(object, names) VALUES(?, ?)", enterprise.object, keys_).run();
        Query(sql_, "INSERT INTO name(rowid, tokens) VALUES(?, ?)", enterprise.object, joined_).run();
    }

    void finish() {
        for (const auto& [area, objects] : areas_)
            Query(sql_, "INSERT INTO area(area, objects) VALUES(?, ?)", area, objects).run();
    }

  private:
    void add_name(const std::string& name) {
        const std::string key = text::search_key(name);
        if (key.empty()) return;
        if (!keys_.empty()) keys_ += '\n';
        keys_ += key;
        add_tokens(name_parts(key), tokens_);
    }

    SqlConnection& sql_;
    std::map<std::string, std::int64_t> areas_;
    std::string keys_, joined_;
    std::vector<std::string> tokens_;
};

}  // namespace

void write_name_index(PublicSite& site, const std::filesystem::path& file) {
    {
        SqlConnection sql(file, SqlConnection::Access::create);
        sql.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", name_index_application_id,
                            name_index_version));
        sql.run(beginning);
        Writer writer(sql);
        site.each_enterprise_by_number([&](const PublicEnterprise& enterprise) { writer.add(enterprise); });
        writer.finish();
        sql.run(ending);
    }
    if (::chmod(file.c_str(), 0444) != 0) throw Broken("写不好名称索引 " + file.string() + "。请检查磁盘和权限。");
}

}  // namespace records
