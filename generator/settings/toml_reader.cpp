#include "generator/settings/toml_reader.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "generator/settings/settings.h"
#include "text/utf8.h"

namespace settings {

namespace {

struct TomlAssertion : std::logic_error {
    using std::logic_error::logic_error;
};

constexpr std::string_view mark = "_u";  // _uXXXXXX_
constexpr std::size_t digits = 6;
constexpr std::string_view hexadecimal = "0123456789ABCDEF";

void append_marked(std::string& to, char32_t point) {
    to += mark;
    for (std::size_t digit = digits; digit-- > 0;) to += hexadecimal[(point >> (4 * digit)) & 0xFU];
    to += '_';
}

std::string to_ascii(std::string_view text) {
    std::string ascii;
    for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
        const text::Decoded decoded = text::decode_at(text, at);
        if (decoded.code_point >= 0x80 || text.substr(at).starts_with(mark))
            append_marked(ascii, decoded.code_point);
        else
            ascii += text[at];
        at += decoded.length;
    }
    return ascii;
}

std::string from_ascii(std::string_view ascii) {
    std::string text;
    while (!ascii.empty()) {
        const std::string_view number = ascii.substr(std::min(mark.size(), ascii.size())).substr(0, digits);
        const bool marked = ascii.starts_with(mark) && ascii.size() > mark.size() + digits &&
                            ascii[mark.size() + digits] == '_' &&
                            number.find_first_not_of(hexadecimal) == std::string_view::npos;
        char32_t point = 0;
        if (marked)
            for (const char digit : number) point = point << 4U | static_cast<char32_t>(hexadecimal.find(digit));
        if (marked)
            text::append(text, point);
        else
            text += ascii.front();
        ascii.remove_prefix(marked ? mark.size() + digits + 1 : 1);
    }
    return text;
}

void put_back(toml::table& table);

void put_back(toml::node& node) {
    if (auto* const string = node.as_string()) string->get() = from_ascii(string->get());
    if (auto* const table = node.as_table()) put_back(*table);
    if (auto* const array = node.as_array())
        for (toml::node& element : *array) put_back(element);
}

void put_back(toml::table& table) {
    std::vector<std::pair<std::string, std::string>> renamed;
    for (auto&& [key, node] : table) {
        put_back(node);
        if (std::string text = from_ascii(key.str()); text != key.str())
            renamed.emplace_back(key.str(), std::move(text));
    }
    for (const auto& [ascii, text] : renamed) {
        table.insert_or_assign(text, std::move(*table.get(ascii)));
        table.erase(ascii);
    }
}

}  // namespace

void fail_toml_assertion() {
    throw TomlAssertion("toml++");
}

std::string TomlText::place(const toml::source_position& position) const {
    std::string_view rest = ascii;
    for (toml::source_index line = 1; line < position.line && !rest.empty(); ++line)
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    const std::size_t before = position.column > 0 ? position.column - 1 : 0;
    const std::size_t column = text::count_code_points(from_ascii(rest.substr(0, before))) + 1;
    return file_name + " 第" + std::to_string(position.line) + "行第" + std::to_string(column) + "列：";
}

TomlText read_toml(std::string_view text, std::string_view file_name, std::size_t most_bytes) {
    TomlText read{std::string(file_name), {}, {}};
    if (text.size() > most_bytes)
        throw Unusable(read.file_name + "：文件超过 " + std::to_string(most_bytes >> 10U) +
                       " KiB，不像是一份设置或说明");
    if (!text::is_utf8(text)) throw Unusable(read.file_name + "：不是 UTF-8 编码，请另存为 UTF-8");
    read.ascii = to_ascii(text);
    try {
        read.table = toml::parse(read.ascii, file_name);
    } catch (const toml::parse_error& error) {
        throw Unusable(read.place(error.source().begin) + "不合 TOML 写法（等号、引号要用半角，文字要写在引号里；" +
                       from_ascii(error.description()) + "）");
    } catch (const TomlAssertion&) {
        throw Unusable(read.file_name + "：不合 TOML 写法，多半是方括号里的节名写错，如 [site]");
    }
    put_back(read.table);
    return read;
}

}  // namespace settings
