// 数据字典: every field of every table, with its name in files, its meaning and its words. Fields about persons are not
// published, so they are not here.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "generator/pages/kinds.h"
#include "generator/pages/table.h"
#include "records/fields.h"

namespace pages {
namespace {

constexpr std::array<std::pair<records::FieldType, std::string_view>, 10> type_words{
    {{records::FieldType::text, "文字"},
     {records::FieldType::code, "代码"},
     {records::FieldType::date, "日期"},
     {records::FieldType::moment, "日期和时间"},
     {records::FieldType::quantity, "数量表述"},
     {records::FieldType::period, "时间段"},
     {records::FieldType::choice, "选择"},
     {records::FieldType::yes_no, "是或否"},
     {records::FieldType::integer, "整数"},
     {records::FieldType::list, "多项"}}};

std::string_view words_of(records::FieldType type) {
    for (const auto& [known, words] : type_words)
        if (known == type) return words;
    return "";
}

void fill_kind(Page& page, std::string_view kind) {
    View view = page.body().add("KIND");
    view.set("KIND_ID", kind);
    view.set("KIND_NAME", records::kind_term(kind));
    Table table(page, view, "TABLE", fmt::format("{}的字段", records::kind_term(kind)),
                {"名称", "文件中的名称", "类型", "意思", "可选的词"});
    for (const records::Field& field : records::fields_of(kind)) {
        if (field.person) continue;
        table.row(fmt::format("{}-{}", kind, field.name));
        table.text(field.term);
        table.text(field.name);
        table.text(words_of(field.type));
        table.text(field.explanation);
        table.text(joined({field.choices.begin(), field.choices.end()}));
    }
}

}  // namespace

void write_dictionary(const Site& site, records::PublicSite&) {
    Page page(site, "data/fields/", "数据字典", "dictionary.tpl");
    page.crumb("数据", "data/");
    page.describe("本站数据的每一个字段：名称、意思和可选的词。");
    for (const std::string_view kind : records::sheet_kinds)
        if (kind != "inspectors") fill_kind(page, kind);
    page.put();
}

}  // namespace pages
