#include "search/code_reading.h"

#include <algorithm>
#include <optional>

#include "text/codes.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace search {
namespace {

constexpr std::size_t unified_length = 18;
constexpr std::string_view never = "IOSVZ";  // letters that no unified code has
constexpr std::string_view meant = "105U2";  // what they are mistaken for

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Capitals and digits; nothing when there is anything else but the hyphen of 12345678-9.
std::optional<std::string> plain_code(std::string_view word) {
    std::string half = text::half_width(word), code;
    if (half.size() == 10 && half[8] == '-') half.erase(8, 1);
    for (const char c : half) {
        const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (!is_digit(capital) && (capital < 'A' || capital > 'Z')) return std::nullopt;
        code.push_back(capital);
    }
    return code;
}

char corrected(char c) {
    const std::size_t at = never.find(c);
    return at == std::string_view::npos ? c : meant[at];
}

// The code with the letters that cannot stand in it replaced, when its check character is then right.
std::string suggestion_for(std::string_view code) {
    std::string better(code);
    std::transform(better.begin(), better.end(), better.begin(), corrected);
    return text::read_code(better).scheme == text::CodeReading::Scheme::unified ? better : "";
}

// The first character that cannot stand where it stands in a unified code, however much of it is written.
std::optional<Problem> unusable_character(std::string_view code) {
    for (std::size_t at = 0; at < std::min(code.size(), unified_length); ++at) {
        const char better = corrected(code[at]);
        const bool area = at >= 2 && at < 8;
        if (better == code[at] && (!area || is_digit(better))) continue;
        const std::string expected = area && !is_digit(better) ? "" : std::string(1, better);
        return Problem{static_cast<int>(at + 1), std::string(1, code[at]), expected,
                       code.size() == unified_length ? suggestion_for(code) : ""};
    }
    return std::nullopt;
}

std::string place(int position) {
    return "第 " + std::to_string(position) + " 位";
}

// What is said of a character that cannot stand where it does.
std::string sentence_for(const Problem& problem) {
    std::string said = place(problem.position) + "是“" + problem.found + "”，";
    if (never.find(problem.found) != std::string_view::npos)
        said += "统一社会信用代码里没有字母 I、O、S、V、Z，";
    else
        said += "第 3 到 8 位应是数字，";
    said += problem.expected.empty() ? "" : "应是“" + problem.expected + "”吧？";
    said += "请核对";
    if (!problem.suggestion.empty()) said += "。改正后是 " + problem.suggestion + "，校验位相符";
    return said;
}

// 18 characters whose check is a citizen number's and whose middle is a day of a year.
bool is_like_citizen_number(std::string_view code) {
    const std::optional<char> check = text::citizen_check_character(code.substr(0, 17));
    const std::string_view month = code.substr(10, 2), day = code.substr(12, 2);
    return check == code[17] && month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

CodeWord citizen_number(CodeWord word) {
    word.problem = Problem{};
    word.said = "像公民身份号码。本站不公开个人的身份号码，请不要在这里填写；查企业请用名称或统一社会信用代码。";
    return word;
}

CodeWord whole_unified(std::string code) {
    CodeWord word{Number::unified, std::move(code), "按统一社会信用代码查找", std::nullopt};
    word.problem = unusable_character(word.code);
    if (word.problem) {
        word.said += "；" + sentence_for(*word.problem) + "。";
        return word;
    }
    const std::string_view all = word.code;
    const std::string expected(1, *text::unified_check_character(all.substr(0, 17)));
    if (all.substr(17) == expected) {
        word.said += "“" + word.code + "”，校验位相符。";
        return word;
    }
    if (is_like_citizen_number(all)) return citizen_number(std::move(word));
    word.problem = Problem{18, std::string(all.substr(17)), expected, ""};
    word.said += "；校验位不对：按前 17 位算，第 18 位应是“" + expected + "”，写的是“" + word.problem->found + "”，";
    if (text::organisation_check_character(all.substr(8, 8)) != all[16])
        word.said += "第 9 到 17 位自身的校验也不对，多半是这几位有误，";
    word.said += "请核对。";
    return word;
}

CodeWord begun_unified(std::string code) {
    CodeWord word{Number::beginning, std::move(code), "", std::nullopt};
    const std::string length = std::to_string(word.code.size());
    const bool digits = std::all_of(word.code.begin(), word.code.end(), is_digit);
    word.said = std::string(digits ? "按名称，或代码、编号的开头查找“" : "按代码或编号的开头查找“") + word.code +
                "”：已写 " + length + " 位，统一社会信用代码共 18 位";
    if (!digits) word.problem = unusable_character(word.code);
    if (word.problem) word.said += "；" + sentence_for(*word.problem);
    word.said += "。";
    return word;
}

CodeWord registration(std::string code) {
    CodeWord word{Number::registration, std::move(code), "按 15 位注册号查找", std::nullopt};
    const std::string expected(1, *text::registration_check_digit(std::string_view(word.code).substr(0, 14)));
    const std::string found = word.code.substr(14);
    if (found == expected) {
        word.said += "“" + word.code + "”，校验位相符。";
        return word;
    }
    word.problem = Problem{15, found, expected, ""};
    word.said += "；校验位不对：按前 14 位算，第 15 位应是“" + expected + "”，写的是“" + found + "”，请核对。";
    return word;
}

CodeWord organisation(std::string code) {
    CodeWord word{Number::organisation, std::move(code), "", std::nullopt};
    word.said = "“" + word.code +
                "”是组织机构代码，这里不能单按它查找；请输入完整的统一社会信用代码，或者它的前 8 位，或者名称。";
    return word;
}

CodeWord too_long(std::string code) {
    CodeWord word{Number::unified, std::move(code), "", Problem{}};
    word.said = "像统一社会信用代码，但有 " + std::to_string(word.code.size()) + " 位，应是 18 位，请核对。";
    return word;
}

}  // namespace

CodeWord read_code_word(std::string_view written) {
    if (written.size() > 200) return {};
    std::optional<std::string> code = plain_code(written);
    if (!code || code->size() < 8 || code->size() > 24) return {};
    const auto digits = std::count_if(code->begin(), code->end(), is_digit);
    if (code->size() == 9 && digits >= 2 && text::is_organisation_code(*code)) return organisation(std::move(*code));
    if (std::count_if(code->begin(), code->begin() + 8, is_digit) < 6) return {};
    const bool only_digits = static_cast<std::size_t>(digits) == code->size();
    if (code->size() == 15 && only_digits) return registration(std::move(*code));
    if (code->size() == unified_length) return whole_unified(std::move(*code));
    if (code->size() < unified_length) return begun_unified(std::move(*code));
    return only_digits ? CodeWord{} : too_long(std::move(*code));
}

}  // namespace search
