// data/datapackage.json: the whole set as a Data Package v2 (datapackage.org), each table with its Table Schema. Types,
// keys, references, titles and codes come from records/public_tables.h, sizes and digests from what was written.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "generator/pages/data_pages.h"

namespace pages {
namespace {

using Json = nlohmann::ordered_json;
using records::ColumnValue;

constexpr std::string_view profiles = "https://datapackage.org/profiles/2.0/";

std::string profile(std::string_view name) {
    return fmt::format("{}{}.json", profiles, name);
}

std::string_view type_of(ColumnValue value) {
    switch (value) {
        case ColumnValue::integer:
            return "integer";
        case ColumnValue::yes_no:
            return "boolean";
        case ColumnValue::date:
            return "date";
        case ColumnValue::list:
            return "array";
        case ColumnValue::object:
            return "object";
        default:
            return "string";
    }
}

Json constraints_of(const records::PublicColumn& column) {
    Json constraints = Json::object();
    if (column.required) constraints["required"] = true;
    if (column.value == ColumnValue::moment)
        constraints["pattern"] = R"(\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)";
    if (!records::closed(column)) return constraints;
    Json codes = Json::array();
    for (const records::PublicCode& code : records::codes_of(column)) codes.push_back(code.code);
    if (column.value == ColumnValue::list)
        constraints["jsonSchema"] = {{"type", "array"}, {"items", {{"enum", codes}}}};
    else
        constraints["enum"] = codes;
    return constraints;
}

/// The explanation, and what each code means.
std::string description_of(const records::PublicColumn& column) {
    std::string words(column.field->explanation);
    std::string codes;
    for (const records::PublicCode& code : records::codes_of(column))
        codes += fmt::format("{}{}{}", codes.empty() ? "" : "；", code.code,
                             code.words.empty() ? std::string() : fmt::format(" {}", code.words));
    if (codes.empty()) return words;
    return fmt::format("{}{}{}。", words, records::closed(column) ? "只会是：" : "常用的词：", codes);
}

Json field_of(const records::PublicTable& table, const records::PublicColumn& column) {
    Json field{{"name", column.name},
               {"type", type_of(column.value)},
               {"title", column.field->term},
               {"description", description_of(column)}};
    if (column.value == ColumnValue::yes_no) {
        field["trueValues"] = {"true"};
        field["falseValues"] = {"false"};
    }
    if (Json constraints = constraints_of(column); !constraints.empty()) field["constraints"] = std::move(constraints);
    field["dictionary"] = fmt::format("fields/{}/{}.html", table.name, column.name);
    return field;
}

bool all_required(const records::PublicTable& table, const std::vector<std::string>& columns) {
    for (const std::string& column : columns)
        if (!table.column(column)->required) return false;
    return true;
}

Json schema_of(const records::PublicTable& table) {
    Json schema{{"$schema", profile("tableschema")}, {"fields", Json::array()}, {"missingValues", {""}}};
    for (const records::PublicColumn& column : table.columns) schema["fields"].push_back(field_of(table, column));
    std::vector<std::vector<std::string>> unique = table.unique;
    if (!table.key.empty() && all_required(table, table.key))
        schema["primaryKey"] = table.key;
    else if (!table.key.empty())
        unique.insert(unique.begin(), table.key);  // part of it may be empty: the whole country's holidays have no area
    if (!unique.empty()) schema["uniqueKeys"] = unique;
    for (const records::PublicReference& reference : table.references)
        schema["foreignKeys"].push_back({{"fields", {reference.column}},
                                         {"reference", {{"resource", reference.table}, {"fields", {reference.to}}}}});
    return schema;
}

Json resource_of(const records::PublicTable& table, const TableFile& file) {
    return {{"$schema", profile("dataresource")},
            {"name", table.name},
            {"type", "table"},
            {"path", fmt::format("tables/{}.csv", table.name)},
            {"title", table.term},
            {"description", table.explanation},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", file.csv_bytes},
            {"hash", fmt::format("sha256:{}", file.csv_sha256)},
            {"dialect", {{"$schema", profile("tabledialect")}, {"delimiter", ","}, {"lineTerminator", "\r\n"}}},
            {"schema", schema_of(table)}};
}

}  // namespace

void write_data_package(const Site& site, const TableFiles& files) {
    const records::SiteFacts& facts = site.facts;
    Json package{{"$schema", profile("datapackage")},
                 {"name", "gongshi"},
                 {"title", fmt::format("{}{}：全部公开数据", facts.name, facts.demo ? "（演示数据）" : "")},
                 {"description",
                  "双随机、一公开的计划、抽取、检查结果和后续处置。文字以 = + - @ 等开头的，前面加了一个撇号 '，"
                  "以免表格软件当作公式。"},
                 {"keywords", {"双随机、一公开", "随机抽查", "政府信息公开"}},
                 {"created", fmt::format("{}T00:00:00+08:00", facts.as_of)}};
    if (!site.base().empty()) package["homepage"] = site.base();
    if (!facts.license.empty()) package["licenses"] = {{{"name", "other"}, {"title", facts.license}}};
    if (!facts.publisher.empty()) package["contributors"] = {{{"title", facts.publisher}, {"roles", {"publisher"}}}};
    package["resources"] = Json::array();
    for (const records::PublicTable& table : records::public_tables())
        package["resources"].push_back(resource_of(table, files.of(table.name)));
    site.put("data/datapackage.json", package.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace pages
