#include "generator/publish/private_signs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace publish {

namespace {

using Kind = Sign::Kind;
using Script = Sign::Script;

constexpr std::u32string_view mask_signs = U"×✱●•■█□▇▆※☆★◆◇△▲◎◯＿✕✖";
constexpr std::u32string_view list_signs = U"、。，；：﹐﹑﹔﹕｡､";
constexpr std::u32string_view counted = U"〇一二三四五六七八九";
constexpr std::u32string_view spoken = U"零壹贰叁肆伍陆柒捌玖";
constexpr std::u32string_view spoken_traditional = U"零弌貳參肆伍陸柒捌玖";

std::array<Sign, 128> ascii_signs() {
    std::array<Sign, 128> table{};
    for (char32_t c = 0; c < 128; ++c) {
        Sign& sign = table[c];
        sign.c = c >= U'A' && c <= U'Z' ? c + 32 : c;
        if ((sign.c >= U'a' && sign.c <= U'z') || (c >= U'0' && c <= U'9'))
            sign.kind = Kind::letter;
        else if (std::u32string_view(U"*?#").find(c) != std::u32string_view::npos)
            sign.kind = Kind::mask;
        else if (std::u32string_view(U",;:").find(c) != std::u32string_view::npos)
            sign.kind = Kind::list;
        else if (std::u32string_view(U"%$!&@").find(c) != std::u32string_view::npos)
            sign.kind = Kind::stop;
        else
            sign.kind = Kind::joiner;
        if (c >= U'0' && c <= U'9') sign.digit = static_cast<std::int8_t>(c - U'0');
    }
    return table;
}

bool invisible(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_FORMAT_CHAR || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// The value of a digit that is no ideograph: any decimal digit, circled, bracketed, raised ones; else -1.
int other_digit(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    if (const int value = u_charDigitValue(code); value >= 0) return value;
    const auto type = u_charType(code);
    if (type != U_OTHER_NUMBER && type != U_LETTER_NUMBER) return -1;
    const double value = u_getNumericValue(code);
    return value >= 0 && value <= 9 && value == static_cast<int>(value) ? static_cast<int>(value) : -1;
}

/// Letters in circles and brackets are the letters: Ⓓ ⓓ ⒟.
char32_t uncircled(char32_t c) {
    if (c >= 0x24B6 && c <= 0x24CF) return c - 0x24B6 + U'a';
    if (c >= 0x24D0 && c <= 0x24E9) return c - 0x24D0 + U'a';
    if (c >= 0x249C && c <= 0x24B5) return c - 0x249C + U'a';
    return 0;
}

Kind kind_of(char32_t c) {
    if (mask_signs.find(c) != mask_signs.npos) return Kind::mask;
    if (list_signs.find(c) != list_signs.npos) return Kind::list;
    if (c == U'…' || c == U'‰' || c == U'@') return Kind::stop;
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    if ((mask & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return Kind::letter;
    if ((mask & (U_GC_P_MASK | U_GC_Z_MASK | U_GC_SM_MASK | U_GC_SK_MASK)) != 0) return Kind::joiner;
    return Kind::stop;
}

class Reader {
  public:
    explicit Reader(Signs& signs) : signs_(signs) {}

    void ascii(unsigned char byte) {
        static const std::array<Sign, 128> table = ascii_signs();
        Sign sign = table[byte];
        if (byte == '@') signs_.mail = true;
        if (sign.c == U't' && !signs_.all.empty() && signs_.all.back().c == U'a') signs_.mail = true;
        if (sign.kind == Kind::mask) signs_.mail = true;
        put(sign);
    }
    void ideograph(char32_t c) {
        Sign sign{c, 0, 0, Kind::letter, -1, Script::plain};
        digit_of_ideograph(c, sign);
        if (c == U'级' || c == U'类' || c == U'险' || c == U'級' || c == U'類' || c == U'險') signs_.graded = true;
        if (c == U'艾' || c == U'圈') signs_.mail = true;
        put(sign);
    }
    void other(char32_t c, std::string_view bytes) {
        if (text::is_blank(c) && !invisible(c)) return put({U' ', 0, 0, Kind::joiner, -1, Script::plain});
        if (invisible(c)) return;
        if (const int value = c == 0x3007 ? 0 : other_digit(c); value >= 0) {
            const bool wide = c >= 0xFF10 && c <= 0xFF19;
            const Script script = c == 0x3007 ? Script::chinese : wide ? Script::wide : Script::circled;
            const char32_t folded = wide ? U'0' + static_cast<char32_t>(value) : c;
            return put({folded, 0, 0, Kind::letter, static_cast<std::int8_t>(value), script});
        }
        if (const char32_t letter = uncircled(c); letter != 0) {
            signs_.mail = true;
            return put({letter, 0, 0, Kind::letter, -1, Script::circled});
        }
        if (kind_of(c) == Kind::list || kind_of(c) == Kind::mask) {
            signs_.mail = true;
            return put({c, 0, 0, kind_of(c), -1, Script::plain});
        }
        folded(bytes);
    }
    void place(std::size_t first, std::size_t last) { first_ = first, last_ = last; }

  private:
    static void digit_of_ideograph(char32_t c, Sign& sign) {
        std::size_t value = counted.find(c);
        if (value != counted.npos) {
            sign.script = Script::chinese;
        } else {
            value = spoken.find(c);
            if (value == spoken.npos) value = spoken_traditional.find(c);
            if (value == spoken.npos && c == U'幺') value = 1;
            if (value == spoken.npos && c == U'叄') value = 3;
            if (value == spoken.npos) return;
            sign.script = Script::spoken;
        }
        sign.digit = static_cast<std::int8_t>(value);
    }
    /// What text::fold makes of it: full width, radicals, compatibility forms, quotation marks.
    void folded(std::string_view bytes) {
        const std::u32string folded = text::decode(text::fold(bytes));
        if (folded.empty()) return put({U'"', 0, 0, Kind::joiner, -1, Script::plain});
        for (const char32_t c : folded) {
            if (c < 128)
                ascii(static_cast<unsigned char>(c));
            else if (c >= 0x4E00 && c <= 0x9FFF)
                ideograph(c);
            else if (c == 0x3007)
                put({c, 0, 0, Kind::letter, 0, Script::chinese});
            else
                put({c, 0, 0, kind_of(c), -1, Script::plain});
        }
    }
    void put(Sign sign) {
        sign.first = static_cast<std::uint32_t>(first_);
        sign.last = static_cast<std::uint32_t>(last_);
        if (sign.digit >= 0) ++signs_.digits;
        signs_.all.push_back(sign);
    }
    Signs& signs_;
    std::size_t first_ = 0, last_ = 0;
};

}  // namespace

Signs read_signs(std::string_view text) {
    text = text::truncate(text.substr(0, longest_text), longest_text);
    Signs signs;
    signs.all.reserve(text.size() / 2);
    Reader reader(signs);
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            reader.place(at, at + 1);
            reader.ascii(byte);
            ++at;
            continue;
        }
        const text::Decoded next = text::decode_at(text, at);
        reader.place(at, at + next.length);
        if (next.code_point >= 0x4E00 && next.code_point <= 0x9FFF)
            reader.ideograph(next.code_point);
        else
            reader.other(next.code_point, text.substr(at, next.length));
        at += next.length;
    }
    return signs;
}

}  // namespace publish
