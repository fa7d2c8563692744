#include "generator/publish/marked_up_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/utf8.h"

namespace publish {

namespace {

constexpr std::size_t longest_tag = 4096, longest_entity = 12;
constexpr std::array<std::pair<std::string_view, char32_t>, 14> named{{{"nbsp", U' '},
                                                                       {"ensp", U' '},
                                                                       {"emsp", U' '},
                                                                       {"thinsp", U' '},
                                                                       {"commat", U'@'},
                                                                       {"period", U'.'},
                                                                       {"lpar", U'('},
                                                                       {"rpar", U')'},
                                                                       {"lowbar", U'_'},
                                                                       {"num", U'#'},
                                                                       {"plus", U'+'},
                                                                       {"hyphen", U'-'},
                                                                       {"dash", U'-'},
                                                                       {"middot", U'·'}}};
constexpr std::array<std::string_view, 5> nothing{"shy", "zwnj", "zwj", "lrm", "rlm"};

/// Past a tag, comment or end tag that begins at a place; the place itself when none does.
std::size_t past_tag(std::string_view file, std::size_t at) {
    const std::string_view rest = file.substr(at, longest_tag);
    if (rest.starts_with("<!--")) {
        const std::size_t end = file.find("-->", at);
        return end == file.npos ? at : end + 3;
    }
    if (rest.size() < 3 || rest[0] != '<') return at;
    const char next = rest[1] == '/' ? rest[2] : rest[1];
    if (!((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))) return at;
    const std::size_t end = rest.find('>');
    return end == rest.npos ? at : at + end + 1;
}

/// The character an entity such as &#49; or &nbsp; stands for; `end` is moved past it.
bool read_entity(std::string_view file, std::size_t at, std::size_t& end, std::u32string& character) {
    const std::string_view rest = file.substr(at, longest_entity);
    const std::size_t semicolon = rest.find(';');
    if (rest.size() < 3 || rest[0] != '&' || semicolon == rest.npos) return false;
    std::string_view name = rest.substr(1, semicolon - 1);
    end = at + semicolon + 1;
    character.clear();
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
        if (hexadecimal) name.remove_prefix(1);
        std::uint32_t code = 0;
        const auto [last, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
        if (error != std::errc() || last != name.data() + name.size()) return false;
        character = static_cast<char32_t>(code);
        return true;
    }
    if (std::find(nothing.begin(), nothing.end(), name) != nothing.end()) return true;
    const auto found = std::find_if(named.begin(), named.end(), [&](const auto& one) { return one.first == name; });
    if (found == named.end()) return false;
    character = found->second;
    return true;
}

}  // namespace

MarkedUpText without_markup(std::string_view file) {
    MarkedUpText text;
    const auto put = [&](std::string_view bytes, std::size_t from) {
        text.seen += bytes;
        text.from.resize(text.seen.size(), static_cast<std::uint32_t>(from));
    };
    for (std::size_t at = 0; at < file.size();) {
        std::size_t end = past_tag(file, at);
        if (end > at) {
            at = end;
            continue;
        }
        std::u32string character;
        if (read_entity(file, at, end, character)) {
            put(text::encode(character), at);
            at = end;
            continue;
        }
        const char c = file[at];
        const bool escape = c == '\\' && at + 1 < file.size() && std::ispunct(static_cast<unsigned char>(file[at + 1]));
        if (c != '*' && c != '`' && c != '~' && !escape) put(file.substr(at, 1), at);
        ++at;
    }
    return text;
}

std::size_t line_at(std::string_view file, std::size_t byte) {
    return 1 +
           static_cast<std::size_t>(std::count(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(byte), '\n'));
}

}  // namespace publish
