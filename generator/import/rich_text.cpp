#include "generator/import/rich_text.h"

#include <charconv>
#include <optional>
#include <utility>

#include "generator/import/sheet_limits.h"
#include "text/utf8.h"

namespace importing {
namespace {

constexpr std::size_t escape_length = 7;  // _xHHHH_

std::optional<char32_t> escaped_unit(std::string_view text, std::size_t at) {
    if (at + escape_length > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_')
        return std::nullopt;
    unsigned unit = 0;
    const char* const begin = text.data() + at + 2;
    const auto [end, problem] = std::from_chars(begin, begin + 4, unit, 16);
    if (problem != std::errc{} || end != begin + 4) return std::nullopt;
    return unit;
}

std::string without_carriage_returns(std::string text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            kept.push_back(text[at]);
        else if (at + 1 == text.size() || text[at + 1] != '\n')
            kept.push_back('\n');
    }
    return kept;
}

}  // namespace

std::string without_escapes(std::string text) {
    if (text.find("_x") != std::string::npos) {
        std::string plain;
        for (std::size_t at = 0; at < text.size();) {
            const auto unit = escaped_unit(text, at);
            if (!unit) {
                plain.push_back(text[at++]);
                continue;
            }
            at += escape_length;
            const auto low = *unit >= 0xD800 && *unit < 0xDC00 ? escaped_unit(text, at) : std::nullopt;
            if (low && *low >= 0xDC00 && *low < 0xE000) {
                text::append(plain, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
                at += escape_length;
            } else {
                text::append(plain, *unit == 0 ? text::replacement_character : *unit);
            }
        }
        text = std::move(plain);
    }
    return text.find('\r') == std::string::npos ? text : without_carriage_returns(std::move(text));
}

void RichText::begin() {
    text_.clear();
    phonetic_ = 0;
    in_text_ = false;
}

void RichText::start(std::string_view element) {
    if (element == "rPh") ++phonetic_;
    if (element == "t") in_text_ = true;
}

void RichText::end(std::string_view element) {
    if (element == "rPh") --phonetic_;
    if (element == "t") in_text_ = false;
}

bool RichText::add(std::string_view piece) {
    if (!in_text_ || phonetic_ > 0) return true;
    text_.append(piece);
    return text_.size() <= limits::most_cell_bytes;
}

std::string RichText::take() {
    return without_escapes(std::exchange(text_, {}));
}

}  // namespace importing
