#include "text/document_number.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace text {
namespace {

constexpr std::size_t longest = 300;        // bytes looked at
constexpr std::size_t longest_agency = 40;  // code points
constexpr std::u32string_view opening = U"〔[(【﹝〖{";
constexpr std::u32string_view closing = U"〕])】﹞〗}";

std::u32string without_blanks(std::string_view text) {
    std::u32string kept;
    for (const char32_t c : decode(half_width(text)))
        if (!is_blank(c)) kept.push_back(c);
    return kept;
}

// A number of at most `most` digits and nothing else; 0 when it is not one.
int number_of(std::u32string_view digits, std::size_t most) {
    if (digits.empty() || digits.size() > most) return 0;
    int value = 0;
    for (const char32_t c : digits) {
        if (c < U'0' || c > U'9') return 0;
        value = value * 10 + static_cast<int>(c - U'0');
    }
    return value;
}

// An agency's word begins with an ideograph and holds ideographs, letters, digits and brackets (穗〔某〕函, 某字).
bool is_agency(std::u32string_view word) {
    const auto ideograph = [](char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x323AF); };
    const auto allowed = [&](char32_t c) {
        return ideograph(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ||
               opening.find(c) != std::u32string_view::npos || closing.find(c) != std::u32string_view::npos;
    };
    return !word.empty() && word.size() <= longest_agency && ideograph(word.front()) &&
           std::all_of(word.begin(), word.end(), allowed);
}

}  // namespace

std::string DocumentNumber::canonical() const {
    return agency + "〔" + std::to_string(year) + "〕" + std::to_string(serial) + "号";
}

std::optional<DocumentNumber> parse_document_number(std::string_view text) {
    if (text.size() > longest) return std::nullopt;
    const std::u32string plain = without_blanks(text);
    std::u32string_view rest = plain;
    if (!rest.ends_with(U'号')) return std::nullopt;
    rest.remove_suffix(1);
    const std::size_t close = rest.find_last_of(closing);
    if (close == std::u32string_view::npos || close < 6) return std::nullopt;
    const std::size_t open = close - 5;
    if (opening.find(rest[open]) != closing.find(rest[close])) return std::nullopt;
    std::u32string_view serial = rest.substr(close + 1);
    if (serial.starts_with(U'第')) serial.remove_prefix(1);
    const DocumentNumber number{encode(rest.substr(0, open)), number_of(rest.substr(open + 1, 4), 4),
                                number_of(serial, 5)};
    const bool good =
        is_agency(rest.substr(0, open)) && number.year >= 1949 && number.year <= 2099 && number.serial > 0;
    return good ? std::optional(number) : std::nullopt;
}

}  // namespace text
