#include "records/name_tokens.h"

#include <algorithm>

#include "text/search_key.h"
#include "text/utf8.h"

namespace records {
namespace {

/// FTS5 would take other ASCII characters as the end of a token; they become private ones.
char32_t as_letter(char32_t c) {
    constexpr char32_t private_use = 0xE000;
    const bool letter = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0x80;
    return letter ? c : private_use + c;
}

std::size_t common_end(std::u32string_view a, std::u32string_view b) {
    std::size_t count = 0;
    while (count < a.size() && count < b.size() && a[a.size() - 1 - count] == b[b.size() - 1 - count]) ++count;
    return count;
}

void add_pairs(std::u32string_view text, std::vector<std::string>& to) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) to.push_back(token('g', text.substr(i, 2)));
}

}  // namespace

NameParts name_parts(std::string_view name) {
    NameParts parts;
    const std::string key = text::search_key(name);
    parts.key = text::decode(key);
    parts.parts.push_back(text::decode(text::without_place_suffixes(key)));
    // What follows the last suffix that was removed is the same whichever character one begins at.
    parts.plain_from = parts.key.size() - common_end(parts.key, parts.whole());
    for (std::size_t start = 1; start <= parts.plain_from && start < parts.key.size(); ++start)
        parts.parts.push_back(text::decode(text::without_place_suffixes(text::encode(parts.key.substr(start)))));
    return parts;
}

std::string token(char kind, std::u32string_view characters) {
    std::string made(1, kind);
    for (const char32_t c : characters) text::append(made, as_letter(c));
    return made;
}

void add_tokens(const NameParts& name, std::vector<std::string>& to) {
    const std::u32string& whole = name.whole();
    if (whole.empty()) return;
    for (std::size_t length = 1; length <= longest_beginning && length <= whole.size(); ++length)
        to.push_back(token('b', std::u32string_view(whole).substr(0, length)));
    if (whole.size() <= longest_beginning) to.push_back(token('e', whole));
    const std::size_t plain = name.key.size() - name.plain_from;  // how many characters at the end
    for (const std::u32string& part : name.parts) {
        // Beyond its own beginning a part is like the key's end, whose pairs are added below.
        const std::size_t differs = part.size() - std::min(part.size(), plain);
        add_pairs(std::u32string_view(part).substr(0, differs + 1), to);
        if (!part.empty()) to.push_back(token('c', part.substr(0, 1)));
    }
    const std::u32string_view end = std::u32string_view(name.key).substr(name.plain_from);
    add_pairs(end, to);
    for (const char32_t c : end) to.push_back(token('c', std::u32string_view(&c, 1)));
}

std::vector<std::string> tokens_of_word(std::u32string_view word) {
    std::vector<std::string> tokens;
    if (word.size() == 1) tokens.push_back(token('c', word));
    add_pairs(word, tokens);
    return tokens;
}

std::string_view area_beginning(std::string_view area) {
    while (area.size() > 2 && area.size() % 2 == 0 && area.ends_with("00")) area.remove_suffix(2);
    return area;
}

void add_area_tokens(std::string_view area, std::vector<std::string>& to) {
    const std::string_view own = area_beginning(area);
    for (std::size_t length = 2; length <= own.size(); length += 2)
        to.push_back("a" + std::string(own.substr(0, length)));
}

}  // namespace records
