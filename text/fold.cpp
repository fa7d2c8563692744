#include "text/fold.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace text {
namespace {

// The rule for a code point, or nullptr when it stays as it is.
const FoldRule* rule_for(char32_t code_point) {
    const std::span<const FoldRule> rules = fold_rules();
    const auto next = std::upper_bound(rules.begin(), rules.end(), code_point,
                                       [](char32_t c, const FoldRule& rule) { return c < rule.first; });
    if (next == rules.begin()) return nullptr;
    const FoldRule& rule = *(next - 1);
    return code_point <= rule.last ? &rule : nullptr;
}

void append_folded(std::string& folded, char32_t code_point) {
    const bool common_ideograph = code_point >= 0x4E00 && code_point <= 0x9FFF;  // no rule there: most of every text
    const FoldRule* rule = common_ideograph ? nullptr : rule_for(code_point);
    if (rule == nullptr) return append(folded, code_point);
    const char32_t place = code_point - rule->first;
    switch (rule->how) {
        case FoldRule::How::becomes:
            for (const char32_t c : rule->to) append(folded, c);
            break;
        case FoldRule::How::counts_up:
            append(folded, rule->to.front() + place);
            break;
        case FoldRule::How::listed:
            append(folded, rule->to[place]);
            break;
    }
}

struct Range {
    char32_t first;
    char32_t last;
};

}  // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        append_folded(folded, next.code_point);
        at += next.length;
    }
    return folded;
}

std::string half_width(std::string_view text) {
    std::string half;
    half.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        if (next.code_point >= 0xFF01 && next.code_point <= 0xFF5E)
            half.push_back(static_cast<char>(next.code_point - 0xFEE0));
        else if (next.code_point == 0x3000)
            half.push_back(' ');
        else
            half.append(text.substr(at, next.length));
        at += next.length;
    }
    return half;
}

bool is_blank(char32_t code_point) {
    if (code_point > 0x20 && code_point < 0x7F) return false;  // most of every code and number
    constexpr std::array<Range, 15> blanks = {{{0x0000, 0x0020},
                                               {0x007F, 0x00A0},
                                               {0x00AD, 0x00AD},
                                               {0x061C, 0x061C},
                                               {0x115F, 0x1160},
                                               {0x1680, 0x1680},
                                               {0x180E, 0x180E},
                                               {0x2000, 0x200F},
                                               {0x2028, 0x202F},
                                               {0x205F, 0x206F},
                                               {0x3000, 0x3000},
                                               {0x3164, 0x3164},
                                               {0xFEFF, 0xFEFF},
                                               {0xFFA0, 0xFFA0},
                                               {0xFFF9, 0xFFFC}}};
    return std::any_of(blanks.begin(), blanks.end(),
                       [=](const Range& range) { return code_point >= range.first && code_point <= range.last; });
}

std::string trimmed(std::string_view text) {
    std::size_t start = 0;
    while (start < text.size()) {
        const Decoded next = decode_at(text, start);
        if (!is_blank(next.code_point)) break;
        start += next.length;
    }
    std::size_t end = start;  // behind the last code point that is no blank
    for (std::size_t at = start; at < text.size();) {
        const Decoded next = decode_at(text, at);
        at += next.length;
        if (!is_blank(next.code_point)) end = at;
    }
    return std::string(text.substr(start, end - start));
}

bool blank(std::string_view text) {
    return trimmed(text).empty();
}

}  // namespace text
