#include "records/public_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "records/errors.h"
#include "records/json_text.h"
#include "records/public_connection.h"
#include "records/public_fields.h"
#include "records/public_schema.h"
#include "records/result_codes.h"

namespace records {
namespace {

/// Collects the columns of a table from fields() of its type.
struct ColumnCollector {
    std::vector<PublicColumn>& columns;
    std::string_view id_column = {};  // the number that JSON gives as "id"
    std::string_view column_prefix = {}, key_prefix = {};

    void add(std::string_view name, ColumnValue value, bool in_json = true) {
        PublicColumn column;
        column.name = std::string(column_prefix) + std::string(name);
        if (in_json && key_prefix.empty())
            column.json_key = name;
        else if (in_json)
            column.json_key = fmt::format("{}.{}", key_prefix, name);
        column.value = value;
        columns.push_back(std::move(column));
    }
    void operator()(std::string_view name, const std::string&) { add(name, ColumnValue::text); }
    void operator()(std::string_view name, const bool&) { add(name, ColumnValue::yes_no); }
    void operator()(std::string_view name, const std::integral auto&) { add(name, ColumnValue::integer); }
    template <typename Value>
    void operator()(std::string_view name, const std::optional<Value>&) {
        add(name, ColumnValue::integer);
    }
    void operator()(std::string_view name, const std::vector<std::string>&) { add(name, ColumnValue::list); }
    void operator()(std::string_view name, const Cells&) { add(name, ColumnValue::object); }
    void number(std::string_view name, const Id&) {
        add(name, ColumnValue::integer, name == id_column);
        if (name == id_column) columns.back().json_key = "id";
    }
    void reference(std::string_view name, const Id&) { add(name, ColumnValue::integer); }
    void reference(std::string_view name, const std::string&) { add(name, ColumnValue::text); }
    void correction(const std::optional<Correction>&) {
        add("replaces", ColumnValue::integer, false);
        add("correction_reason", ColumnValue::text);
    }
    void group(std::string_view key, std::string_view prefix, const auto& value) {
        column_prefix = prefix, key_prefix = key;
        fields(*this, value);
        column_prefix = key_prefix = {};
    }
};

const Field& meaning_of(const PublicTable& table, std::string_view column) {
    if (const Field* own = own_published_field(table.name, column)) return *own;
    const Field* sheet = table.sheet_kind.empty() ? nullptr : find_field(table.sheet_kind, column);
    if (sheet != nullptr && !sheet->person) return *sheet;
    if (const Field* shared = shared_published_field(column)) return *shared;
    throw Broken(fmt::format("字段表里没有 {}.{}，请补上。", table.name, column));
}

/// Puts the fields of the sheet where public.db has `cells`; what the field table does not know comes last.
void spread_cells(PublicTable& table) {
    const auto cells = std::find_if(table.columns.begin(), table.columns.end(),
                                    [](const PublicColumn& column) { return column.name == "cells"; });
    if (cells == table.columns.end()) return;
    std::vector<PublicColumn> spread;
    for (const Field& field : fields_of(table.sheet_kind))
        if (!field.person)
            spread.push_back(
                {std::string(field.name), fmt::format("cells.{}", field.name), ColumnValue::text, &field, true, false});
    spread.push_back({"other_columns", "cells", ColumnValue::object, nullptr, true, false});
    const auto at = table.columns.erase(cells);
    table.columns.insert(at, spread.begin(), spread.end());
}

template <typename Type>
PublicTable made(std::string_view term, std::string_view explanation, std::string_view sheet_kind,
                 std::string_view id_column = {}) {
    PublicTable table;
    table.name = table_of<Type>;
    table.term = term;
    table.explanation = explanation;
    table.sheet_kind = sheet_kind;
    ColumnCollector collector{table.columns, id_column};
    const Type value{};
    fields(collector, value);
    if (table.name == "task")  // its cells are those of its row in the newest edition
        std::erase_if(table.columns, [](const PublicColumn& column) { return column.name == "cells"; });
    spread_cells(table);
    for (PublicColumn& column : table.columns) {
        if (column.field == nullptr) column.field = &meaning_of(table, column.name);
        if (column.value != ColumnValue::text || column.in_cells) continue;
        if (column.field->type == FieldType::date) column.value = ColumnValue::date;
        if (column.field->type == FieldType::moment) column.value = ColumnValue::moment;
    }
    return table;
}

std::vector<PublicTable> tables_without_keys() {
    std::vector<PublicTable> tables{
        made<Office>("区县", "一行是一个公开抽查信息的区县。", ""),
        made<Department>("部门", "一行是区县的一个成员单位。", "", "id"),
        made<CalendarDay>("节假日与调休", "一行是一个放假的日子或调休上班的日子。", "calendar"),
        made<RuleFacts>("规则", "一行是制度文件的一条要求。", "rules"),
        made<PublicItemList>("事项清单", "一行是一个随机抽查事项清单，不分版本。", "", "id"),
        made<ItemListEdition>("清单版本", "一行是事项清单的一版：最初一版或一次修订。", "context"),
        made<ItemRow>("清单中的事项", "一行是清单某一版中的一个抽查事项。", "items"),
        made<PublicPlan>("抽查计划", "一行是一个年度抽查工作计划，不分版本。", "", "id"),
        made<PlanEdition>("计划版本", "一行是计划的一版：原计划或一次调整。", "context"),
        made<PublicTask>("抽查任务", "一行是一项任务：现在的名称、进展和数量。", "plans", "id"),
        made<TaskRow>("计划中的任务", "一行是一项任务在计划某一版中的各栏。", "plans"),
        made<PublicEnterprise>("检查对象", "一行是一个检查对象。", "objects"),
        made<OtherCode>("其他代码", "一行是检查对象以前用过的一个代码。", ""),
        made<PublicDraw>("抽取", "一行是一次随机抽取。", "draws", "draw"),
        made<PublicCommittedDraw>("可核验抽取", "一行是一次可核验抽取的承诺和进展。", ""),
        made<PublicDrawStratum>("抽取的分层", "一行是一次可核验抽取的一层；按信用风险类别分层的没有。", ""),
        made<PublicDrawExclusion>("抽取的排除理由", "一行是一次可核验抽取的一种排除理由；按信用风险类别分层的没有。",
                                  ""),
        made<PublicDrawPoolRow>("抽取的对象库", "一行是已公开的一次抽取的对象库里的一户；按信用风险类别分层的没有。",
                                ""),
        made<PublicDrawFile>("抽取的文件", "一行是一次可核验抽取的一个公开文件。", ""),
        made<PublicResult>("检查结果", "一行是一户在一项任务里对一个事项的结论。", "results", "id"),
        made<PublicDrawnObject>("抽查名单", "一行是一次抽取抽中的一户。", "draws"),
        made<PublicFollowUp>("后续处置", "一行是后续处置的一次进展。", "follow-ups", "id"),
        made<PublicPenalty>("行政处罚", "一行是一个行政处罚决定的摘要。", "penalties", "id"),
        made<PublicAttachment>("附件", "一行是一个附件文件，公开前有人通读过。", "", "id"),
        made<WithheldCount>("没有公开的数量", "一行是一个区县某一类内容因某一理由没有公开的数量。", ""),
        made<PublicDeclaredFigure>("申报数", "一行是机关申报的一个数，写明来源。", "", "id"),
        made<PublicFinding>("规则的进度", "一行是一条规则在一个区县或部门、一个年度的数字和状态。", "", "id"),
        made<FindingMonth>("规则的进度（按月）", "一行是一条规则在一个月的数字。", ""),
        made<FindingRow>("规则所计的各行", "一行是一条规则数到的一项任务、一户对象、一条结果等。", "", "id"),
        made<PublicPublication>("发布", "一行是一次发布。", "", "id"),
        made<PublicChange>("公开日志", "一行是一次公布、更正、撤回、作废或期满。", "", "id"),
        made<PublicCorrection>("更正", "一行是更正了的一个值，更正前后都在。", "", "id"),
        made<PublicStatement>("企业陈述", "一行是企业对自己的记录的一次陈述，未经核实。", "", "id"),
        made<PublicObjection>("异议", "一行是对公开记录的一个异议和它的处理。", "", "id")};
    for (PublicTable& table : tables)
        for (PublicColumn& column : table.columns) {
            if (table.name == "enterprise" && column.name == "kind")
                column.json_key = "object_kind";  // "kind" is the record's own
            if (table.name == "committed_draw" && column.name != "draw")
                column.json_key = fmt::format("committed.{}", column.name);  // within the draw's own
            if (table.name == "draw_pool") column.json_key.clear();          // in the table alone
            if (table.name == "attachment" && column.field->term.ends_with("编号") && column.name != "id")
                column.json_key.clear();  // it stands within the record it belongs to
        }
    return tables;
}

std::vector<std::string> key_columns(SqlConnection& schema, std::string_view table) {
    std::vector<std::string> key;
    Query columns(schema, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table);
    while (columns.next()) key.push_back(columns.text(0));
    return key;
}

/// Reads keys, references and what may not be empty from the schema itself.
void read_schema(SqlConnection& schema, PublicTable& table) {
    table.key = key_columns(schema, table.name);
    Query filled(schema, "SELECT name FROM pragma_table_info(?) WHERE type = 'INTEGER' AND (\"notnull\" OR pk > 0)",
                 table.name);
    while (filled.next())
        for (PublicColumn& column : table.columns)
            if (column.name == filled.text(0)) column.required = true;
    for (PublicColumn& column : table.columns)
        if (std::find(table.key.begin(), table.key.end(), column.name) != table.key.end() && column.field->required)
            column.required = true;
    // A reference by several columns together is none that one column could be followed by.
    Query references(schema,
                     "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1) WHERE id NOT IN (SELECT id FROM "
                     "pragma_foreign_key_list(?1) WHERE seq > 0) ORDER BY id DESC",
                     table.name);
    while (references.next())
        table.references.push_back(
            {references.text(0), references.text(1), key_columns(schema, references.text(1)).front()});
    Query indexes(schema, "SELECT name FROM pragma_index_list(?) WHERE \"unique\" = 1 AND origin <> 'pk' ORDER BY seq",
                  table.name);
    while (indexes.next()) {
        std::vector<std::string>& columns = table.unique.emplace_back();
        Query named(schema, "SELECT name FROM pragma_index_info(?) ORDER BY seqno", indexes.text(0));
        while (named.next()) columns.push_back(named.text(0));
    }
}

/// One cell of a column that public.db keeps as it is.
PublicCell cell_of(const Query& query, int at, ColumnValue value) {
    PublicCell cell;
    switch (value) {
        case ColumnValue::integer:
        case ColumnValue::yes_no:
            cell.empty = query.is_null(at);
            cell.number = query.integer(at);
            break;
        case ColumnValue::list:
            cell.list = texts_from_json(query.text(at));
            cell.empty = cell.list.empty();
            break;
        default:
            cell.text = query.text(at);
            cell.empty = cell.text.empty();
    }
    return cell;
}

PublicCell cell_of(const Cells& cells, const PublicColumn& column) {
    constexpr std::string_view unknown = "column:";
    PublicCell cell;
    if (column.value == ColumnValue::object) {
        for (const auto& [name, value] : cells.values)
            if (name.starts_with(unknown)) cell.object.emplace_back(name.substr(unknown.size()), value.text);
        cell.empty = cell.object.empty();
        return cell;
    }
    cell.text = cells.text(column.name);
    cell.empty = cell.text.empty();
    return cell;
}

}  // namespace

const PublicColumn* PublicTable::column(std::string_view column_name) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const PublicColumn& one) { return one.name == column_name; });
    return found == columns.end() ? nullptr : &*found;
}

const std::vector<PublicTable>& public_tables() {
    static const std::vector<PublicTable> all = [] {
        std::vector<PublicTable> tables = tables_without_keys();
        SqlConnection schema(":memory:", SqlConnection::Access::create);
        schema.run(public_schema);
        schema.run(public_indexes);
        for (PublicTable& table : tables) read_schema(schema, table);
        return tables;
    }();
    return all;
}

const PublicTable* find_public_table(std::string_view name) {
    const auto& all = public_tables();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PublicTable& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<PublicCode> codes_of(const PublicColumn& column) {
    std::vector<PublicCode> codes;
    const Field& field = *column.field;
    for (std::size_t i = 0; i < field.choices.size(); ++i)
        codes.push_back({field.choices[i], i < field.words.size() ? field.words[i] : std::string_view()});
    if (field.name == "codes")
        for (const ResultCode& code : result_codes()) codes.push_back({code.code, code.term});
    if (field.name == "methods")
        for (const MethodCode& method : method_codes()) codes.push_back({method.term, {}});
    return codes;
}

bool closed(const PublicColumn& column) {
    return column.field->closed || column.field->name == "codes";
}

void PublicSite::each_row_of(const PublicTable& table, std::int64_t at_most,
                             const std::function<void(const std::vector<PublicCell>&)>& row) {
    std::string select = "SELECT ", order;
    int columns = 0;
    const bool has_cells = table.column("other_columns") != nullptr;
    for (const PublicColumn& column : table.columns)
        if (!column.in_cells) select += fmt::format("{}\"{}\"", columns++ > 0 ? "," : "", column.name);
    if (has_cells) select += ",cells";
    for (const std::string& column : table.key) order += fmt::format("{}\"{}\"", order.empty() ? "" : ",", column);
    Query query(*connection_->sql, fmt::format("{} FROM \"{}\" ORDER BY {} LIMIT {}", select, table.name,
                                               order.empty() ? "rowid" : order, at_most > 0 ? at_most : -1));
    std::vector<PublicCell> cells(table.columns.size());
    while (query.next()) {
        const Cells spread = has_cells ? cells_from_json(query.text(columns)) : Cells{};
        int at = 0;
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = table.columns[i].in_cells ? cell_of(spread, table.columns[i])
                                                 : cell_of(query, at++, table.columns[i].value);
        row(cells);
    }
}

std::int64_t PublicSite::count_rows(const PublicTable& table) {
    return one_integer(*connection_->sql, fmt::format("SELECT count(*) FROM \"{}\"", table.name)).value_or(0);
}

}  // namespace records
