// What a person has let pass: the office's own contacts and reviewed phrases of site.toml.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/publish/private_text.h"
#include "generator/settings/settings.h"

namespace publish {

class PassedTexts {
  public:
    explicit PassedTexts(const settings::Settings& settings);
    /// Whether the finding of a text is a public contact, or stands within a reviewed phrase (compared folded).
    bool contains(std::string_view text, const PrivateFinding& finding) const;

  private:
    std::set<std::string> contacts_;     // contact_key
    std::vector<std::string> reviewed_;  // folded
};

}  // namespace publish
