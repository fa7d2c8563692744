#include "generator/publish/digit_runs.h"

#include <algorithm>

namespace publish {

namespace {

using Kind = Sign::Kind;

constexpr std::size_t most_joiners = 6, most_list_signs = 2, fewest_digits = 7, longest_small_mask = 2;

bool in_word(const Sign& sign) {
    return sign.latin() || sign.plain_digit();
}

/// Which letters stand for digits: those of words such as l38OOl38OOO.
std::vector<bool> letters_as_digits(const std::vector<Sign>& signs) {
    std::vector<bool> as_digits(signs.size(), false);
    for (std::size_t start = 0; start < signs.size();) {
        if (!in_word(signs[start])) {
            ++start;
            continue;
        }
        std::size_t end = start;
        bool digit = false, other = false;
        for (; end < signs.size() && in_word(signs[end]); ++end) {
            const char32_t c = signs[end].c;
            digit = digit || signs[end].plain_digit();
            other = other || (signs[end].latin() && c != U'o' && c != U'l' && c != U'i' && c != U'x');
        }
        for (std::size_t i = start; digit && !other && i < end; ++i)
            as_digits[i] = signs[i].latin() && signs[i].c != U'x';
        start = end;
    }
    return as_digits;
}

int number_at(const DigitRun& run, std::size_t first, std::size_t last) {
    int value = 0;
    for (std::size_t i = first; i < last; ++i) value = value * 10 + (run[i].d - '0');
    return value;
}

struct Token {
    std::size_t first = 0, last = 0;
    std::size_t size() const { return last - first; }
};

std::vector<Token> tokens_of(const DigitRun& run) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (tokens.empty() || run[i].starts || !run[i].is_digit() || !run[i - 1].is_digit()) tokens.push_back({i, i});
        tokens.back().last = i + 1;
    }
    return tokens;
}

/// Marks 2024-3-5, 2024/03/05, 2024.3.5 and 09:30: their digits belong to no telephone number.
void mark_dates(DigitRun& run) {
    const std::vector<Token> tokens = tokens_of(run);
    const auto mark = [&](std::size_t first, std::size_t count) {
        for (std::size_t i = tokens[first].first; i < tokens[first + count - 1].last; ++i) run[i].date = true;
    };
    const auto small = [&](std::size_t token, int least, int most) {
        if (tokens[token].size() > 2 || !run[tokens[token].first].is_digit()) return false;
        const int value = number_at(run, tokens[token].first, tokens[token].last);
        return value >= least && value <= most;
    };
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const char32_t between = run[tokens[i + 1].first].between;
        if (between == U':' && small(i, 0, 24) && small(i + 1, 0, 59) && tokens[i + 1].size() == 2) mark(i, 2);
        if (i + 2 >= tokens.size() || tokens[i].size() != 4 || !run[tokens[i].first].is_digit()) continue;
        const int year = number_at(run, tokens[i].first, tokens[i].last);
        if (year < 1900 || year > 2099 || (between != U'-' && between != U'/' && between != U'.')) continue;
        if (run[tokens[i + 2].first].between == between && small(i + 1, 1, 12) && small(i + 2, 1, 31)) mark(i, 3);
    }
}

class RunBuilder {
  public:
    void digit(char d, const Sign& sign, bool after_letter) {
        const bool mask = d == '*' || d == 'x';
        if (run_.empty() && mask) return;
        const bool gap = joiners_ + lists_ > 0;
        const bool changed = !run_.empty() && (sign.script != script_ || !run_.back().is_digit());
        run_.push_back({d, sign.first, sign.last, run_.empty() || gap || changed, lists_ > 0,
                        joiners_ + lists_ > 1 ? char32_t(1) : between_, sign.script == Sign::Script::other,
                        after_letter, false});
        if (!mask) ++digits_;
        script_ = sign.script;
        joiners_ = lists_ = 0;
        between_ = 0;
    }
    void separator(const Sign& sign) {
        if (run_.empty()) return;
        ++(sign.kind == Kind::list ? lists_ : joiners_);
        between_ = sign.c;
        if (joiners_ > most_joiners || lists_ > most_list_signs) end();
    }
    void end() {
        if (digits_ >= fewest_digits) {
            mark_dates(run_);
            runs_.push_back(std::move(run_));
        }
        run_ = {};
        digits_ = joiners_ = lists_ = 0;
        between_ = 0;
    }
    std::vector<DigitRun> take() {
        end();
        return std::move(runs_);
    }

  private:
    std::vector<DigitRun> runs_;
    DigitRun run_;
    std::size_t digits_ = 0, joiners_ = 0, lists_ = 0;
    char32_t between_ = 0;
    Sign::Script script_ = Sign::Script::plain;
};

}  // namespace

std::vector<DigitRun> digit_runs(const Signs& signs) {
    RunBuilder builder;
    const std::vector<bool> letter_digit = letters_as_digits(signs.all);
    for (std::size_t i = 0; i < signs.all.size(); ++i) {
        const Sign& sign = signs.all[i];
        const bool after_letter = i > 0 && signs.all[i - 1].latin();
        if (sign.digit >= 0) {
            builder.digit(static_cast<char>('0' + sign.digit), sign, after_letter);
        } else if (letter_digit[i]) {
            Sign as_digit = sign;
            as_digit.script = Sign::Script::other;
            builder.digit(sign.c == U'o' ? '0' : '1', as_digit, after_letter);
        } else if (sign.kind == Kind::mask || sign.c == U'x') {
            builder.digit(sign.c == U'x' || sign.c == U'×' ? 'x' : '*', sign, after_letter);
        } else if (sign.kind == Kind::joiner || sign.kind == Kind::list) {
            builder.separator(sign);
        } else {
            builder.end();
        }
    }
    return builder.take();
}

DigitRun without_small_masks(const DigitRun& run) {
    DigitRun kept;
    bool dropped = false;
    for (std::size_t i = 0; i < run.size();) {
        std::size_t end = i;
        while (end < run.size() && run[end].d == '*') ++end;
        if (end > i && end - i <= longest_small_mask) {
            dropped = true;
            i = end;
            continue;
        }
        end = std::max(end, i + 1);
        for (; i < end; ++i) {
            kept.push_back(run[i]);
            kept.back().starts = kept.back().starts || dropped;
            dropped = false;
        }
    }
    return kept;
}

}  // namespace publish
