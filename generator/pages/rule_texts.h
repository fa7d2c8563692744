// What people wrote about the policy documents 制度文件 that rules come from: content/rules/*.md, one a document, the
// portal's own files in place of shipped ones of the same name, and comparison.tsv, their differences side by side.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/site.h"

namespace pages {

struct RuleText {
    std::string address, title;
    std::string short_name;              // a column of the comparison
    std::vector<std::string> documents;  // titles or numbers 文号 of what follows it here
};

struct RuleTexts {
    std::vector<RuleText> texts;
    /// Of a document by its number or title; nullptr when nobody wrote about it.
    const RuleText* find(std::string_view number, std::string_view title) const;
};

/// Throws BadTemplate for a file that cannot be used.
RuleTexts rule_texts(const Site& site);

}  // namespace pages
