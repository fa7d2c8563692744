// A text sign by sign, as a reader sees it: folded to half width and lower case, every kind of digit with its value,
// invisible characters gone, and for the rest whether it may stand inside a number or a name without ending it.
// Part of private_text.h; knows nothing of what is private.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace publish {

struct Sign {
    enum class Kind : std::uint8_t {
        letter,  // letters, ideographs, digits
        joiner,  // blanks, hyphens, dots, brackets, quotation marks, strokes: may stand inside one number or name
        list,    // , 、 ; : 。 and their kin: stand between two numbers more often than inside one
        mask,    // * × ● □ # ? …: may stand for a hidden character
        stop     // % ! ¥ @ and all other signs
    };
    /// Signs of one way of writing digits; where it changes, another number may begin.
    enum class Script : std::uint8_t { plain, wide, chinese, spoken, circled, other };

    char32_t c = 0;                     // folded
    std::uint32_t first = 0, last = 0;  // where it stands in the text: bytes, `last` is past it
    Kind kind = Kind::stop;
    std::int8_t digit = -1;  // 0 to 9 for digits of every sort, Chinese numerals 〇一二…, 零壹贰… and 幺 too
    Script script = Script::plain;

    bool latin() const { return kind == Kind::letter && c >= U'a' && c <= U'z'; }
    bool plain_digit() const { return digit >= 0 && c >= U'0' && c <= U'9'; }
};

struct Signs {
    std::vector<Sign> all;
    std::size_t digits = 0;  // how many have a digit's value
    bool mail = false;       // something that may stand for @ is there
    bool graded = false;     // 级 类 or 险 is there
};

/// Texts are read up to 1 MiB, what is longer is not looked at: the caller must refuse it.
Signs read_signs(std::string_view text);
inline constexpr std::size_t longest_text = 1 << 20;

}  // namespace publish
