#include "text/codes.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <random>

#include "tests/shared_data.h"
#include "text/fold.h"

using Scheme = text::CodeReading::Scheme;

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

// A code that is right in form and nobody's: no county has the area code 999901.
std::string fictional_code(std::mt19937& random) {
    std::string subject;
    for (int i = 0; i < 8; ++i) subject.push_back(alphabet[random() % alphabet.size()]);
    subject.push_back(*text::organisation_check_character(subject));
    const std::string first = "91999901" + subject;
    return first + *text::unified_check_character(first);
}

}  // namespace

TEST_CASE("the example of GB 32100 is a valid code", "[text]") {
    const text::CodeReading reading = text::read_code("91350100M000100Y43");
    CHECK(reading.scheme == Scheme::unified);
    CHECK(reading.code == "91350100M000100Y43");
    CHECK_FALSE(reading.folded);
    CHECK_FALSE(reading.inner_check_wrong);
    CHECK(text::unified_check_character("91350100M000100Y4") == '3');
}

TEST_CASE("codes of agencies are read, also those ending in letters", "[text]") {
    const std::string code = GENERATE("11500000MB1631621X", "113703030042170202", "11371525004442025C");
    CHECK(text::read_code(code).code == code);
}

TEST_CASE("departments A, N and Y and a check character 0 are valid", "[text]") {
    for (const std::string start : {"A1", "N2", "Y1", "54", "12"}) {
        const std::string subject = "ABCD1234";
        const std::string first = start + "999901" + subject + *text::organisation_check_character(subject);
        CHECK(text::read_code(first + *text::unified_check_character(first)).accepted());
    }
    std::mt19937 random(7);
    int zeros = 0;
    for (int i = 0; i < 500; ++i) {
        const std::string code = fictional_code(random);
        REQUIRE(text::read_code(code).accepted());
        zeros += code.back() == '0' ? 1 : 0;
    }
    CHECK(zeros > 0);
}

TEST_CASE("width, case and surrounding blanks of a code are folded, the raw text is kept", "[text]") {
    const std::string raw = "\u00A0９１350100ｍ000100y43　\n";
    const text::CodeReading reading = text::read_code(raw);
    CHECK(reading.scheme == Scheme::unified);
    CHECK(reading.code == "91350100M000100Y43");
    CHECK(reading.raw == raw);
    CHECK(reading.folded);
    CHECK(reading.lower_case);
    CHECK(reading.full_width);
}

TEST_CASE("a single changed or two exchanged characters of a unified code are refused", "[text]") {
    std::mt19937 random(32100);
    for (int round = 0; round < 40; ++round) {
        const std::string code = fictional_code(random);
        for (std::size_t i = 0; i < code.size(); ++i) {
            for (const char c : alphabet) {
                std::string changed = code;
                changed[i] = c;
                const text::CodeReading reading = text::read_code(changed);
                if (c != code[i]) {
                    CAPTURE(code, changed);
                    REQUIRE_FALSE(reading.accepted());
                    REQUIRE_FALSE(reading.reason.empty());
                    REQUIRE(reading.code.empty());
                    REQUIRE(reading.wrong_position > 0);
                }
            }
            std::string exchanged = code;
            if (i > 0) std::swap(exchanged[i], exchanged[i - 1]);
            if (exchanged != code) REQUIRE_FALSE(text::read_code(exchanged).accepted());
        }
    }
}

TEST_CASE("a refusal says which position is wrong and what was expected", "[text]") {
    struct Case {
        const char* code;
        int position;
        const char* reason;
    };
    const auto [code, position, reason] = GENERATE(values<Case>({
        {"91350100M000100Y4Z", 18, "第18位是“Z”，应为数字或除I、O、S、V、Z外的大写字母；是否为数字2，请核对营业执照"},
        {"9135O100M000100Y43", 5, "第5位是“O”，第3至8位应为6位数字的行政区划码"},
        {"91350100MOOO100Y43", 10, "第10位是“O”，应为数字或除I、O、S、V、Z外的大写字母；是否为数字0，请核对营业执照"},
        {"91350100M000100Y44", 18, "第18位校验码是“4”，按前17位计算应为“3”，其中至少有一位写错"},
        {"91350100M000100 43", 16, "第16位是空白或不可见字符（U+0020），应为数字或除I、O、S、V、Z外的大写字母"},
        {"9135010０M00010甲Y43", 15, "第15位是“甲”，应为数字或除I、O、S、V、Z外的大写字母"},
        {"", 0, "代码为空，应为18位统一社会信用代码或15位注册号"},
        {"无", 0, "共1个字符，应为18位统一社会信用代码或15位注册号"},
        {"9999011000001", 0, "共13位数字，像2007年以前的旧注册号；应为18位统一社会信用代码或15位注册号"},
        {"D2143569-X", 0, "这是组织机构代码（10个字符），不是统一社会信用代码；应为18位统一社会信用代码或15位注册号"},
        {"99990100000000A", 15, "共15个字符，第15位是“A”；15位注册号应全为数字，统一社会信用代码应为18位"},
        {"\xB9\xAB", 0, "单元格内容过长或不是有效的文字，应为18位统一社会信用代码或15位注册号"},
    }));
    const text::CodeReading reading = text::read_code(code);
    CHECK(reading.scheme == Scheme::refused);
    CHECK(reading.wrong_position == position);
    CHECK(reading.reason == reason);
    CHECK(reading.raw == code);
}

TEST_CASE("a wrong character among positions 9 to 17 is pointed at by the inner check", "[text]") {
    const text::CodeReading reading = text::read_code("91350100M000200Y43");
    CHECK_FALSE(reading.accepted());
    CHECK(reading.reason.find("第9至17位的主体标识码也不合其校验") != std::string::npos);
}

TEST_CASE("a code whose inner check alone is wrong is accepted and flagged", "[text]") {
    const std::string first = "91999901ABCD12345";
    REQUIRE(text::organisation_check_character("ABCD1234") != '5');
    const text::CodeReading reading = text::read_code(first + *text::unified_check_character(first));
    CHECK(reading.accepted());
    CHECK(reading.inner_check_wrong);
}

TEST_CASE("a 15-digit registration number is accepted and flagged, a wrong digit is refused", "[text]") {
    // ISO/IEC 7064 calls a number right when the sum of the last step is 1.
    std::mt19937 random(7064);
    for (int round = 0; round < 200; ++round) {
        std::string number = "999901";
        for (int i = 0; i < 8; ++i) number.push_back(static_cast<char>('0' + random() % 10));
        number.push_back(*text::registration_check_digit(number));
        int product = 10;
        int sum = 0;
        for (const char c : number) {
            sum = (product + (c - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        REQUIRE(sum == 1);
        const text::CodeReading reading = text::read_code(number);
        REQUIRE(reading.scheme == Scheme::registration15);
        REQUIRE(reading.old_registration_number);
        for (std::size_t i = 0; i < number.size(); ++i) {
            std::string changed = number;
            changed[i] = changed[i] == '9' ? '0' : static_cast<char>(changed[i] + 1);
            REQUIRE_FALSE(text::read_code(changed).accepted());
        }
    }
}

TEST_CASE("organisation codes are checked with and without their hyphen", "[text]") {
    CHECK(text::organisation_check_character("D2143569") == 'X');  // the example of GB 11714
    CHECK(text::is_organisation_code("D2143569-X"));
    CHECK(text::is_organisation_code("D2143569X"));
    CHECK_FALSE(text::is_organisation_code("D2143569-9"));
    CHECK_FALSE(text::is_organisation_code("D2143569"));
    CHECK_FALSE(text::organisation_check_character("d2143569").has_value());
}

TEST_CASE("a citizen number needs a province, a real date and its check character", "[text]") {
    CHECK(text::citizen_check_character("11010519491231002") == 'X');  // the example of GB 11643
    const auto citizen = text::read_citizen_number("　11010519491231002ｘ ");
    REQUIRE(citizen);
    CHECK(citizen->number == "11010519491231002X");
    CHECK(citizen->area == "110105");
    CHECK(text::iso(citizen->birth) == "1949-12-31");
    CHECK_FALSE(citizen->old_form);
    CHECK_FALSE(text::read_citizen_number("110105194912310029"));
    for (const std::string first : {"11010519490230002", "99010519491231002", "11010502491231002"}) {
        CAPTURE(first);
        CHECK_FALSE(text::read_citizen_number(first + *text::citizen_check_character(first)));
    }
}

TEST_CASE("the old citizen number has 15 digits and a date of the last century", "[text]") {
    const auto citizen = text::read_citizen_number("110105491231002");
    REQUIRE(citizen);
    CHECK(citizen->old_form);
    CHECK(text::iso(citizen->birth) == "1949-12-31");
    CHECK_FALSE(text::read_citizen_number("110105490230002"));
    CHECK_FALSE(text::read_citizen_number("11010549123100X"));
}

TEST_CASE("a value that is a unified code and a citizen number is flagged for a person", "[text]") {
    // Searched, not found in the world: agency codes 11 + area 010519 … are given no area, so nobody has them.
    bool found = false;
    for (int serial = 0; serial < 1000 && !found; ++serial) {
        const std::string tail = std::to_string(1000 + serial).substr(1);
        const std::string first = "11010519491231" + tail;
        const char check = *text::citizen_check_character(first);
        if (text::unified_check_character(first) != check) continue;
        found = true;
        const text::CodeReading reading = text::read_code(first + check);
        CHECK(reading.accepted());
        CHECK(reading.also_citizen_number);
    }
    CHECK(found);
    CHECK_FALSE(text::read_code("91350100M000100Y43").also_citizen_number);
}

TEST_CASE("of the real codes outside the standard each is accepted or refused with its reason", "[text]") {
    const auto data = tests::shared_data();
    if (!data) return;
    std::ifstream file(*data / "enterprises" / "uscc_invalid.tsv");
    REQUIRE(file);
    int unified = 0;
    int registration = 0;
    int refused = 0;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const std::size_t name = line.find('\t') + 1;
        const std::size_t code = line.find('\t', name) + 1;
        const std::string raw = line.substr(code, line.find('\t', code) - code);
        const text::CodeReading reading = text::read_code(raw);
        REQUIRE(reading.raw == raw);
        REQUIRE(reading.accepted() == reading.reason.empty());
        unified += reading.scheme == Scheme::unified ? 1 : 0;
        registration += reading.scheme == Scheme::registration15 ? 1 : 0;
        refused += reading.scheme == Scheme::refused ? 1 : 0;
        if (reading.scheme == Scheme::unified) REQUIRE((reading.folded && reading.lower_case));
    }
    std::cout << "uscc_invalid.tsv: " << unified + registration + refused << " codes, " << unified
              << " accepted after folding, " << registration << " as 15-digit numbers, " << refused
              << " refused with their reason\n";
    CHECK(unified == 273);
    CHECK(registration == 1778);
    CHECK(refused == 414);
}
