#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "generator/command_line.h"
#include "generator/import/template_file.h"
#include "records/fields.h"

namespace generator {

namespace {

/// What an example row shows in a column of each type; fictional throughout.
std::string example_of(const records::Field& field) {
    using records::FieldType;
    if (!field.choices.empty()) return std::string(field.choices.front());
    switch (field.type) {
        case FieldType::code:
            return "（18位代码）";
        case FieldType::date:
            return "2026-03-19";
        case FieldType::moment:
            return "2026-03-19 10:00";
        case FieldType::quantity:
            return field.bare == records::QuantityKind::frequency ? "1次/年" : "5%";
        case FieldType::period:
            return "3月—12月";
        case FieldType::yes_no:
            return "是";
        case FieldType::integer:
            return "120";
        case FieldType::list:
            return "甲、乙";
        default:
            return "示例" + std::string(field.term);
    }
}

std::vector<importing::TemplateColumn> columns_of(const std::string& kind) {
    std::vector<importing::TemplateColumn> columns;
    for (const records::Field& field : records::fields_of(kind)) {
        importing::TemplateColumn column;
        column.header = field.term;
        column.example = example_of(field);
        for (const std::string_view choice : field.choices) column.choices.emplace_back(choice);
        if (field.type == records::FieldType::yes_no) column.choices = {"是", "否"};
        column.note = field.explanation;
        column.required = field.required;
        columns.push_back(std::move(column));
    }
    return columns;
}

int write(const Invocation& invocation, const std::string& kind, std::string file) {
    if (file.empty()) file = std::string(records::kind_term(kind)) + "模板.xlsx";
    if (!file.ends_with(".xlsx")) throw settings::Unusable("模板是 XLSX 文件，请让文件名以 .xlsx 结尾：" + file);
    if (std::filesystem::exists(file)) throw settings::Unusable(file + " 已存在，不覆盖；请另写一个文件名");
    std::vector<importing::TemplateNote> notes;
    for (const records::Field& field : records::fields_of("context"))
        notes.push_back({std::string(field.term), field.name == "kind" ? kind : "", std::string(field.explanation)});
    importing::write_template(file, std::string(records::kind_term(kind)), columns_of(kind), notes);
    if (!invocation.quiet)
        fmt::print(
            "✓ 已写出 {}\n  灰色的是示例行，填好后请删去；“说明”表里写明区划、年度、版本、文号等；不用的列可以删\n",
            file);
    return done;
}

}  // namespace

void add_template(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("template", "写出一种表的空白 XLSX：表头、下拉选项、示例行、说明");
    struct Options {
        std::string kind, file;
    };
    auto options = std::make_shared<Options>();
    std::vector<std::string> kinds(records::sheet_kinds.begin(), records::sheet_kinds.end());
    verb->add_option("KIND", options->kind, "表的种类")->required()->check(CLI::IsMember(kinds));
    verb->add_option("FILE", options->file, "写到哪个文件（默认：种类名＋模板.xlsx）");
    verb->callback([&action, options] {
        action = [options](const Invocation& invocation) { return write(invocation, options->kind, options->file); };
    });
}

}  // namespace generator
