// Writing and reading fact rows by the column lists of fact_columns.h. Seen only inside records/.
// Permanent ids: what is read back as `id` of a fact, and what one fact names of another (a follow-up its result, a row
// its edition), is the id of the first row of the key. Corrections make further rows; the permanent id stays.
#pragma once

#include <fmt/format.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "records/errors.h"
#include "records/fact_columns.h"
#include "records/json_text.h"
#include "records/sql_connection.h"

namespace records {

// Visitors ---------------------------------------------------------------------------------------------------------

struct StoredColumns {
    std::vector<std::string> names;
    template <typename Member>
    void column(std::string_view name, const Member&) {
        names.emplace_back(name);
    }
    template <typename Function>
    void computed(std::string_view name, Function&&) {
        names.emplace_back(name);
    }
    template <typename Member>
    void lookup(std::string_view, const Member&) {}
};

struct SelectNames {  // ", r.a, (SELECT …), r.b"
    std::string names;
    template <typename Member>
    void column(std::string_view name, const Member&) {
        names.append(", r.").append(name);
    }
    template <typename Function>
    void computed(std::string_view, Function&&) {}
    template <typename Member>
    void lookup(std::string_view expression, const Member&) {
        names.append(", ").append(expression);
    }
};

struct BindColumns {
    Query& query;
    template <typename Member>
    void column(std::string_view, const Member& value) {
        query.bind(value);
    }
    void column(std::string_view, const std::vector<std::string>& value) { query.bind(to_json_text(value)); }
    void column(std::string_view, const Cells& value) { query.bind(to_json_text(value)); }
    template <typename Function>
    void computed(std::string_view, Function&& value) {
        query.bind(value());
    }
    template <typename Member>
    void lookup(std::string_view, const Member&) {}
};

struct ReadColumns {
    const Query& query;
    int next = 0;
    void column(std::string_view, std::string& to) { to = query.text(next++); }
    void column(std::string_view, Id& to) { to = query.integer(next++); }
    void column(std::string_view, int& to) { to = static_cast<int>(query.integer(next++)); }
    void column(std::string_view, bool& to) { to = query.integer(next++) != 0; }
    void column(std::string_view, std::optional<Id>& to) { to = query.optional_integer(next++); }
    void column(std::string_view, std::optional<int>& to) {
        const auto value = query.optional_integer(next++);
        to = value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
    }
    void column(std::string_view, std::vector<std::string>& to) { to = texts_from_json(query.view(next++)); }
    void column(std::string_view, Cells& to) { to = cells_from_json(query.text(next++)); }
    template <typename Function>
    void computed(std::string_view, Function&&) {}
    template <typename Member>
    void lookup(std::string_view name, Member& to) {
        column(name, to);
    }
};

template <typename Table, typename Visitor>
Visitor visited() {
    Visitor visitor;
    const typename Table::Facts none{};
    Table::columns(none, visitor);
    return visitor;
}

// Writing ----------------------------------------------------------------------------------------------------------

/// The newest published row of a key, nothing when the key is not published.
template <typename Table, typename Key>
std::optional<Id> newest_published(SqlConnection& sql, const Key& key) {
    static const std::string text = fmt::format(
        "SELECT max(r.id) FROM {} r JOIN batch b ON b.id=r.batch WHERE r.key=? AND b.publication IS NOT NULL",
        Table::name);
    return one_integer(sql, text, key);
}

/// The permanent id of the fact that row `id` belongs to; `id` itself when there is no such row.
template <typename Table>
Id permanent_id(SqlConnection& sql, Id id) {
    static const std::string text =
        fmt::format("SELECT min(id) FROM {0} WHERE key=(SELECT key FROM {0} WHERE id=?)", Table::name);
    return one_integer(sql, text, id).value_or(id);
}

/// Adds a row. A correction may name any row of its key; stored is the newest published one, which the schema asks for.
template <typename Table, typename Key>
Id insert_fact(SqlConnection& sql, const Key& key, Id batch, Id source, const typename Table::Facts& facts) {
    static const std::string text = [] {
        std::vector<std::string> columns = visited<Table, StoredColumns>().names;
        if (Table::has_source) columns.push_back("source");
        return fmt::format("INSERT INTO {}(key, {}, batch, replaces, correction_reason) VALUES(?, {}, ?, ?, ?)",
                           Table::name, fmt::join(columns, ", "),
                           fmt::join(std::vector<std::string>(columns.size(), "?"), ", "));
    }();
    std::optional<Id> replaces;
    if (facts.correction) {
        static const std::string same_key = fmt::format("SELECT 1 FROM {} WHERE id=? AND key=?", Table::name);
        replaces = facts.correction->replaces;
        if (one_integer(sql, same_key, *replaces, key))
            if (const auto newest = newest_published<Table>(sql, key)) replaces = newest;
    }
    Query query(sql, text, key);
    Table::columns(facts, BindColumns{query});
    if (Table::has_source) query.bind(source == 0 ? std::optional<Id>() : std::optional<Id>(source));
    query.bind(batch).bind(replaces);
    query.bind(facts.correction ? std::optional<std::string>(facts.correction->reason) : std::nullopt).run();
    return sql.last_id();
}

// Reading ----------------------------------------------------------------------------------------------------------

/// The condition that row `r` of a table is the current one of its key.
inline std::string is_current(std::string_view table, Portal::Which which) {
    if (which == Portal::Which::with_drafts)
        return fmt::format("NOT EXISTS(SELECT 1 FROM {} n WHERE n.key=r.key AND n.id>r.id)", table);
    return fmt::format(
        "EXISTS(SELECT 1 FROM batch b WHERE b.id=r.batch AND b.publication IS NOT NULL) AND NOT EXISTS("
        "SELECT 1 FROM {} n JOIN batch b ON b.id=n.batch WHERE n.key=r.key AND n.id>r.id AND b.publication IS NOT "
        "NULL)",
        table);
}

/// SELECT of the facts of rows `r`, up to WHERE: permanent id, row id, columns, correction.
template <typename Table>
std::string select_facts() {
    return fmt::format(
        "SELECT (SELECT min(f.id) FROM {0} f WHERE f.key=r.key){1}, r.replaces, r.correction_reason "
        "FROM {0} r WHERE ",
        Table::name, visited<Table, SelectNames>().names);
}

template <typename Facts>
concept WithId = requires(Facts& facts) {
    facts.id;
};

/// The facts of the row a query of select_facts() stands on, from column `at`.
template <typename Table>
typename Table::Facts read_fact(const Query& query) {
    typename Table::Facts facts;
    if constexpr (WithId<typename Table::Facts>) facts.id = query.integer(0);
    ReadColumns read{query, 1};
    Table::columns(facts, read);
    if (const auto replaces = query.optional_integer(read.next))
        facts.correction = Correction{*replaces, query.text(read.next + 1)};
    return facts;
}

/// Calls `row` for every current fact in the order of rows; `filter` ("r.edition=?" or empty) takes the values.
template <typename Table, typename Row, typename... Values>
void each_current(SqlConnection& sql, Portal::Which which, std::string_view filter, Row&& row,
                  const Values&... values) {
    const std::string text = select_facts<Table>() + (filter.empty() ? "" : std::string(filter) + " AND ") +
                             is_current(Table::name, which) + " ORDER BY r.id";
    Query query(sql, text, values...);
    while (query.next()) row(read_fact<Table>(query));
}

template <typename Table, typename... Values>
std::vector<typename Table::Facts> all_current(SqlConnection& sql, Portal::Which which, std::string_view filter,
                                               const Values&... values) {
    std::vector<typename Table::Facts> all;
    each_current<Table>(
        sql, which, filter, [&](auto&& facts) { all.push_back(std::move(facts)); }, values...);
    return all;
}

/// The newest row of a key with whether the key is published.
template <typename Table, typename Key>
std::optional<Portal::Current> newest_of(SqlConnection& sql, const Key& key) {
    static const std::string text =
        fmt::format("SELECT id, batch FROM {} WHERE key=? ORDER BY id DESC LIMIT 1", Table::name);
    Query query(sql, text, key);
    if (!query.next()) return std::nullopt;
    Portal::Current current;
    current.row = query.integer(0);
    current.batch = query.integer(1);
    current.published_row = newest_published<Table>(sql, key).value_or(0);
    current.published = current.published_row != 0;
    static const std::string former = fmt::format("SELECT 1 FROM {} WHERE id=? AND replaces IS NOT NULL", Table::name);
    current.corrected = current.published && one_integer(sql, former, current.published_row).has_value();
    return current;
}

/// The same with the row's facts.
template <typename Table, typename Key>
std::optional<std::pair<Portal::Current, typename Table::Facts>> newest_facts(SqlConnection& sql, const Key& key) {
    const auto current = newest_of<Table>(sql, key);
    if (!current) return std::nullopt;
    static const std::string text = select_facts<Table>() + "r.id=?";
    Query query(sql, text, current->row);
    query.next();
    return std::pair(*current, read_fact<Table>(query));
}

}  // namespace records
