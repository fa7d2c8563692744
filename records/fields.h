// THE table of what a sheet may hold, per kind: the English name (JSON key, cell key, accepted as a header), the
// Chinese standard term (header of templates and pages), the other header spellings that real tables use, what it
// means, and whether it is about a person. Import, publish, pages, templates and the data dictionary all read this one
// table. Where the schema has a column for it, the name is the column's. Knows no SQL and no spreadsheets.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "records/quantity.h"

namespace records {

enum class FieldType : std::uint8_t {
    text,
    code,      // 统一社会信用代码 or 15-digit 注册号
    date,      // a day
    moment,    // a day with or without a time (抽取时间)
    quantity,  // 数量表述 (quantity.h)
    period,    // 时间段 (period.h)
    choice,    // one of `choices`; another word is kept and flagged
    yes_no,    // 是 否
    integer,   // a count
    list,      // several texts, separated by 、,;/ or line breaks
};

struct Field {
    std::string_view name;  // English snake_case
    std::string_view term;  // 标准名称
    FieldType type = FieldType::text;
    bool required = false;  // a row (or the context) without it is refused
    bool person = false;    // about a person, or of internal use by law: never published
    std::vector<std::string_view> spellings =
        {};                             // other headers, as written; compared folded (generator/import/headers.h)
    std::string_view explanation = {};  // one Chinese sentence for template and data dictionary
    std::string_view source = {};       // which document or public form asks for it, empty: ours or common usage
    std::vector<std::string_view> choices = {};  // choice: the words or codes
    std::vector<std::string_view> words = {};    // what each of `choices` means, where they are codes
    bool closed = false;                         // choice: no other word can occur in what is published
    QuantityKind bare = QuantityKind::none;      // quantity: what a number without a unit is; none: it is unreadable
};

/// The kinds of sheet, in the order of the command line's help. `context` is no sheet of rows but the 说明 sheet,
/// FILE.toml and the flags.
inline constexpr std::array<std::string_view, 13> sheet_kinds{
    "items",     "plans",    "objects", "inspectors",       "draws",           "results", "follow-ups",
    "penalties", "calendar", "rules",   "declared-figures", "rule-exceptions", "reports"};

/// The fields of a kind, or of "context", in the order they are shown. Empty for an unknown kind.
const std::vector<Field>& fields_of(std::string_view kind);

/// The field of a kind with this English name, or nullptr.
const Field* find_field(std::string_view kind, std::string_view name);

/// What a column of public.db means that no sheet has in this form: numbers, names beside numbers, counts, due dates.
/// The table's own entry, else the one that all tables share; nullptr when there is none. fields_of() is asked between
/// the two: see public_tables.h, which joins them.
const Field* own_published_field(std::string_view table, std::string_view column);
const Field* shared_published_field(std::string_view column);

/// The Chinese name of a kind: 抽查计划, 检查对象, …; empty for an unknown kind.
std::string_view kind_term(std::string_view kind);

/// The JSON word of a field's type.
std::string_view name_of(FieldType type);

}  // namespace records
