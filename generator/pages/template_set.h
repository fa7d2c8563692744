// The HTML templates, loaded once and then only read. Knows nothing of what a page is about. Every value is escaped by
// the template for the place it stands in (ctemplate's AUTOESCAPE, without which a template is refused).
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "generator/pages/template_tree.h"
#include "generator/pages/view.h"

namespace pages {

class TemplateSet {
  public:
    /// Loads every *.tpl of `shipped`, each replaced by the file of the same name in `own` where there is one. Throws
    /// BadTemplate for one that cannot be read, is over 256 KiB, is no template or does not begin with AUTOESCAPE.
    TemplateSet(const std::filesystem::path& shipped, const std::filesystem::path& own);
    TemplateSet(const TemplateSet&) = delete;
    TemplateSet& operator=(const TemplateSet&) = delete;

    /// Callable from any thread, like the two below. Throws BadTemplate when there is no such template.
    std::string expand(std::string_view file, const Values& values) const;
    /// The number of a value's or section's name; negative when no template has it.
    int number_of(std::string_view name) const;
    /// nullptr when there is no such template.
    const TemplateTree* tree(std::string_view file) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, int, Hash, std::equal_to<>> numbers_;
    std::unordered_map<std::string, TemplateTree, Hash, std::equal_to<>> trees_;
};

}  // namespace pages
