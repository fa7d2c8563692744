#include "generator/pages/view.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstring>
#include <type_traits>

#include "generator/pages/template_set.h"

namespace pages {
namespace {

static_assert(std::is_trivially_destructible_v<Dictionary>, "a page's memory is given back without destructors");

/// The code point a UTF-8 sequence of two or three bytes stands for, 0 for any other.
char32_t short_code_point(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    if (bytes.size() >= 2 && (at(0) & 0xE0) == 0xC0) return ((at(0) & 0x1Fu) << 6) | (at(1) & 0x3Fu);
    if (bytes.size() >= 3 && (at(0) & 0xF0) == 0xE0)
        return ((at(0) & 0x0Fu) << 12) | ((at(1) & 0x3Fu) << 6) | (at(2) & 0x3Fu);
    return 0;
}

bool invisible(char32_t c) {
    return (c >= 0x80 && c <= 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

constexpr bool ascii_control(unsigned char c) {
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

/// Whether a byte may begin something that visible() replaces: most Chinese text has none of these.
constexpr bool suspicious(unsigned char c) {
    return ascii_control(c) || c == 0xC2 || c == 0xD8 || c == 0xE1 || c == 0xE2 || c == 0xEF;
}

constexpr unsigned char to_look_at = 1, to_escape = 2;
constexpr std::array<unsigned char, 256> care_of_byte = [] {
    std::array<unsigned char, 256> care{};
    for (unsigned byte = 0; byte < 256; ++byte)
        care[byte] = static_cast<unsigned char>((suspicious(static_cast<unsigned char>(byte)) ? to_look_at : 0) |
                                                (byte <= 0x20 && byte != ' ' ? to_escape : 0));
    for (const char c : std::string_view("&<>\"':\\`")) care[static_cast<unsigned char>(c)] |= to_escape;
    return care;
}();

unsigned care_of(std::string_view text) {
    unsigned care = 0;
    for (const char c : text) care |= care_of_byte[static_cast<unsigned char>(c)];
    return care;
}

std::uint64_t bit(int name) {
    return std::uint64_t{1} << (static_cast<unsigned>(name) % 64);
}

/// The index of the first character that visible() replaces.
std::size_t first_invisible(std::string_view text, std::size_t from) {
    for (std::size_t i = from; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (suspicious(byte) && (ascii_control(byte) || invisible(short_code_point(text.substr(i))))) return i;
    }
    return text.npos;
}

}  // namespace

std::string visible(std::string_view text) {
    std::string result;
    std::size_t kept = 0;
    for (std::size_t at = 0; (at = first_invisible(text, at)) != text.npos; at = kept) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const char32_t c = ascii_control(byte) ? byte : short_code_point(text.substr(at));
        result += text.substr(kept, at - kept);
        if (c != '\r') result += fmt::format("⟦U+{:04X}⟧", static_cast<std::uint32_t>(c));
        kept = at + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3);
    }
    return result += text.substr(kept);
}

const Dictionary::Value* Dictionary::value(int name) const {
    if ((known & bit(name)) != 0)
        for (const Value* at = values; at != nullptr; at = at->next)
            if (at->name == name) return at;
    return nullptr;
}

const Dictionary::Section* Dictionary::section(int key) const {
    if ((known & bit(key)) != 0)
        for (const Section* at = sections; at != nullptr; at = at->next)
            if (at->key == key) return at;
    return nullptr;
}

std::string_view Values::kept(std::string_view text) {
    if (text.empty()) return {};
    char* copy = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
}

void Values::put(Dictionary& into, int name, std::string_view value) {
    const unsigned care = care_of(value);
    auto& made = make<Dictionary::Value>();
    const bool hides = (care & to_look_at) != 0 && first_invisible(value, 0) != value.npos;
    made = {name, (care & to_escape) == 0, kept(hides ? visible(value) : value), into.values};
    into.values = &made;  // the newest is found first
    into.known |= bit(name);
}

Dictionary::Section& Values::section(Dictionary& of, int key) {
    for (Dictionary::Section* at = of.sections; at != nullptr; at = at->next)
        if (at->key == key) return *at;
    auto& made = make<Dictionary::Section>();
    made = {key, nullptr, nullptr, of.sections};
    of.sections = &made;
    of.known |= bit(key);
    return made;
}

Dictionary& Values::repeat(Dictionary& of, int key, const Dictionary* parent) {
    Dictionary::Section& list = section(of, key);
    auto& made = make<Dictionary>();
    made.parent = parent;
    (list.last != nullptr ? list.last->next : list.first) = &made;
    list.last = &made;
    return made;
}

void View::set(std::string_view name, std::string_view value) {
    if (const int number = page_->templates_.number_of(name); number >= 0) page_->put(*dictionary_, number, value);
}
void View::set(std::string_view name, std::int64_t value) {
    std::array<char, 24> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    set(name, std::string_view(digits.data(), end));
}
void View::fill(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    const int number = page_->templates_.number_of(name);
    if (number < 0) return;
    page_->put(*dictionary_, number, value);
    show_once(number);
}
void View::html(std::string_view name, std::string_view markup) {
    const int number = page_->templates_.number_of(name);
    if (number < 0) return;
    auto& made = page_->make<Dictionary::Value>();
    made = {number, false, page_->kept(markup), dictionary_->values};
    dictionary_->values = &made;
    dictionary_->known |= bit(number);
}
void View::show(std::string_view section) {
    if (const int number = page_->templates_.number_of(section); number >= 0) show_once(number);
}
void View::show_once(int name) {
    if (page_->section(*dictionary_, section_key(name)).first == nullptr)
        page_->repeat(*dictionary_, section_key(name), dictionary_);
}
View View::add(std::string_view section) {
    return {*page_, page_->repeat(*dictionary_, section_key(page_->templates_.number_of(section)), dictionary_)};
}
View View::include(std::string_view name, std::string_view file) {
    Dictionary& included = page_->repeat(*dictionary_, inclusion_key(page_->templates_.number_of(name)), nullptr);
    included.included = page_->templates_.tree(file);
    return {*page_, included};
}
void View::global(std::string_view name, std::string_view value) {
    View(*page_, page_->globals_).set(name, value);
}
void View::global_show(std::string_view section) {
    View(*page_, page_->globals_).show(section);
}

}  // namespace pages
