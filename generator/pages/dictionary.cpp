// 数据字典: every column of every public table, with its name in files, its meaning and its words. Each column has a
// page of its own (field_page.cpp), to which the tables here lead.
#include <fmt/format.h>

#include "generator/pages/field_page.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

void fill_columns(Page& page, View view, const records::PublicTable& table) {
    Table columns(page, view, "TABLE", fmt::format("{}的字段（{}个）", table.term, table.columns.size()),
                  {"名称", "文件中的名称", "类型", "意思"});
    for (const records::PublicColumn& column : table.columns) {
        columns.row(column.name);
        columns.link(field_address(table.name, column.name), column.field->term);
        columns.text(column.name);
        columns.text(type_words(column));
        columns.text(column.field->explanation);
    }
}

void write_table_page(const Site& site, records::PublicSite& records, const records::PublicTable& table) {
    const FieldExamples examples(records, table);
    for (const records::PublicColumn& column : table.columns) write_field(site, table, column, examples.of(column));
    Page page(site, field_address(table.name, ""), fmt::format("{}：字段", table.term), "dictionary_table.tpl");
    page.crumb("数据", "data/");
    page.crumb("数据字典", "data/fields/");
    page.describe(fmt::format("{}表的每个字段：名称、意思、可选的词。{}", table.term, table.explanation));
    page.body().set("TABLE_NAME", table.name);
    page.body().set("TABLE_TERM", table.term);
    page.body().set("EXPLANATION", table.explanation);
    page.body().set("CSV_HREF", page.href(table_address(table.name, "csv")));
    if (!table.key.empty()) page.body().fill("KEY", joined(table.key));
    for (const records::PublicReference& reference : table.references) {
        View view = page.body().add("REFERENCE");
        view.set("REFERENCE_COLUMN", reference.column);
        view.set("REFERENCE_HREF", page.href(field_address(table.name, reference.column)));
        view.set("REFERENCE_TABLE", records::find_public_table(reference.table)->term);
        view.set("REFERENCE_TABLE_HREF", page.href(field_address(reference.table, "")));
        view.set("REFERENCE_TO", reference.to);
    }
    fill_columns(page, page.body(), table);
    page.put();
}

}  // namespace

void write_dictionary(const Site& site, records::PublicSite& records) {
    Page page(site, "data/fields/", "数据字典", "dictionary.tpl");
    page.crumb("数据", "data/");
    page.describe("本站公开数据的每一张表、每一个字段：名称、意思和可选的词。");
    Table tables(page, page.body(), "TABLE", fmt::format("公开的表（{}张）", records::public_tables().size()),
                 {"表", "文件中的名称", "一行是什么", "字段"});
    tables.column_style(3, "number");
    for (const records::PublicTable& table : records::public_tables()) {
        write_table_page(site, records, table);
        tables.row(table.name);
        tables.link(field_address(table.name, ""), table.term);
        tables.text(table.name);
        tables.text(table.explanation);
        tables.number(static_cast<std::int64_t>(table.columns.size()));
    }
    page.put();
}

}  // namespace pages
