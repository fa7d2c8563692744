#include "generator/pages/template_tree.h"

#include <cstring>  // ctemplate 2.4 forgets to include it

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_modifiers.h>
#include <fmt/format.h>

#include <array>
#include <memory>
#include <utility>

#include "generator/pages/site_pages.h"

namespace pages {
namespace {

// What stands in a dump: "Text Node: -->|…|<--"; the section around everything.
constexpr std::string_view text_begins = "-->|", text_ends = "|<--\n", whole_template = "__{{MAIN}}__";

/// What ctemplate calls its ways of escaping in a dump; nullptr: the value stands as it is.
const std::array<std::pair<std::string_view, const ctemplate::TemplateModifier*>, 8> escapes_by_name{
    {{"h", &ctemplate::html_escape},
     {"U=html", &ctemplate::validate_url_and_html_escape},
     {"H=attribute", &ctemplate::cleanse_attribute},
     {"c", &ctemplate::cleanse_css},
     {"j", &ctemplate::javascript_escape},
     {"J=number", &ctemplate::javascript_number},
     {"u", &ctemplate::url_query_escape},
     {"none", nullptr}}};

/// The template as ctemplate understood it, a node a line.
std::string dump_of(const std::string& source) {
    if (source.find("|<--") != source.npos) throw BadTemplate("不能写“|<--”。");
    for (std::size_t at = 0; (at = source.find("{{>", at)) != source.npos; ++at)
        if (source.substr(at, source.find('}', at) - at).find(':') != std::string::npos)
            throw BadTemplate("引用的模板不能再加转义方式。");
    const std::unique_ptr<ctemplate::Template> read(
        ctemplate::Template::StringToTemplate(source, ctemplate::STRIP_BLANK_LINES));
    if (!read || read->state() != ctemplate::TS_READY) throw BadTemplate("有语法错误，请检查 {{…}} 是否配对。");
    std::string dump;
    read->DumpToString("", &dump);
    return dump;
}

}  // namespace

/// Reads a dump, node by node.
class TemplateTree::Reader {
  public:
    Reader(std::string_view dump, const Numbers& numbers, std::vector<Part>& parts)
        : rest_(dump), numbers_(numbers), parts_(parts) {}
    void read() {
        while (!rest_.empty()) node();
    }

  private:
    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    std::string_view until(std::string_view end) {
        const std::size_t at = rest_.find(end);
        if (at == rest_.npos) throw BadTemplate("有读不懂的写法。");
        const std::string_view found = rest_.substr(0, at);
        rest_.remove_prefix(at + end.size());
        return found;
    }
    void node() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size()));
        if (take("Section Start: "))
            begin(until("\n"));
        else if (take("Section End: "))
            end(until("\n"));
        else if (take("Text Node: "))
            take(text_begins), parts_.push_back({.text = std::string(until(text_ends))});
        else if (take("Variable Node: "))
            value(until("\n"));
        else if (take("Template Node: "))
            parts_.push_back({.kind = Kind::inclusion, .name = inclusion_key(numbers_(until("\n")))});
        else if (take("Pragma Node: "))
            until(text_ends);
        else if (!rest_.empty() && !take("------------"))
            throw BadTemplate("有读不懂的写法。");
        else
            until("\n");
    }
    void begin(std::string_view name) {
        if (name == whole_template) return;
        constexpr std::string_view suffix = "_separator";
        const bool separator =
            !open_.empty() && name.ends_with(suffix) &&
            section_key(numbers_(name.substr(0, name.size() - suffix.size()))) == parts_[open_.back()].name;
        open_.push_back(static_cast<std::uint32_t>(parts_.size()));
        parts_.push_back({.kind = separator ? Kind::separator : Kind::section, .name = section_key(numbers_(name))});
    }
    void end(std::string_view name) {
        if (name == whole_template) return;
        parts_[open_.back()].end = static_cast<std::uint32_t>(parts_.size());
        open_.pop_back();
    }
    void value(std::string_view name_and_escapes) {
        Part part{.kind = Kind::value};
        std::size_t colon = name_and_escapes.find(':');
        part.name = numbers_(name_and_escapes.substr(0, colon));
        part.simple = true;
        while (colon != name_and_escapes.npos) {
            name_and_escapes.remove_prefix(colon + 1);
            colon = name_and_escapes.find(':');
            add_escape(part, name_and_escapes.substr(0, colon));
        }
        parts_.push_back(std::move(part));
    }
    static void add_escape(Part& part, std::string_view name) {
        for (const auto& [known, escape] : escapes_by_name)
            if (known == name) {
                part.simple = part.simple && (name == "h" || name == "U=html" || name == "none");
                if (escape != nullptr) part.escapes.push_back(escape);
                return;
            }
        throw BadTemplate(fmt::format("有不支持的转义方式“{}”。", name));
    }

    std::string_view rest_;
    const Numbers& numbers_;
    std::vector<Part>& parts_;
    std::vector<std::uint32_t> open_;  // sections
};

TemplateTree::TemplateTree(const std::string& source, const Numbers& numbers) {
    const std::string dump = dump_of(source);
    Reader(dump, numbers, parts_).read();
}

void TemplateTree::expand(const Dictionary& values, const Dictionary& globals, std::string& into) const {
    expand(0, static_cast<std::uint32_t>(parts_.size()), {values, globals, true}, into);
}

void TemplateTree::expand(std::uint32_t from, std::uint32_t to, const Place& place, std::string& into) const {
    for (std::uint32_t at = from; at < to; ++at) {
        const Part& part = parts_[at];
        switch (part.kind) {
            case Kind::text:
                into += part.text;
                break;
            case Kind::value:
                expand_value(part, place, into);
                break;
            case Kind::separator:  // between repetitions, and wherever it is shown by its own name
                expand_section(at, place, into);
                if (!place.last) expand(at + 1, part.end, {place.values, place.globals, true}, into);
                at = part.end - 1;
                break;
            case Kind::section:
            case Kind::inclusion:
                expand_section(at, place, into);
                if (part.kind == Kind::section) at = part.end - 1;
                break;
        }
    }
}

void TemplateTree::expand_value(const Part& part, const Place& place, std::string& into) const {
    const Dictionary::Value* value = nullptr;
    for (const Dictionary* at = &place.values; value == nullptr && at != nullptr; at = at->parent)
        value = at->value(part.name);
    if (value == nullptr) value = place.globals.value(part.name);
    if (value == nullptr) return;
    if ((value->plain && part.simple) || part.escapes.empty()) {
        into += value->text;
        return;
    }
    const ctemplate::PerExpandData nothing;
    std::string text(value->text);
    for (const ctemplate::TemplateModifier* escape : part.escapes) {
        std::string escaped;
        ctemplate::StringEmitter emitter(&escaped);
        escape->Modify(text.data(), text.size(), &nothing, &emitter, "");
        text = std::move(escaped);
    }
    into += text;
}

void TemplateTree::expand_section(std::uint32_t at, const Place& place, std::string& into) const {
    const Part& part = parts_[at];
    const Dictionary::Section* section = nullptr;
    for (const Dictionary* from = &place.values; section == nullptr && from != nullptr; from = from->parent)
        section = from->section(part.name);
    if (section == nullptr) section = place.globals.section(part.name);
    if (section == nullptr) return;
    for (const Dictionary* one = section->first; one != nullptr; one = one->next) {
        if (part.kind != Kind::inclusion) {
            expand(at + 1, part.end, {*one, place.globals, one->next == nullptr}, into);
        } else {
            if (one->included == nullptr) throw BadTemplate("要引用的模板不存在。");
            one->included->expand(*one, place.globals, into);
        }
    }
}

}  // namespace pages
