#include "generator/pages/template_set.h"

#include <cstring>  // ctemplate 2.4 forgets to include it

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <fmt/format.h>

#include <fstream>
#include <set>
#include <sstream>

#include "generator/pages/site_pages.h"

namespace pages {
namespace {

constexpr std::size_t largest_template = 256 * 1024;
constexpr std::string_view pragma = R"({{%AUTOESCAPE context="HTML"}})";

ctemplate::TemplateString name_of(std::string_view text) {
    return {text.data(), text.size()};
}

/// The code point a UTF-8 sequence of two or three bytes stands for, 0 for any other.
char32_t short_code_point(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    if (bytes.size() >= 2 && (at(0) & 0xE0) == 0xC0) return ((at(0) & 0x1Fu) << 6) | (at(1) & 0x3Fu);
    if (bytes.size() >= 3 && (at(0) & 0xF0) == 0xE0)
        return ((at(0) & 0x0Fu) << 12) | ((at(1) & 0x3Fu) << 6) | (at(2) & 0x3Fu);
    return 0;
}

bool invisible(char32_t c) {
    return (c >= 0x80 && c <= 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

bool ascii_control(unsigned char c) {
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

/// Whether a byte may begin something that visible() replaces: most Chinese text has none of these.
bool suspicious(unsigned char c) {
    return ascii_control(c) || c == 0xC2 || c == 0xD8 || c == 0xE1 || c == 0xE2 || c == 0xEF;
}

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

std::string visible(std::string_view text) {
    std::string result;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (!suspicious(byte)) continue;
        const char32_t c = ascii_control(byte) ? byte : short_code_point(text.substr(i));
        if (!ascii_control(byte) && !invisible(c)) continue;
        result += text.substr(kept, i - kept);
        if (c != '\r') result += fmt::format("⟦U+{:04X}⟧", static_cast<std::uint32_t>(c));
        i += byte < 0x80 ? 0 : byte < 0xE0 ? 1 : 2;
        kept = i + 1;
    }
    if (kept == 0) return std::string(text);
    return result += text.substr(kept);
}

void View::set(std::string_view name, std::string_view value) {
    for (const char c : value)
        if (suspicious(static_cast<unsigned char>(c))) {
            dictionary_->SetValue(name_of(name), visible(value));
            return;
        }
    dictionary_->SetValue(name_of(name), name_of(value));
}
void View::set(std::string_view name, std::int64_t value) {
    dictionary_->SetIntValue(name_of(name), value);
}
void View::fill(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    set(name, value);
    show(name);
}
void View::html(std::string_view name, std::string_view markup) {
    dictionary_->SetValue(name_of(name), name_of(markup));
}
void View::show(std::string_view section) {
    dictionary_->ShowSection(name_of(section));
}
View View::add(std::string_view section) {
    return View(dictionary_->AddSectionDictionary(name_of(section)));
}
View View::include(std::string_view name, std::string_view file) {
    ctemplate::TemplateDictionary* included = dictionary_->AddIncludeDictionary(name_of(name));
    included->SetFilename(name_of(file));
    return View(included);
}
void View::global(std::string_view name, std::string_view value) {
    dictionary_->SetTemplateGlobalValue(name_of(name), visible(value));
}
void View::global_show(std::string_view section) {
    dictionary_->ShowTemplateGlobalSection(name_of(section));
}

TemplateSet::TemplateSet(const std::filesystem::path& shipped, const std::filesystem::path& own)
    : cache_(std::make_unique<ctemplate::TemplateCache>()) {
    std::error_code missing;
    if (!std::filesystem::is_directory(shipped, missing))
        throw BadTemplate(fmt::format("找不到模板文件夹 {}，请检查安装是否完整。", shipped.string()));
    for (const std::string& name : template_names(shipped)) {
        const bool replaced = !own.empty() && std::filesystem::is_regular_file(own / name, missing);
        const std::filesystem::path file = (replaced ? own : shipped) / name;
        if (!cache_->StringToTemplateCache(name, read_template(file), ctemplate::STRIP_BLANK_LINES))
            throw BadTemplate(fmt::format("模板 {} 有语法错误，请检查 {{{{…}}}} 是否配对。", file.string()));
    }
    cache_->Freeze();
}
TemplateSet::~TemplateSet() = default;

std::string TemplateSet::expand(std::string_view file, const ctemplate::TemplateDictionary& values) const {
    std::string text;
    if (!cache_->ExpandNoLoad(name_of(file), ctemplate::STRIP_BLANK_LINES, &values, nullptr, &text))
        throw BadTemplate(fmt::format("模板 {} 或它引用的模板无法展开。", file));
    return text;
}

}  // namespace pages
