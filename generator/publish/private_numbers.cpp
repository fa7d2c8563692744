#include "generator/publish/private_numbers.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/codes.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace publish {

namespace {

constexpr std::u32string_view separators = U" \t\r\n\u00a0\u3000-.·/()_+,，:：、‐‑‒–－．・／（）＿＋\u2002\u2003\u2009\u202f[]【】{}'’";
constexpr std::u32string_view masks = U"*＊×✱●•■█※?？xXｘＸ";
constexpr std::u32string_view chinese_digits = U"〇一二三四五六七八九";
constexpr std::u32string_view spoken_digits = U"零壹贰叁肆伍陆柒捌玖";
constexpr std::size_t most_separators = 3;

bool invisible(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_FORMAT_CHAR || type == U_NON_SPACING_MARK || c == 0xfe0f;
}

/// 0 to 9 for every sort of digit, otherwise -1.
int digit_of(char32_t c) {
    if (const auto at = chinese_digits.find(c); at != chinese_digits.npos) return static_cast<int>(at);
    if (const auto at = spoken_digits.find(c); at != spoken_digits.npos) return static_cast<int>(at);
    if (c == U'○') return 0;
    if (const int value = u_charDigitValue(static_cast<UChar32>(c)); value >= 0) return value;
    const auto circled_or_raised = u_charType(static_cast<UChar32>(c)) == U_OTHER_NUMBER;
    const double value = circled_or_raised ? u_getNumericValue(static_cast<UChar32>(c)) : -1;
    return value >= 0 && value <= 9 && value == static_cast<int>(value) ? static_cast<int>(value) : -1;
}

class RunBuilder {
  public:
    explicit RunBuilder(std::vector<DigitRun>& runs) : runs_(runs) {}

    void take(char32_t c, std::size_t at, std::size_t length) {
        if (const int digit = digit_of(c); digit >= 0) return append(static_cast<char>('0' + digit), at, length);
        if (run_.digits.empty() || invisible(c)) return;
        if (masks.find(c) != masks.npos) {
            const bool tail_letter = (c == U'x' || c == U'X' || c == U'ｘ' || c == U'Ｘ');
            return append(tail_letter ? 'X' : '*', at, length);
        }
        if (separators.find(c) == separators.npos || ++separators_ > most_separators) return end();
        token_starts_ = true;
    }
    void end() {
        if (run_.digits.size() >= 8) runs_.push_back(run_);
        run_ = {};
        token_starts_ = true;
        separators_ = 0;
    }

  private:
    void append(char digit, std::size_t at, std::size_t length) {
        if (run_.digits.empty()) run_.first = at;
        run_.digits += digit;
        run_.starts_token.push_back(token_starts_);
        run_.last = at + length;
        token_starts_ = false;
        separators_ = 0;
    }
    std::vector<DigitRun>& runs_;
    DigitRun run_;
    bool token_starts_ = true;
    std::size_t separators_ = 0;
};

bool has_digits(std::string_view digits) { return digits.find_first_not_of("0123456789") == digits.npos; }

/// 18 characters as a task number (国家局公示编号): area, a day since 2014, the kind digit 1, a serial.
bool task_number_form(std::string_view digits) {
    return digits.size() == 18 && digits[14] == '1' && digits.substr(6, 4) >= "2014";
}

bool mobile(std::string_view digits) {
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && has_digits(digits);
}

/// A number with its tail masked that still tells who: area and birthday, or all but the last two of a mobile number.
bool masked_citizen_number(std::string_view digits) {
    if (digits.size() < 17 || digits.size() > 19 || digits.find('*') == digits.npos) return false;
    if (!has_digits(digits.substr(0, 14)) || digits[6] < '1' || digits[6] > '2') return false;
    std::string guess(digits.substr(0, 14));
    guess += "000";
    const auto check = text::citizen_check_character(guess);
    return check && text::read_citizen_number(guess + *check).has_value();
}
bool masked_mobile(std::string_view digits) {
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && has_digits(digits.substr(0, 9)) &&
           digits.find('*') != digits.npos && digits.find('X') == digits.npos;
}

std::string mask(std::string_view digits) {
    const std::size_t shown = digits.size() > 12 ? 6 : 3;
    return std::string(digits.substr(0, shown)) + std::string(digits.size() - shown - 2, '*') +
           std::string(digits.substr(digits.size() - 2));
}

/// What stretches of a run may be one number: from a token's start to a token's end.
struct Stretch {
    std::string_view digits;
    bool whole_run;
};

std::vector<Stretch> stretches(const DigitRun& run, std::size_t length) {
    std::vector<Stretch> found;
    const std::string_view digits = run.digits;
    for (std::size_t start = 0; start + length <= digits.size(); ++start) {
        const std::size_t end = start + length;
        if (!run.starts_token[start] || (end < digits.size() && !run.starts_token[end])) continue;
        found.push_back({digits.substr(start, length), length == digits.size()});
    }
    return found;
}

}  // namespace

std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at) {
    const text::Decoded decoded = text::decode_at(text, at);
    if (decoded.length == 0) return std::nullopt;
    at += decoded.length;
    return decoded.code_point;
}

std::vector<DigitRun> digit_runs(std::string_view text) {
    std::vector<DigitRun> runs;
    RunBuilder builder(runs);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t before = at;
        const auto c = next_code_point(text, at);
        if (!c) break;
        builder.take(*c, before, at - before);
    }
    builder.end();
    return runs;
}

namespace {

void judge_18(std::string_view digits, ColumnSort sort, std::vector<PrivateFinding>& into) {
    if (!text::read_citizen_number(digits)) {
        if (masked_citizen_number(digits)) into.push_back({"公民身份号码（遮盖不足）", mask(digits), "", "", false});
        return;
    }
    if (sort == ColumnSort::number && task_number_form(digits)) return;
    const bool also_code = text::read_code(digits).accepted();
    into.push_back({"公民身份号码", mask(digits), "", "", also_code || task_number_form(digits)});
}

void judge_15(std::string_view digits, ColumnSort sort, std::vector<PrivateFinding>& into) {
    if (sort == ColumnSort::code || sort == ColumnSort::number || !has_digits(digits)) return;
    if (!text::read_citizen_number(digits)) return;
    into.push_back({"公民身份号码（15位）", mask(digits), "", "", text::read_code(digits).accepted()});
}

void judge_mobile(std::string_view digits, std::vector<PrivateFinding>& into) {
    if (mobile(digits)) into.push_back({"手机号码", mask(digits), "", std::string(digits), false});
    if (masked_mobile(digits)) into.push_back({"手机号码（遮盖不足）", mask(digits), "", "", false});
}

}  // namespace

void find_numbers(std::string_view text, ColumnSort sort, std::vector<PrivateFinding>& into) {
    for (const DigitRun& run : digit_runs(text)) {
        const std::size_t before = into.size();
        for (const std::size_t length : {18, 17, 19})
            for (const Stretch& stretch : stretches(run, length))
                if (length == 18 || stretch.digits.find('*') != stretch.digits.npos) judge_18(stretch.digits, sort, into);
        for (const Stretch& stretch : stretches(run, 15)) judge_15(stretch.digits, sort, into);
        for (const Stretch& stretch : stretches(run, 11)) judge_mobile(stretch.digits, into);
        for (const auto& [length, prefix] : {std::pair<std::size_t, std::string_view>{13, "86"}, {15, "0086"}})
            for (const Stretch& stretch : stretches(run, length))
                if (stretch.digits.starts_with(prefix)) judge_mobile(stretch.digits.substr(prefix.size()), into);
        const std::size_t from = run.first < 60 ? 0 : run.first - 60;
        for (std::size_t i = before; i < into.size(); ++i)
            into[i].around = text::fold(text.substr(from, std::min(text.size(), run.last + 60) - from));
    }
}

}  // namespace publish
