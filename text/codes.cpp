#include "text/codes.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace text {
namespace {

// GB 32100-2015, table 2: digits and capitals without I, O, S, V, Z; a character's value is its place.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

std::string quoted(char32_t c) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    if (!is_blank(c)) return "“" + encode(std::u32string(1, c)) + "”";
    std::string digits;
    for (int shift = 12; shift >= 0; shift -= 4) digits.push_back(hex[(c >> shift) & 0xF]);
    return "空白或不可见字符（U+" + digits + "）";
}

std::string ordinal(std::size_t position) {
    return "第" + std::to_string(position) + "位";
}

CodeReading refuse(CodeReading reading, std::size_t position, std::string reason) {
    reading.scheme = CodeReading::Scheme::refused;
    reading.code.clear();
    reading.wrong_position = static_cast<int>(position);
    reading.reason = std::move(reason);
    return reading;
}

// Why a text of neither 15 nor 18 characters is no code; what it probably is instead.
std::string length_reason(const std::u32string& code) {
    std::string plain = encode(code);
    const std::string length = std::to_string(code.size());
    const std::string expected = "应为18位统一社会信用代码或15位注册号";
    if (is_organisation_code(plain))
        return "这是组织机构代码（" + length + "个字符），不是统一社会信用代码；" + expected;
    if (code.size() == 13 && all_digits(plain)) return "共13位数字，像2007年以前的旧注册号；" + expected;
    if (plain.find("字第") != std::string::npos) return "像旧式营业执照号（“…字第…号”）；" + expected;
    return "共" + length + "个字符，" + expected;
}

// The first character of 18 that a unified code cannot have in its place, as a refusal; nothing when all can stand.
std::optional<std::pair<std::size_t, std::string>> unusable_character(const std::u32string& code) {
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char32_t c = code[i];
        const bool ascii = c > 0x20 && c < 0x7F;
        const bool in_area = i >= 2 && i < 8;
        if (ascii && alphabet.find(static_cast<char>(c)) < (in_area ? 10 : alphabet.size())) continue;
        const std::string found = ordinal(i + 1) + "是" + quoted(c);
        if (in_area) return std::pair(i + 1, found + "，第3至8位应为6位数字的行政区划码");
        std::string reason = found + "，应为数字或除I、O、S、V、Z外的大写字母";
        if (c == U'I' || c == U'O' || c == U'S' || c == U'Z')
            reason += "；是否为数字" +
                      std::string(c == U'I'   ? "1"
                                  : c == U'O' ? "0"
                                  : c == U'S' ? "5"
                                              : "2") +
                      "，请核对营业执照";
        return std::pair(i + 1, std::move(reason));
    }
    return std::nullopt;
}

CodeReading read_unified(CodeReading reading, const std::u32string& code) {
    if (auto wrong = unusable_character(code))
        return refuse(std::move(reading), wrong->first, std::move(wrong->second));
    reading.code = encode(code);
    const std::string_view all = reading.code;
    const char expected = *unified_check_character(all.substr(0, 17));
    reading.inner_check_wrong = organisation_check_character(all.substr(8, 8)) != all[16];
    if (all[17] != expected) {
        std::string reason = "第18位校验码是“" + std::string(1, all[17]) + "”，按前17位计算应为“" +
                             std::string(1, expected) + "”，其中至少有一位写错";
        if (reading.inner_check_wrong)
            reason += "；第9至17位的主体标识码也不合其校验，应为“" +
                      std::string(1, *organisation_check_character(all.substr(8, 8))) + "”结尾，请先核对这几位";
        return refuse(std::move(reading), 18, std::move(reason));
    }
    reading.scheme = CodeReading::Scheme::unified;
    reading.also_citizen_number = read_citizen_number(all).has_value();
    return reading;
}

CodeReading read_registration(CodeReading reading, const std::u32string& code) {
    for (std::size_t i = 0; i < code.size(); ++i)
        if (code[i] < U'0' || code[i] > U'9')
            return refuse(std::move(reading), i + 1,
                          "共15个字符，" + ordinal(i + 1) + "是" + quoted(code[i]) +
                              "；15位注册号应全为数字，统一社会信用代码应为18位");
    reading.code = encode(code);
    const char expected = *registration_check_digit(std::string_view(reading.code).substr(0, 14));
    if (reading.code[14] != expected) {
        std::string reason = "第15位校验码是“" + reading.code.substr(14) + "”，按前14位计算应为“" +
                             std::string(1, expected) + "”，其中至少有一位写错";
        return refuse(std::move(reading), 15, std::move(reason));
    }
    reading.scheme = CodeReading::Scheme::registration15;
    reading.old_registration_number = true;
    reading.also_citizen_number = read_citizen_number(reading.code).has_value();
    return reading;
}

// Capitals for a-z, which no scheme distinguishes.
std::u32string capitals(std::u32string code, bool& had_lower_case) {
    for (char32_t& c : code) {
        if (c < U'a' || c > U'z') continue;
        c -= U'a' - U'A';
        had_lower_case = true;
    }
    return code;
}

// The two first digits of area codes (GB/T 2260), with the three regions and 91, which permits of residence use.
bool is_province(std::string_view two) {
    constexpr std::array<std::string_view, 36> provinces = {
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91"};
    return std::find(provinces.begin(), provinces.end(), two) != provinces.end();
}

}  // namespace

CodeReading read_code(std::string_view text) {
    CodeReading reading;
    reading.raw = std::string(text);
    if (text.size() > 4096 || !is_utf8(text))
        return refuse(std::move(reading), 0, "单元格内容过长或不是有效的文字，应为18位统一社会信用代码或15位注册号");
    const std::string bare = trimmed(text);
    if (bare.empty()) return refuse(std::move(reading), 0, "代码为空，应为18位统一社会信用代码或15位注册号");
    const std::string half = half_width(bare);
    reading.full_width = half != bare;
    const std::u32string code = capitals(decode(half), reading.lower_case);
    reading.folded = encode(code) != text;
    if (code.size() == 18) return read_unified(std::move(reading), code);
    if (code.size() == 15) return read_registration(std::move(reading), code);
    return refuse(std::move(reading), 0, length_reason(code));
}

std::optional<char> unified_check_character(std::string_view first_seventeen) {
    if (first_seventeen.size() != 17) return std::nullopt;
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char c : first_seventeen) {
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return alphabet[(31 - sum % 31) % 31];
}

std::optional<char> organisation_check_character(std::string_view first_eight) {
    constexpr std::array<int, 8> weights = {3, 7, 9, 10, 5, 8, 4, 2};
    if (first_eight.size() != weights.size()) return std::nullopt;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const char c = first_eight[i];
        if (!is_digit(c) && !is_capital(c)) return std::nullopt;
        sum += weights[i] * (is_digit(c) ? c - '0' : c - 'A' + 10);
    }
    return "0123456789X0"[11 - sum % 11];
}

bool is_organisation_code(std::string_view text) {
    const bool dashed = text.size() == 10 && text[8] == '-';
    if (!dashed && text.size() != 9) return false;
    return organisation_check_character(text.substr(0, 8)) == text.back();
}

std::optional<char> registration_check_digit(std::string_view first_fourteen) {
    if (first_fourteen.size() != 14 || !all_digits(first_fourteen)) return std::nullopt;
    int product = 10;
    for (const char c : first_fourteen) {
        const int sum = (product + (c - '0')) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return static_cast<char>('0' + (11 - product) % 10);
}

std::optional<char> citizen_check_character(std::string_view first_seventeen) {
    if (first_seventeen.size() != 17 || !all_digits(first_seventeen)) return std::nullopt;
    constexpr std::array<int, 17> weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (first_seventeen[i] - '0');
    return "10X98765432"[sum % 11];
}

std::optional<CitizenNumber> read_citizen_number(std::string_view text) {
    if (text.size() > 200) return std::nullopt;
    CitizenNumber citizen;
    citizen.number = half_width(trimmed(text));
    if (citizen.number.ends_with('x')) citizen.number.back() = 'X';
    const std::string_view number = citizen.number;
    citizen.old_form = number.size() == 15;
    if (!citizen.old_form && number.size() != 18) return std::nullopt;
    if (!all_digits(number.substr(0, citizen.old_form ? 15 : 17)) || !is_province(number.substr(0, 2)))
        return std::nullopt;
    if (!citizen.old_form && citizen_check_character(number.substr(0, 17)) != number[17]) return std::nullopt;
    const std::string day =
        citizen.old_form ? "19" + std::string(number.substr(6, 6)) : std::string(number.substr(6, 8));
    const std::optional<Date> birth = parse_date(day);
    if (!birth || birth->year() < std::chrono::year(1850) || birth->year() > std::chrono::year(2099))
        return std::nullopt;
    citizen.area = std::string(number.substr(0, 6));
    citizen.birth = *birth;
    return citizen;
}

}  // namespace text
