#include "generator/import/cell_text.h"

#include "generator/import/sheet_limits.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace importing {

bool is_blank(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const text::Decoded decoded = text::decode_at(utf8, at);
        if (!text::is_blank(decoded.code_point)) return false;
        at += decoded.length;
    }
    return true;
}

bool has_doubtful_letters(std::string_view utf8) {
    for (std::size_t at = 0; at + 2 < utf8.size(); ++at) {
        const auto first = static_cast<unsigned char>(utf8[at]);
        if (first < 0xEE) continue;
        const auto second = static_cast<unsigned char>(utf8[at + 1]);
        const auto third = static_cast<unsigned char>(utf8[at + 2]);
        if (first == 0xEE || first == 0xF4) return true;                    // U+E000–EFFF, plane 16
        if (first == 0xEF && second < 0xA4) return true;                    // U+F000–F8FF
        if (first == 0xF3 && second >= 0xB0) return true;                   // plane 15
        if (first == 0xEF && second == 0xBF && third == 0xBD) return true;  // U+FFFD
    }
    return false;
}

bool too_long_for_a_cell(std::string_view utf8) {
    if (utf8.size() <= limits::most_cell_characters) return false;
    return text::count_code_points(utf8) > limits::most_cell_characters;
}

}  // namespace importing
