#include "generator/pages/template_set.h"

#include <fmt/format.h>

#include <fstream>
#include <set>
#include <sstream>

#include "generator/pages/site_pages.h"

namespace pages {
namespace {

constexpr std::size_t largest_template = 256 * 1024, largest_usual_page = 12 * 1024;
constexpr std::string_view pragma = R"({{%AUTOESCAPE context="HTML"}})";

std::string read_template(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!(text << stream.rdbuf()))
        throw BadTemplate(fmt::format("模板 {} 无法读取，请检查文件和权限。", file.string()));
    std::string content = std::move(text).str();
    if (content.size() > largest_template)
        throw BadTemplate(fmt::format("模板 {} 超过 {} KiB，请拆小。", file.string(), largest_template / 1024));
    if (content.compare(0, pragma.size(), pragma) != 0)
        throw BadTemplate(fmt::format("模板 {} 的第一行必须是 {}，否则页面内容不会被转义。", file.string(), pragma));
    return content;
}

std::set<std::string> template_names(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".tpl") names.insert(entry.path().filename().string());
    return names;
}

}  // namespace

TemplateSet::TemplateSet(const std::filesystem::path& shipped, const std::filesystem::path& own) {
    std::error_code missing;
    if (!std::filesystem::is_directory(shipped, missing))
        throw BadTemplate(fmt::format("找不到模板文件夹 {}，请检查安装是否完整。", shipped.string()));
    const auto numbers = [this](std::string_view name) {
        return numbers_.try_emplace(std::string(name), static_cast<int>(numbers_.size())).first->second;
    };
    for (const std::string& name : template_names(shipped)) {
        const bool replaced = !own.empty() && std::filesystem::is_regular_file(own / name, missing);
        const std::filesystem::path file = (replaced ? own : shipped) / name;
        const std::string source = read_template(file);
        try {
            trees_.try_emplace(name, source, numbers);
        } catch (const BadTemplate& fault) {
            throw BadTemplate(fmt::format("模板 {} {}", file.string(), fault.what()));
        }
    }
}

int TemplateSet::number_of(std::string_view name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? -1 : found->second;
}

const TemplateTree* TemplateSet::tree(std::string_view file) const {
    const auto found = trees_.find(file);
    return found == trees_.end() ? nullptr : &found->second;
}

std::string TemplateSet::expand(std::string_view file, const Values& values) const {
    const TemplateTree* found = tree(file);
    if (found == nullptr) throw BadTemplate(fmt::format("找不到模板 {}，请检查安装是否完整。", file));
    std::string text;
    text.reserve(largest_usual_page);
    found->expand(values.dictionary(), values.globals(), text);
    return text;
}

}  // namespace pages
