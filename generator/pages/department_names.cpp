#include "generator/pages/department_names.h"

#include <algorithm>

#include "text/utf8.h"

namespace pages {
namespace {

constexpr std::size_t shortest_word = 9;  // bytes: three characters, 公安局

bool separates(char32_t character) {
    return std::u32string_view(U"、，,；;\n\r/ \t　").find(character) != std::u32string_view::npos;
}

std::vector<std::string_view> words_of(std::string_view cell) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < cell.size();) {
        const text::Decoded decoded = text::decode_at(cell, at);
        if (separates(decoded.code_point)) {
            words.push_back(cell.substr(begin, at - begin));
            begin = at + decoded.length;
        }
        at += decoded.length;
    }
    words.push_back(cell.substr(begin));
    std::erase(words, "");
    return words;
}

}  // namespace

std::optional<records::Id> DepartmentNames::one_named(std::string_view office, std::string_view text) const {
    std::optional<records::Id> by_ending;
    bool several = false;
    for (const records::Department& department : departments_) {
        if (department.office != office) continue;
        if (department.name == text) return department.id;
        if (text.size() < shortest_word || !department.name.ends_with(text)) continue;
        several = by_ending.has_value();
        by_ending = department.id;
    }
    return several ? std::nullopt : by_ending;
}

std::vector<records::Id> DepartmentNames::named_in(std::string_view office, std::string_view cell) const {
    std::vector<records::Id> named;
    for (const std::string_view word : words_of(cell))
        if (const auto id = one_named(office, word); id && std::find(named.begin(), named.end(), *id) == named.end())
            named.push_back(*id);
    return named;
}

}  // namespace pages
