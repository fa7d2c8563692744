// The tables of public.db as they are given away whole: each column with what it means (fields.h), how it is called in
// the JSON bodies, and how the tables refer to each other. Columns and JSON keys are taken from public_fields.h, keys
// and references from the schema itself, meanings from the table of fields: so a download, its Data Package, the data
// dictionary and the database cannot disagree. The cells of a plan's or list's row are columns of their own here.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "records/fields.h"
#include "records/public_site.h"

namespace records {

enum class ColumnValue : std::uint8_t {
    text,
    date,    // YYYY-MM-DD
    moment,  // YYYY-MM-DD, with or without a time
    integer,
    yes_no,
    list,    // several texts
    object,  // 其他栏目: names with texts
};

struct PublicColumn {
    std::string name;      // in public.db, CSV and Data Package
    std::string json_key;  // where the JSON of a record has it ("due.on"); empty: it has not
    ColumnValue value = ColumnValue::text;
    const Field* field = nullptr;  // never null
    bool in_cells = false;         // public.db keeps it within the column `cells`
    bool required = false;         // never empty, in tombstones neither
};

/// One of the words or codes that a column may hold.
struct PublicCode {
    std::string_view code;   // as it stands in the data
    std::string_view words;  // what it means; empty: the code is the word
};

struct PublicReference {
    std::string column, table, to;
};

struct PublicTable {
    std::string_view name;         // in public.db; its files are data/tables/<name>.csv
    std::string_view term;         // 中文名称
    std::string_view explanation;  // what one row is, one Chinese sentence
    std::string_view sheet_kind;   // the kind of sheet its rows come from (fields.h); empty: none
    std::vector<PublicColumn> columns;
    std::vector<std::string> key;                  // primary key
    std::vector<std::vector<std::string>> unique;  // other sets of columns that are unique
    std::vector<PublicReference> references;

    const PublicColumn* column(std::string_view column_name) const;
};

/// All of them, a table after those it refers to where that is possible.
const std::vector<PublicTable>& public_tables();
/// nullptr: unknown.
const PublicTable* find_public_table(std::string_view name);

/// The words or codes of a column, 结果代码 too; empty when it has none of its own.
std::vector<PublicCode> codes_of(const PublicColumn& column);
/// Whether nothing but these can stand in the column.
bool closed(const PublicColumn& column);

/// A value of one row; which member counts is said by the column's `value`.
struct PublicCell {
    bool empty = true;
    std::int64_t number = 0;                                  // integer, yes_no
    std::string text;                                         // text, date, moment
    std::vector<std::string> list;                            // list
    std::vector<std::pair<std::string, std::string>> object;  // object
};
using PublicTableRow = std::vector<PublicCell>;  // in the order of the columns

}  // namespace records
