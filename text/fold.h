// Two spellings of one name, header or search key fold to the same text. ONE table says how, code point by code point;
// the browser's search and the server use the same table (fold_rules), so all three find the same things.
// A folded text is for comparing only and is never shown. It knows nothing of names' grammar: 第一 and 第1 stay
// different, simplified and traditional stay different.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace text {

/// What code points first..last become.
struct FoldRule {
    enum class How {
        becomes,    ///< each becomes `to`; empty: it is removed
        counts_up,  ///< `to` is what `first` becomes, the others count up from it: {U'A', U'Z', U"a"} is lower case
        listed      ///< `to` has one character for each of them
    };
    char32_t first = 0;
    char32_t last = 0;
    std::u32string_view to;
    How how = How::becomes;
};

/// The folding table, sorted and without overlaps; a code point in no rule stays. Outputs are fixed points of the
/// table.
std::span<const FoldRule> fold_rules();

/// The comparable form of a text, always valid UTF-8 at most four times as many code points:
/// full width → half width (全角→半角), ASCII lower case, every bracket pair （）〔〕【】[]{} → (), dashes and tildes
/// －—～〜 → -, quotation and title marks “”‘’「」《》 removed, all white space, zero-width and control characters
/// removed (line breaks, NBSP and ideographic space too), comma and 、→ ",", 。→ ".", middle dots → ·, ○ → 〇, Ⅱ → ii,
/// ㎡ → m2, radicals and compatibility ideographs as PDF copies contain them (⻓, ⾏) → the ordinary ideograph.
/// Invalid bytes become U+FFFD. fold(fold(x)) == fold(x), and fold(a + b) == fold(a) + fold(b) at any code point.
std::string fold(std::string_view text);

/// Full-width ASCII (U+FF01–FF5E) → ASCII and ideographic space → space; nothing else changes, bytes included.
std::string half_width(std::string_view text);

/// Whether a code point is white space or invisible at the edge of a cell: Unicode White_Space, BOM, zero-width
/// characters, directional marks and C0/C1 controls.
bool is_blank(char32_t code_point);

/// The text without blanks (is_blank) at its two ends; inside nothing changes.
std::string trimmed(std::string_view text);

/// True when the text consists of blanks only (is_blank) or is empty.
bool blank(std::string_view text);

}  // namespace text
