#include "generator/import/clauses.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace importing {

bool is_one_of(char32_t character, std::u32string_view set) {
    return set.find(character) != std::u32string_view::npos;
}
bool is_digit(char32_t character) {
    return character >= U'0' && character <= U'9';
}
bool is_chinese_digit(char32_t character) {
    return is_one_of(character, U"零〇一二两三四五六七八九十百");
}

namespace {

constexpr std::u32string_view units_of_things = U"次户家个名人批起件间所座台辆处项";

char32_t plain(char32_t character) {
    if (character == U'，') return character;  // told from ',', which also groups thousands
    if (character >= 0xFF01 && character <= 0xFF5E) character -= 0xFEE0;
    if (is_one_of(character, U"〔【[［{「")) return U'(';
    if (is_one_of(character, U"〕】]］}」")) return U')';
    if (is_one_of(character, U"‐‑‒–—―−─ー")) return U'-';
    if (is_one_of(character, U"～〜∼")) return U'~';
    if (is_one_of(character, U"≧⩾")) return U'≥';
    if (is_one_of(character, U"≦⩽")) return U'≤';
    if (is_one_of(character, U"﹪٪")) return U'%';
    return character;
}

/// A value ends here, so that a blank, line break or 、behind it divides.
bool ends_value(std::u32string_view text) {
    if (text.empty()) return false;
    const char32_t last = text.back();
    if (last == U'%' || last == U'‰') return true;
    if (!is_one_of(last, units_of_things) || text.size() < 2) return false;
    return is_digit(text[text.size() - 2]) || is_chinese_digit(text[text.size() - 2]);
}

bool only_numerals(std::u32string_view text) {
    const bool chinese = std::all_of(text.begin(), text.end(), is_chinese_digit);
    const bool digits = std::all_of(text.begin(), text.end(), is_digit);
    return !text.empty() && (chinese ? text.size() <= 3 : digits && text.size() <= 2);
}

class Splitter {
  public:
    explicit Splitter(bool lists) : lists_(lists) {}

    void take(std::u32string_view text, int depth) {
        for (std::size_t at = 0; at < text.size();) at = step(text, at, depth);
        flush();
    }
    std::vector<Clause> clauses;

  private:
    void flush() {
        if (!current_.empty()) {
            clauses.push_back({std::move(current_), sentence_, brackets_ > 0});
            sentence_ = false;
        }
        current_.clear();
    }
    void end_sentence() {
        flush();
        if (brackets_ == 0) sentence_ = true;
    }
    bool at_enumerator() const { return sentence_ && only_numerals(current_); }

    std::size_t step(std::u32string_view text, std::size_t at, int depth) {
        const char32_t character = text[at];
        const char32_t next = at + 1 < text.size() ? text[at + 1] : U'\0';
        if (character == U'(') return bracket(text, at, depth);
        if (is_one_of(character, U";。!?|") || (character >= 0x2460 && character <= 0x249B)) {
            end_sentence();
        } else if (character == U'.' && !(is_digit(next) && !current_.empty() && is_digit(current_.back()))) {
            if (at_enumerator()) current_.clear();
            end_sentence();
        } else if (character == U',' && groups_thousands(text, at)) {
            return at + 1;
        } else if (character == U',' || character == U'，') {
            flush();
        } else if (character == U'、' && at_enumerator() && !is_digit(next) && lists_) {
            current_.clear();
        } else if (character == U'、' && lists_ && (ends_value(current_) || current_.empty())) {
            flush();
        } else if (text::is_blank(character)) {
            blank(character, next);
        } else {
            current_ += character;
        }
        return at + 1;
    }

    void blank(char32_t character, char32_t next) {
        const bool line_break = character == U'\n' || character == U'\r';
        if (!ends_value(current_)) return;
        if (line_break) end_sentence();
        if (!line_break && (is_digit(next) || is_one_of(next, U"每不至≥>约"))) flush();
    }

    bool groups_thousands(std::u32string_view text, std::size_t comma) const {
        if (current_.empty() || !is_digit(current_.back())) return false;
        std::size_t digits = 0;
        while (comma + 1 + digits < text.size() && is_digit(text[comma + 1 + digits])) ++digits;
        return digits == 3;
    }

    std::size_t bracket(std::u32string_view text, std::size_t open, int depth) {
        std::size_t close = open + 1;
        for (int level = 1; close < text.size(); ++close) {
            if (text[close] == U'(') ++level;
            if (text[close] == U')' && --level == 0) break;
        }
        if (close >= text.size() || depth >= 4) {  // never closed, or nested beyond reason: an ordinary character
            current_ += text[open];
            return open + 1;
        }
        const std::u32string_view inside = text.substr(open + 1, close - open - 1);
        std::size_t after = close + 1;
        while (after < text.size() && text::is_blank(text[after])) ++after;
        if (current_.empty() && only_numerals(inside)) {
            end_sentence();
        } else if (inside == U"含" || inside == U"含本数") {
            return close + 1;
        } else if (after >= text.size() || is_one_of(text[after], U";。!?|,，、)")) {
            flush();
            ++brackets_;
            take(inside, depth + 1);
            --brackets_;
        } else {
            current_ += text.substr(open, close + 1 - open);
        }
        return close + 1;
    }

    bool lists_;
    std::u32string current_;
    bool sentence_ = true;
    int brackets_ = 0;
};

}  // namespace

std::u32string plain_characters(std::string_view utf8) {
    std::u32string characters = text::decode(utf8);
    std::transform(characters.begin(), characters.end(), characters.begin(), plain);
    return characters;
}

std::vector<Clause> split_clauses(std::string_view utf8, bool lists) {
    Splitter splitter(lists);
    splitter.take(plain_characters(utf8), 0);
    return std::move(splitter.clauses);
}

}  // namespace importing
