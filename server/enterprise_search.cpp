#include "server/enterprise_search.h"

#include <algorithm>

#include "server/parameters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace server {
namespace {

using records::NameMatch;

constexpr std::size_t shortest_code_beginning = 8;
constexpr std::size_t longest_code = 32;

std::vector<std::string> words_of(std::string_view written) {
    std::vector<std::string> words(1);
    for (const char32_t c : text::decode(written)) {
        if (!text::is_blank(c))
            text::append(words.back(), c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// The word as a code or its beginning; empty when it cannot be one.
std::string as_code(std::string_view word) {
    std::string code = text::half_width(word);
    if (code.size() < shortest_code_beginning || code.size() > longest_code) return {};
    for (char& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) return {};
    }
    return code;
}

/// Objects whose codes begin with every one of these, by match and number.
std::vector<EnterprisePlace> with_codes(records::PublicSite& site, const std::vector<std::string>& codes, bool alone) {
    std::vector<EnterprisePlace> found;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        std::vector<EnterprisePlace> these;
        for (const auto& match : site.with_code(codes[i])) {
            const auto same = [&](const EnterprisePlace& place) { return place.object == match.object; };
            if (i > 0 && std::none_of(found.begin(), found.end(), same)) continue;
            these.push_back({match.whole && alone ? NameMatch::exact : NameMatch::beginning, match.object});
        }
        found = std::move(these);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

std::string key_of_place(const EnterprisePlace& place) {
    return std::to_string(static_cast<int>(place.match)) + ":" + std::to_string(place.object);
}

std::optional<EnterprisePlace> enterprise_place(std::string_view key) {
    if (key.size() < 3 || key[0] < '0' || key[0] > '2' || key[1] != ':') return std::nullopt;
    const auto object = address_number(key.substr(2));
    if (!object) return std::nullopt;
    return EnterprisePlace{static_cast<NameMatch>(key[0] - '0'), *object};
}

EnterpriseQuery understand(OpenedRelease& release, std::string_view written) {
    std::vector<std::string> codes;
    std::string rest;
    const std::vector<std::string> words = words_of(written);
    for (const std::string& word : words) {
        if (std::string code = as_code(word); !code.empty() && release.site.begins_code(code))
            codes.push_back(std::move(code));
        else
            rest += word + " ";
    }
    return {std::move(codes), records::NameWords(rest), words.size()};
}

std::optional<std::vector<EnterprisePlace>> find_enterprises(OpenedRelease& release, const EnterpriseQuery& query,
                                                             std::string_view area,
                                                             const std::optional<EnterprisePlace>& after, int at_most) {
    const bool needs_names = !query.names.empty() || !area.empty();
    if (needs_names && !release.names) return std::nullopt;
    std::vector<EnterprisePlace> found;
    if (query.codes.empty()) {
        if (needs_names) return release.names->find(query.names, area, after, at_most);
        for (const auto& one : release.site.enterprises_after(after ? after->object : 0, at_most))
            found.push_back({NameMatch::exact, one.object});
        return found;
    }
    for (const EnterprisePlace& place : with_codes(release.site, query.codes, query.words == 1)) {
        if (found.size() == static_cast<std::size_t>(at_most)) break;
        if (after && place <= *after) continue;
        if (needs_names && release.names->match(place.object, query.names, area) == NameMatch::none) continue;
        found.push_back(place);
    }
    return found;
}

}  // namespace server
