// Rows of public.db to and from values, over the columns of public_fields.h. Seen only inside records/.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "records/json_text.h"
#include "records/public_fields.h"
#include "records/sql_connection.h"

namespace records {

/// Collects the columns of a table; `prefix` stands before each.
struct ColumnNames {
    std::string_view prefix;
    std::string_view group_prefix = {};
    std::string text = {};
    void add(std::string_view column) {
        if (!text.empty()) text += ',';
        text.append(prefix).append(group_prefix).append(column);
    }
    void operator()(std::string_view column, const auto&) { add(column); }
    void number(std::string_view column, const auto&) { add(column); }
    void reference(std::string_view column, const auto&) { add(column); }
    void correction(const std::optional<Correction>&) { add("replaces"), add("correction_reason"); }
    void group(std::string_view, std::string_view group, const auto& value) {
        group_prefix = group;
        fields(*this, value);
        group_prefix = {};
    }
};

/// "a,b,c": the columns of a table in the order of fields(); `prefix` such as "draw." for joins.
template <typename Type>
std::string columns_of(std::string_view prefix = "") {
    ColumnNames names{prefix};
    const Type value{};
    fields(names, value);
    return names.text;
}

/// Gives a value's members to the parameters of an INSERT.
struct RowBinder {
    Query& query;
    void operator()(std::string_view, const std::string& value) { query.bind(value); }
    void operator()(std::string_view, const std::integral auto& value) { query.bind(value); }
    void operator()(std::string_view, const std::optional<Id>& value) { query.bind(value); }
    void operator()(std::string_view, const std::optional<int>& value) { query.bind(value); }
    void operator()(std::string_view, const std::vector<std::string>& value) { query.bind(to_json_text(value)); }
    void operator()(std::string_view, const Cells& value) { query.bind(to_json_text(value)); }
    void number(std::string_view, const Id& value) { query.bind(value); }
    void reference(std::string_view, const Id& value) {
        query.bind(value == 0 ? std::nullopt : std::optional<Id>(value));
    }
    void reference(std::string_view, const std::string& value) {
        query.bind(value.empty() ? std::nullopt : std::optional<std::string>(value));
    }
    void correction(const std::optional<Correction>& value) {
        query.bind(value ? std::optional<Id>(value->replaces) : std::nullopt);
        query.bind(value ? std::optional<std::string>(value->reason) : std::nullopt);
    }
    void group(std::string_view, std::string_view, const auto& value) { fields(*this, value); }
};

/// Fills a value's members from the columns of a row, from `column` on.
struct RowReader {
    const Query& query;
    int column = 0;
    void operator()(std::string_view, std::string& value) { value = query.view(column++); }
    void operator()(std::string_view, bool& value) { value = query.integer(column++) != 0; }
    void operator()(std::string_view, int& value) { value = static_cast<int>(query.integer(column++)); }
    void operator()(std::string_view, Id& value) { value = query.integer(column++); }
    void operator()(std::string_view, std::optional<Id>& value) { value = query.optional_integer(column++); }
    void operator()(std::string_view, std::optional<int>& value) {
        const std::optional<Id> stored = query.optional_integer(column++);
        value = stored ? std::optional<int>(static_cast<int>(*stored)) : std::nullopt;
    }
    void operator()(std::string_view, std::vector<std::string>& value) {
        value = texts_from_json(query.view(column++));
    }
    void operator()(std::string_view, Cells& value) { value = cells_from_json(query.view(column++)); }
    void number(std::string_view, Id& value) { value = query.integer(column++); }
    void reference(std::string_view, Id& value) { value = query.optional_integer(column++).value_or(0); }
    void reference(std::string_view, std::string& value) { value = query.view(column++); }  // NULL reads as ""
    void correction(std::optional<Correction>& value) {
        if (!query.is_null(column)) value = Correction{query.integer(column), query.text(column + 1)};
        column += 2;
    }
    void group(std::string_view, std::string_view, auto& value) { fields(*this, value); }
};

/// What fields() does not say because it follows from the rest.
template <typename Type>
void complete(Type&) {}
inline void complete(PublicDrawnObject& value) {
    value.row.authority = value.authority;
}

template <typename Type>
Type read_row(const Query& query, int first_column = 0) {
    Type value{};
    RowReader reader{query, first_column};
    fields(reader, value);
    complete(value);
    return value;
}

template <typename Type>
void insert_row(SqlConnection& connection, const Type& value) {
    static const std::string sql = [] {
        const std::string columns = columns_of<Type>();
        std::string text = "INSERT INTO " + std::string(table_of<Type>) + "(" + columns + ") VALUES(?";
        for (const char c : columns)
            if (c == ',') text += ",?";
        return text + ")";
    }();
    Query query(connection, sql);
    RowBinder binder{query};
    fields(binder, value);
    query.run();
}

/// "SELECT <columns> FROM <table> "
template <typename Type>
const std::string& select_from() {
    static const std::string sql = "SELECT " + columns_of<Type>() + " FROM " + std::string(table_of<Type>) + " ";
    return sql;
}

/// Calls `row` for each row of the table; `rest` is what stands after FROM <table>.
template <typename Type, typename... Values>
void each_row(SqlConnection& connection, std::string_view rest, const std::function<void(const Type&)>& row,
              const Values&... values) {
    Query query(connection, select_from<Type>() + std::string(rest), values...);
    while (query.next()) row(read_row<Type>(query));
}
/// The rows of a whole query that begins with select_from<Type>(): for those asked a million times, whose text the
/// caller keeps.
template <typename Type, typename... Values>
std::vector<Type> selected_rows(SqlConnection& connection, const std::string& sql, const Values&... values) {
    std::vector<Type> rows;
    Query query(connection, sql, values...);
    while (query.next()) {
        RowReader reader{query};
        fields(reader, rows.emplace_back());
        complete(rows.back());
    }
    return rows;
}
template <typename Type, typename... Values>
std::vector<Type> all_rows(SqlConnection& connection, std::string_view rest, const Values&... values) {
    return selected_rows<Type>(connection, select_from<Type>() + std::string(rest), values...);
}
template <typename Type, typename... Values>
std::optional<Type> one_row(SqlConnection& connection, std::string_view rest, const Values&... values) {
    Query query(connection, select_from<Type>() + std::string(rest), values...);
    return query.next() ? std::optional<Type>(read_row<Type>(query)) : std::nullopt;
}

}  // namespace records
