// UTF-8 (RFC 3629) as the project accepts it: strict, so that what passes here can be written to JSON, HTML and SQLite.
// It knows bytes and code points only, not what a character means; meaning is in text/fold.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace text {

/// Whether a NUL character (U+0000), which SQLite and C programs cut a text at, counts as valid.
enum class Nul { refused, allowed };

/// What stands for bytes that are no UTF-8 in a text that must be valid: U+FFFD REPLACEMENT CHARACTER.
inline constexpr char32_t replacement_character = U'\uFFFD';

/// True when the bytes are UTF-8 without overlong forms, surrogates, code points past U+10FFFF or a cut-off end.
bool is_utf8(std::string_view bytes, Nul nul = Nul::refused);

/// The offset in bytes of the first byte that is_utf8 objects to; nothing when the whole text is valid.
std::optional<std::size_t> first_invalid_byte(std::string_view bytes, Nul nul = Nul::refused);

/// One code point and the bytes it was read from.
struct Decoded {
    char32_t code_point = 0;
    std::size_t length = 0;  ///< bytes, 1 to 4; 0 only at the end of the text
    bool valid = false;  ///< false: these bytes are no UTF-8, code_point is U+FFFD and length the bytes to pass over
};

/// The code point that starts at byte offset `at`. Past the end: length 0. NUL is valid here.
Decoded decode_at(std::string_view bytes, std::size_t at);

/// All code points; each invalid stretch (as WHATWG's decoder divides them) becomes one U+FFFD.
std::u32string decode(std::string_view bytes);

/// Appends one code point as UTF-8. Surrogates and values past U+10FFFF are written as U+FFFD.
void append(std::string& to, char32_t code_point);

/// The code points as UTF-8, always valid (see append).
std::string encode(std::u32string_view code_points);

/// The number of code points; an invalid stretch counts as one.
std::size_t count_code_points(std::string_view bytes);

/// The longest beginning with at most `limit` code points; a code point is never cut.
std::string_view truncate(std::string_view bytes, std::size_t limit);

/// The text with every invalid stretch replaced by U+FFFD; the text itself when it is valid. NUL stays.
std::string made_valid(std::string_view bytes);

}  // namespace text
