// The HTML templates, loaded once and then only read; and a view, the values one page puts into its template. Knows
// nothing of what a page is about. Every value is escaped by the template for the place it stands in (ctemplate's
// AUTOESCAPE, without which a template is refused), and every invisible control character is made visible here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace ctemplate {
class TemplateCache;
class TemplateDictionary;
}  // namespace ctemplate

namespace pages {

/// The text with every control, bidirectional and invisible character replaced by its name, such as ⟦U+202E⟧, so that
/// no name can hide or turn round what stands beside it. Line breaks and tabs stay.
std::string visible(std::string_view text);

/// The values of one template or of one section of it. Cheap to copy: it only points at the page's dictionary.
class View {
  public:
    explicit View(ctemplate::TemplateDictionary* dictionary) : dictionary_(dictionary) {}

    void set(std::string_view name, std::string_view value);
    void set(std::string_view name, std::int64_t value);
    /// Sets the value and shows the section of the same name, unless the value is empty.
    void fill(std::string_view name, std::string_view value);
    /// HTML that this program made; the template says {{NAME:none}}.
    void html(std::string_view name, std::string_view markup);
    void show(std::string_view section);
    /// One more repetition of a section.
    View add(std::string_view section);
    /// One more inclusion of another template at {{>NAME}}; it sees none of this view's values, only the global ones.
    View include(std::string_view name, std::string_view file);
    /// A value that included templates see too.
    void global(std::string_view name, std::string_view value);
    void global_show(std::string_view section);

  private:
    ctemplate::TemplateDictionary* dictionary_;
};

class TemplateSet {
  public:
    /// Loads every *.tpl of `shipped`, each replaced by the file of the same name in `own` where there is one. Throws
    /// BadTemplate for one that cannot be read, is over 256 KiB, is no template or does not begin with AUTOESCAPE.
    TemplateSet(const std::filesystem::path& shipped, const std::filesystem::path& own);
    ~TemplateSet();
    TemplateSet(const TemplateSet&) = delete;
    TemplateSet& operator=(const TemplateSet&) = delete;

    /// Callable from any thread.
    std::string expand(std::string_view file, const ctemplate::TemplateDictionary& values) const;

  private:
    std::unique_ptr<ctemplate::TemplateCache> cache_;
};

}  // namespace pages
