#include "records/name_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "records/errors.h"
#include "records/name_tokens.h"
#include "records/public_site.h"
#include "records/sql_connection.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace records {

// Words and names -----------------------------------------------------------------------------------------------------

NameWords::NameWords(std::string_view written) {
    const std::u32string characters = text::decode(written);
    std::u32string word;
    const auto take = [&] {
        if (std::u32string key = name_parts(text::encode(word)).whole(); !key.empty()) words_.push_back(std::move(key));
        word.clear();
    };
    for (const char32_t c : characters) {
        if (text::is_blank(c))
            take();
        else
            word += c;
    }
    take();
}

namespace {

bool has(const NameParts& name, std::u32string_view word) {
    const auto begins = [&](const std::u32string& part) { return part.starts_with(word); };
    return std::any_of(name.parts.begin(), name.parts.end(), begins) ||
           name.key.find(word, name.plain_from) != name.key.npos;
}

NameMatch match_parts(const std::vector<std::u32string>& words, const NameParts& name) {
    if (name.whole().empty() || words.empty()) return NameMatch::none;
    for (const std::u32string& word : words)
        if (!has(name, word)) return NameMatch::none;
    if (words.size() == 1 && name.whole() == words.front()) return NameMatch::exact;
    return name.whole().starts_with(words.front()) ? NameMatch::beginning : NameMatch::inside;
}

/// The best of several names, each on a line.
NameMatch match_lines(const std::vector<std::u32string>& words, std::string_view names) {
    NameMatch best = NameMatch::none;
    while (!names.empty()) {
        const std::size_t end = names.find('\n');
        best = std::min(best, match_parts(words, name_parts(names.substr(0, end))));
        names = end == names.npos ? std::string_view() : names.substr(end + 1);
    }
    return best;
}

}  // namespace

NameMatch match_name(const NameWords& words, std::string_view name) {
    return match_parts(words.keys(), name_parts(name));
}

// Asking --------------------------------------------------------------------------------------------------------------

struct NameIndex::Connection {
    explicit Connection(const std::filesystem::path& file) : sql(file, SqlConnection::Access::immutable) {}
    SqlConnection sql;
};

NameIndex::NameIndex(const std::filesystem::path& file) : connection_(std::make_unique<Connection>(file)) {
    SqlConnection& sql = connection_->sql;
    if (one_integer(sql, "SELECT application_id FROM pragma_application_id") != name_index_application_id ||
        one_integer(sql, "SELECT user_version FROM pragma_user_version") != name_index_version)
        throw Broken(
            fmt::format("{} 不是本版本的名称索引。请用同一版本的程序重新运行 gongshi publish。", file.string()));
    sql.run("PRAGMA cache_size = -2048;");
}
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex::~NameIndex() = default;

void NameIndex::allow(std::chrono::milliseconds time) {
    connection_->sql.allow(time);
}

namespace {

std::string all_of(const std::vector<std::string>& tokens) {
    std::string expression;
    for (const std::string& one : tokens) expression += fmt::format("{}\"{}\"", expression.empty() ? "" : " AND ", one);
    return expression;
}

struct Question {
    std::string expression;  // of FTS5; empty: nothing can match
    bool sure = false;       // whoever is found matches as asked, and need not be read
};

/// How FTS5 is asked for all who match in one way, and perhaps some others.
Question question(const std::vector<std::u32string>& words, std::string_view area, NameMatch match) {
    const std::u32string& first = words.front();
    const bool one = words.size() == 1, told_apart = one && first.size() <= longest_beginning;
    if (match == NameMatch::exact && !one) return {};
    std::vector<std::string> tokens;
    if (!area.empty()) tokens.push_back("a" + std::string(area_beginning(area)));
    const std::string beginning = token('b', std::u32string_view(first).substr(0, longest_beginning));
    const std::string whole = token('e', first);
    if (match == NameMatch::exact && told_apart) {
        tokens.push_back(whole);
        return {all_of(tokens), true};
    }
    if (match != NameMatch::inside) tokens.push_back(beginning);
    if (match == NameMatch::inside || !told_apart)
        for (const std::u32string& word : words)
            for (std::string& pair : tokens_of_word(word)) tokens.push_back(std::move(pair));
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    Question asked{all_of(tokens), false};
    if (!told_apart) return asked;
    asked.expression =
        fmt::format("({}) NOT \"{}\"", asked.expression, match == NameMatch::beginning ? whole : beginning);
    asked.sure = match == NameMatch::beginning || first.size() == 1;
    return asked;
}

constexpr std::string_view names_of = "SELECT names FROM entry WHERE object = ?";

/// Adds those who match in one way after an object, until there are enough.
void find_in(SqlConnection& sql, const std::vector<std::u32string>& words, std::string_view area, NameMatch match,
             Id after, std::size_t enough, std::vector<NameIndex::Place>& found) {
    const Question asked = question(words, area, match);
    if (asked.expression.empty()) return;
    Query query(sql, "SELECT rowid FROM name WHERE name MATCH ? AND rowid > ? ORDER BY rowid", asked.expression, after);
    while (found.size() < enough && query.next()) {
        const Id object = query.integer(0);
        if (!asked.sure) {
            Query names(sql, names_of, object);
            if (!names.next() || match_lines(words, names.view(0)) != match) continue;
        }
        found.push_back({match, object});
    }
}

}  // namespace

std::vector<NameIndex::Place> NameIndex::find(const NameWords& words, std::string_view area,
                                              const std::optional<Place>& after, int at_most) {
    SqlConnection& sql = connection_->sql;
    std::vector<Place> found;
    const Id before_all = std::numeric_limits<Id>::min();
    if (words.empty()) {
        const Id last = after ? after->object : before_all;
        const std::string tokens = all_of({"a" + std::string(area_beginning(area))});
        Query query(sql,
                    area.empty() ? "SELECT object FROM entry WHERE ?1 <> '' AND object > ?2 ORDER BY object LIMIT ?3"
                                 : "SELECT rowid FROM name WHERE name MATCH ?1 AND rowid > ?2 ORDER BY rowid LIMIT ?3",
                    tokens, last, at_most);
        while (query.next()) found.push_back({NameMatch::exact, query.integer(0)});
        return found;
    }
    const auto enough = static_cast<std::size_t>(at_most);
    for (const NameMatch match : {NameMatch::exact, NameMatch::beginning, NameMatch::inside}) {
        if (after && after->match > match) continue;
        const Id last = after && after->match == match ? after->object : before_all;
        find_in(sql, words.keys(), area, match, last, enough, found);
        if (found.size() == enough) break;
    }
    return found;
}

NameMatch NameIndex::match(Id object, const NameWords& words, std::string_view area) {
    SqlConnection& sql = connection_->sql;
    if (!area.empty()) {
        Query there(sql, "SELECT 1 FROM name WHERE name MATCH ? AND rowid = ?",
                    all_of({"a" + std::string(area_beginning(area))}), object);
        if (!there.next()) return NameMatch::none;
    }
    if (words.empty()) return NameMatch::exact;
    Query names(sql, names_of, object);
    return names.next() ? match_lines(words.keys(), names.view(0)) : NameMatch::none;
}

std::int64_t NameIndex::count(std::string_view area) {
    return one_integer(connection_->sql, "SELECT objects FROM area WHERE area = ?", area_beginning(area)).value_or(0);
}

}  // namespace records
