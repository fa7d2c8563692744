#include "search/packed_code.h"

#include <algorithm>

#include "search/bytes.h"
#include "text/codes.h"

namespace search {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // GB 32100-2015: no I O S V Z
constexpr std::uint32_t first_letters = 100'000'000;                      // after the eight digits
constexpr std::uint32_t letters = 887'503'681;                            // 31^6

bool all_of(std::string_view text, bool (*good)(char)) {
    return std::all_of(text.begin(), text.end(), good);
}

bool digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<std::uint32_t> organisation_number(std::string_view eight) {
    std::uint32_t number = 0;
    if (all_of(eight, digit)) {
        for (const char c : eight) number = number * 10 + static_cast<std::uint32_t>(c - '0');
        return number;
    }
    if (!eight.starts_with("MA")) return std::nullopt;
    for (const char c : eight.substr(2)) {
        const auto place = alphabet.find(c);
        if (place == std::string_view::npos) return std::nullopt;
        number = number * 31 + static_cast<std::uint32_t>(place);
    }
    return first_letters + number;
}

std::string organisation_text(std::uint32_t number) {
    const bool digits = number < first_letters;
    std::string text(8, '0');
    if (!digits) number -= first_letters;
    for (std::size_t at = 8; at-- > (digits ? 0u : 2u); number /= digits ? 10 : 31)
        text[at] = digits ? static_cast<char>('0' + number % 10) : alphabet[number % 31];
    if (!digits) text.replace(0, 2, "MA");
    return text;
}

}  // namespace

std::optional<PackedCode> packed_code(std::string_view code) {
    const auto plain = [](char c) { return digit(c) || (c >= 'A' && c <= 'Z'); };
    if (code.size() != 18 || !std::all_of(code.begin(), code.end(), plain)) return std::nullopt;
    const auto organisation = organisation_number(code.substr(8, 8));
    if (!organisation) return std::nullopt;
    const auto inner = text::organisation_check_character(code.substr(8, 8));
    const auto outer = text::unified_check_character(code.substr(0, 17));
    if (!inner || *inner != code[16] || !outer || *outer != code[17]) return std::nullopt;
    return PackedCode{std::string(code.substr(0, 8)), *organisation};
}

std::string unpacked_code(std::string_view area, std::uint32_t organisation) {
    if (organisation >= first_letters + letters) throw Malformed("索引中的代码超出范围");
    std::string code = std::string(area) + organisation_text(organisation);
    const auto inner = text::organisation_check_character(std::string_view(code).substr(8, 8));
    if (!inner) throw Malformed("索引中的代码有误");
    code.push_back(*inner);
    const auto outer = text::unified_check_character(code);
    if (!outer) throw Malformed("索引中的代码有误");
    code.push_back(*outer);
    return code;
}

}  // namespace search
