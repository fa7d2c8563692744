#include "generator/publish/passed_texts.h"

#include <algorithm>

#include "text/fold.h"

namespace publish {

PassedTexts::PassedTexts(const settings::Settings& settings) {
    for (const std::string& contact : settings.public_contacts) contacts_.insert(contact_key(contact));
    contacts_.insert(contact_key(settings.phone));
    contacts_.insert(contact_key(settings.email));
    for (const std::string& phrase : settings.reviewed_phrases)
        if (std::string folded = text::fold(phrase); !folded.empty()) reviewed_.push_back(std::move(folded));
}

bool PassedTexts::contains(std::string_view text, const PrivateFinding& finding) const {
    if (!finding.key.empty() && contacts_.contains(finding.key)) return true;
    if (reviewed_.empty()) return false;
    const std::string folded = text::fold(text);
    const std::size_t first = text::fold(text.substr(0, finding.first)).size();
    const std::size_t last = text::fold(text.substr(0, finding.last)).size();
    return std::any_of(reviewed_.begin(), reviewed_.end(), [&](const std::string& phrase) {
        for (std::size_t at = folded.find(phrase); at != folded.npos && at <= first; at = folded.find(phrase, at + 1))
            if (last <= at + phrase.size()) return true;
        return false;
    });
}

}  // namespace publish
