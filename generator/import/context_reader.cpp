#include "generator/import/context_reader.h"

#include <fstream>
#include <sstream>

#include "generator/import/spreadsheet_file.h"
#include "generator/settings/settings.h"
#include "generator/settings/toml_reader.h"
#include "records/fields.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace importing {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_context_rows = 200;
constexpr std::size_t largest_toml = 1 << 18;

/// The context field a name means: its English name, its term or another spelling; nullptr when none.
const records::Field* context_field(std::string_view name) {
    std::string folded = text::fold(name);
    while (folded.ends_with(":")) folded.pop_back();
    for (const records::Field& field : records::fields_of("context")) {
        if (folded == text::fold(field.name) || folded == text::fold(field.term)) return &field;
        for (const std::string_view spelling : field.spellings)
            if (folded == text::fold(spelling)) return &field;
    }
    return nullptr;
}

void read_sheet_context(const Workbook& workbook, std::size_t index, std::map<std::string, std::string>& into,
                        Problems& problems) {
    for (const Row& row : read_sheet(workbook, index, most_context_rows).rows) {
        const Cell* name = row.find(1);
        const Cell* value = row.find(2);
        if (name == nullptr || name->blank() || value == nullptr || value->blank()) continue;
        if (const records::Field* field = context_field(name->text)) {
            into[std::string(field->name)] = text::trimmed(value->text);
            continue;
        }
        const std::string heading = text::fold(name->text);
        if (heading == "项目" || heading == "名称") continue;  // the heading of the template's own 说明 sheet
        Problem problem;
        problem.sheet = workbook.sheets[index].name;
        problem.row = row.number;
        problem.column = 1;
        problem.value = std::string(text::truncate(name->text, 40));
        problem.reason = "不认识的说明项，不采用";
        problems.note(std::move(problem));
    }
}

std::string file_bytes(const fs::path& file) {
    std::string bytes(largest_toml + 1, '\0');
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw settings::Unusable(file.string() + "：打不开，请检查读取权限");
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

std::string value_text(const toml::node& node) {
    if (node.is_string()) return node.as_string()->get();
    std::ostringstream text;
    if (node.is_boolean()) return node.as_boolean()->get() ? "是" : "否";
    if (node.is_integer()) text << node.as_integer()->get();
    if (node.is_date()) text << node.as_date()->get();
    return text.str();
}

void read_toml_context(const fs::path& file, std::map<std::string, std::string>& into) {
    const settings::TomlText text = settings::read_toml(file_bytes(file), file.string(), largest_toml);
    for (const auto& [key, node] : text.table) {
        const records::Field* field = context_field(key.str());
        const std::string value = value_text(node);
        const std::string where = text.place(node);
        if (field == nullptr) throw settings::Unusable(where + "不认识的说明项 " + std::string(key.str()));
        if (value.empty() && !node.is_string())
            throw settings::Unusable(where + std::string(key.str()) + " 应是带引号的文字、整数、日期或 true、false");
        into[std::string(field->name)] = text::trimmed(value);
    }
}

}  // namespace

bool is_context_sheet(std::string_view sheet_name) {
    const std::string folded = text::fold(sheet_name);
    return folded == "说明" || folded == "填表说明" || folded == "表格说明";
}

std::map<std::string, std::string> read_context(const Workbook& workbook, const ImportRequest& request,
                                                Problems& problems) {
    std::map<std::string, std::string> context;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i)
        if (is_context_sheet(workbook.sheets[i].name) && workbook.sheets.size() > 1)
            read_sheet_context(workbook, i, context, problems);
    fs::path beside = request.file;
    beside += ".toml";
    fs::path same_stem = request.file;
    same_stem.replace_extension(".toml");
    for (const fs::path& file : {same_stem, beside})
        if (file != request.file && fs::is_regular_file(file)) {
            read_toml_context(file, context);
            if (same_stem == beside) break;
        }
    for (const auto& [name, value] : request.context) {
        const records::Field* field = context_field(name);
        if (field == nullptr) throw settings::Unusable("--set：不认识的说明项 " + name);
        context[std::string(field->name)] = text::trimmed(value);
    }
    std::erase_if(context,
                  [](const auto& said) { return said.second == "无" || said.second == "/" || said.second == "—"; });
    return context;
}

}  // namespace importing
