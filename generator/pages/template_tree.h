// One HTML template as ctemplate understood it, kept in a form that is expanded many times faster than ctemplate does:
// a row of literal texts, values, sections and inclusions. ctemplate reads the template, refuses faults in it and
// decides how each value must be escaped where it stands (AUTOESCAPE); what needs escaping is escaped by its functions.
// tests/template_tree_test.cpp compares both for every shipped template.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/view.h"

namespace ctemplate {
class TemplateModifier;
}  // namespace ctemplate

namespace pages {

class TemplateTree {
  public:
    using Numbers = std::function<int(std::string_view name)>;  // gives each name its number

    /// `source` is the text of a template; `numbers` numbers the names in it. Throws BadTemplate (without the file's
    /// name) for a fault in it, for a value in a place where it cannot be escaped, and for "|<--" in its text.
    TemplateTree(const std::string& source, const Numbers& numbers);

    /// Appends the template with these values. Throws BadTemplate when a template to include does not exist.
    void expand(const Dictionary& values, const Dictionary& globals, std::string& into) const;

  private:
    enum class Kind : std::uint8_t { text, value, section, separator, inclusion };
    using Escapes = std::vector<const ctemplate::TemplateModifier*>;  // one after the other
    struct Part {
        Kind kind = Kind::text;
        bool simple = false;    // value: a plain one may stand as it is
        int name = -1;          // of a value; the key of a section or an inclusion
        std::uint32_t end = 0;  // section, separator: where the parts after it begin
        std::string text = {};
        Escapes escapes = {};
    };
    struct Place {
        const Dictionary& values;
        const Dictionary& globals;
        bool last;  // of a section's repetitions
    };
    class Reader;
    void expand(std::uint32_t from, std::uint32_t to, const Place& place, std::string& into) const;
    void expand_value(const Part& part, const Place& place, std::string& into) const;
    void expand_section(std::uint32_t at, const Place& place, std::string& into) const;

    std::vector<Part> parts_;
};

}  // namespace pages
