#include "generator/pages/field_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/parts.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

using records::ColumnValue;

constexpr std::int64_t rows_looked_at = 200;
constexpr std::size_t longest_example = 600;  // bytes

void fill_where(Page& page, const records::PublicTable& table, const records::PublicColumn& column) {
    FactList facts(page, page.body(), "WHERE");
    facts.link("CSV 的一栏", table_address(table.name, "csv"),
               fmt::format("data/tables/{}.csv：{}", table.name, column.name));
    facts.text("XLSX 的一栏", column.field->term);
    facts.text("SQLite", fmt::format("public.db：{}.{}", table.name, column.in_cells ? "cells" : column.name));
    if (column.in_cells) facts.note("在 cells 这个 JSON 对象里，按英文名取。");
    if (!column.json_key.empty()) facts.text("记录的 JSON", column.json_key);
}

void fill_codes(Page& page, const records::PublicColumn& column) {
    const auto codes = records::codes_of(column);
    if (codes.empty()) return;
    View view = page.body().add("CODES");
    view.set("CODES_WORDS", records::closed(column) ? "只会是下面这些。" : "常用下面这些；原表写了别的词，照写。");
    const bool words = std::any_of(codes.begin(), codes.end(), [](const auto& code) { return !code.words.empty(); });
    std::vector<std::string> heads{words ? "代码" : "词"};
    if (words) heads.emplace_back("意思");
    Table list(page, view, "CODE_TABLE", fmt::format("{}的{}", column.field->term, words ? "代码" : "词"), heads);
    for (const records::PublicCode& code : codes) {
        list.row();
        list.text(code.code);
        if (words) list.text(code.words);
    }
}

/// The same name in other tables; what they refer to each other by is among these.
void fill_elsewhere(Page& page, const records::PublicTable& table, const records::PublicColumn& column) {
    for (const records::PublicReference& reference : table.references)
        if (reference.column == column.name) {
            View view = page.body().add("REFERS");
            view.set("REFERS_HREF", page.href(field_address(reference.table, reference.to)));
            view.set("REFERS_WORDS",
                     fmt::format("{}表的 {}", records::find_public_table(reference.table)->term, reference.to));
        }
    for (const records::PublicTable& other : records::public_tables()) {
        if (other.name == table.name || other.column(column.name) == nullptr) continue;
        page.body().show("ELSEWHERE");
        View view = page.body().add("OTHER");
        view.set("OTHER_HREF", page.href(field_address(other.name, column.name)));
        view.set("OTHER_WORDS", fmt::format("{}：{}", other.term, other.column(column.name)->field->term));
    }
}

/// How sheets may head the column; only for fields that come from sheets as they are.
void fill_spellings(Page& page, const records::PublicTable& table, const records::PublicColumn& column) {
    const records::Field* sheet =
        table.sheet_kind.empty() ? nullptr : records::find_field(table.sheet_kind, column.name);
    if (sheet != column.field || sheet->spellings.empty()) return;
    page.body().fill("SPELLINGS", joined({sheet->spellings.begin(), sheet->spellings.end()}));
}

}  // namespace

std::string field_address(std::string_view table, std::string_view column) {
    return column.empty() ? fmt::format("data/fields/{}/", table)
                          : fmt::format("data/fields/{}/{}.html", table, column);
}

std::string_view type_words(const records::PublicColumn& column) {
    switch (column.value) {
        case ColumnValue::integer:
            return "整数";
        case ColumnValue::yes_no:
            return "是或否";
        case ColumnValue::date:
            return "日期";
        case ColumnValue::moment:
            return "日期，可带时间";
        case ColumnValue::list:
            return "多项";
        case ColumnValue::object:
            return "名称和内容";
        default:
            return records::closed(column) ? "代码" : "文字";
    }
}

FieldExamples::FieldExamples(records::PublicSite& records, const records::PublicTable& table) {
    records.each_row_of(table, rows_looked_at, [&](const records::PublicTableRow& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].empty || examples_.contains(table.columns[i].name)) continue;
            std::string text = csv_text(table.columns[i], row[i]);
            if (text.size() <= longest_example) examples_.emplace(table.columns[i].name, std::move(text));
        }
    });
}

std::string FieldExamples::of(const records::PublicColumn& column) const {
    const auto found = examples_.find(column.name);
    return found == examples_.end() ? std::string() : found->second;
}

void write_field(const Site& site, const records::PublicTable& table, const records::PublicColumn& column,
                 std::string_view example) {
    const records::Field& field = *column.field;
    Page page(site, field_address(table.name, column.name), fmt::format("{}：{}", table.term, field.term), "field.tpl");
    page.crumb("数据", "data/");
    page.crumb("数据字典", "data/fields/");
    page.crumb(table.term, field_address(table.name, ""));
    page.describe(fmt::format("{}表的字段 {}（{}）。{}", table.term, field.term, column.name, field.explanation));
    page.body().set("EXPLANATION", field.explanation);
    FactList facts(page, page.body(), "FACTS");
    facts.text("文件中的名称", column.name);
    facts.link("表", field_address(table.name, ""), table.term);
    facts.text("类型", type_words(column));
    if (column.value == ColumnValue::yes_no) facts.note("CSV 写 true 或 false，XLSX 写是或否。");
    if (column.value == ColumnValue::list) facts.note("CSV 写成 JSON 数组，XLSX 用顿号隔开。");
    if (column.value == ColumnValue::date) facts.note("年-月-日，例如 2026-03-01。");
    facts.text("可以为空", column.required ? "不会为空" : "没有或不知道时为空");
    facts.text("要求来自", field.source);
    facts.text("本站的例子", example);
    fill_codes(page, column);
    fill_where(page, table, column);
    fill_elsewhere(page, table, column);
    fill_spellings(page, table, column);
    page.put();
}

}  // namespace pages
