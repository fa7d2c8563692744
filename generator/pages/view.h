// The values one page puts into its templates, and a view: the values of one template or of one section of it. Knows
// nothing of what a page is about, nor how a template is written.
//
// A page's values lie one after the other in memory of their own and are thrown away with the page. As in ctemplate: a
// section that nobody shows is left out, one that is added several times is repeated; a value is looked for in its
// section, then in the sections around it, then among the global values; an included template begins anew.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>

namespace pages {

class TemplateSet;
class TemplateTree;

/// The text with every control, bidirectional and invisible character replaced by its name, such as ⟦U+202E⟧, so that
/// no name can hide or turn round what stands beside it. Line breaks and tabs stay.
std::string visible(std::string_view text);

struct Dictionary {
    struct Value {
        int name = 0;        // TemplateSet's number of it
        bool plain = false;  // nothing in it means anything in HTML, and no ':' may make a scheme of it
        std::string_view text;
        const Value* next = nullptr;
    };
    struct Section {
        int key = 0;                                   // section_key or inclusion_key
        Dictionary *first = nullptr, *last = nullptr;  // its repetitions
        Section* next = nullptr;
    };
    const Dictionary* parent = nullptr;  // the section around it; none where an included template begins
    const TemplateTree* included = nullptr;
    Dictionary* next = nullptr;  // the next repetition
    const Value* values = nullptr;
    Section* sections = nullptr;
    std::uint64_t known = 0;  // bit (name or key % 64) of each value and section, so that most searches end at once

    const Value* value(int name) const;
    const Section* section(int key) const;
};

// A section and an inclusion of the same name are two things.
constexpr int section_key(int name) {
    return 2 * name;
}
constexpr int inclusion_key(int name) {
    return 2 * name + 1;
}

class Values;

/// Cheap to copy: it only points at the page's values. A name that no template has is ignored.
class View {
  public:
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
    friend class Values;
    void show_once(int name);
    View(Values& page, Dictionary& dictionary) : page_(&page), dictionary_(&dictionary) {}
    Values* page_;
    Dictionary* dictionary_;
};

/// All values of one page. Views point into it.
class Values {
  public:
    explicit Values(const TemplateSet& templates) : templates_(templates) {}
    Values(const Values&) = delete;
    Values& operator=(const Values&) = delete;
    View root() { return {*this, root_}; }
    const Dictionary& dictionary() const { return root_; }
    const Dictionary& globals() const { return globals_; }

  private:
    friend class View;
    void put(Dictionary& into, int name, std::string_view value);
    Dictionary::Section& section(Dictionary& of, int key);
    Dictionary& repeat(Dictionary& of, int key, const Dictionary* parent);
    std::string_view kept(std::string_view text);
    template <typename Type>
    Type& make() {
        return *new (memory_.allocate(sizeof(Type), alignof(Type))) Type;
    }
    static constexpr std::size_t first_piece = 12 * 1024;  // holds most pages
    const TemplateSet& templates_;
    std::pmr::monotonic_buffer_resource memory_{first_piece};
    Dictionary root_, globals_;
};

}  // namespace pages
