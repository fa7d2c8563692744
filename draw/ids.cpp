#include "draw/ids.h"

#include <array>
#include <chrono>

namespace draw {

namespace {

constexpr std::string_view unified_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // GB 32100-2015: no I O S V Z

constexpr std::array<signed char, 256> unified_values = [] {
    std::array<signed char, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < unified_alphabet.size(); ++i)
        values[static_cast<unsigned char>(unified_alphabet[i])] = static_cast<signed char>(i);
    return values;
}();

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_unified(std::string_view id) {
    int sum = 0, weight = 1;
    for (std::size_t i = 0; i < 17; ++i) {
        const int value = unified_values[static_cast<unsigned char>(id[i])];
        if (value < 0 || (i >= 2 && i < 8 && value > 9)) return false;
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return unified_values[static_cast<unsigned char>(id[17])] == (31 - sum % 31) % 31;
}

bool is_citizen(std::string_view id) {
    if (id[0] < '1' || id[0] > '8') return false;
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        if (!is_digit(id[i])) return false;
        sum += (id[i] - '0') * weights[i];
    }
    if (id[17] != "10X98765432"[sum % 11]) return false;
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = 0;
        for (const char c : id.substr(from, size)) value = value * 10 + (c - '0');
        return value;
    };
    const int year = number(6, 4);
    const std::chrono::year_month_day born{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(number(10, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(12, 2)))};
    return year >= 1850 && year <= 2100 && born.ok();
}

bool is_registration(std::string_view id) {
    int product = 10;
    for (std::size_t i = 0; i < 15; ++i) {
        if (!is_digit(id[i])) return false;
        const int sum = (product + id[i] - '0') % 10;
        if (i == 14) return sum == 1;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return false;
}

}  // namespace

bool is_object_id(std::string_view id) {
    if (id.size() == 15) return is_registration(id);
    return id.size() == 18 && is_unified(id) && !is_citizen(id);
}

bool is_inspector_id(std::string_view id) {
    if (id.empty() || id.size() > 32) return false;
    for (const char c : id)
        if (!is_digit(c) && !(c >= 'A' && c <= 'Z') && c != '-') return false;
    return true;
}

bool is_code(std::string_view code) {
    if (code.empty() || code.size() > 24) return false;
    for (const char c : code)
        if (!is_digit(c) && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') && c != '-') return false;
    return true;
}

}  // namespace draw
